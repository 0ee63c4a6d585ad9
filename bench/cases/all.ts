import type { Case } from './case.ts'
import { figuresAsked, figuresNow } from './figures.ts'
import { deepPage, filtered, firstPage, hotPage } from './lists.ts'
import { wholeLife } from './single.ts'

/** In the order of the table. */
export const cases: Case[] = [
  firstPage,
  hotPage,
  deepPage,
  filtered,
  wholeLife,
  figuresNow,
  figuresAsked,
]
