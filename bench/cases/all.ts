import { reportAndReview } from './acts.ts'
import type { Case } from './case.ts'
import { exports } from './exports.ts'
import { figuresAsked, figuresNow } from './figures.ts'
import { uploads } from './files.ts'
import { deepPage, filtered, firstPage, hotPage } from './lists.ts'
import { rules } from './rules.ts'
import { wholeLife } from './single.ts'
import { start } from './start.ts'

/** In the order of the table. */
export const cases: Case[] = [
  firstPage,
  hotPage,
  deepPage,
  filtered,
  wholeLife,
  figuresNow,
  figuresAsked,
  reportAndReview,
  rules,
  uploads,
  exports,
  start,
]
