import { foldText } from '@dunghan/domain'
import type { UnitRecord } from './units.store.ts'

/** What a search for a unit looks into. */
export const searchTextOf = ({ code, name, shortName }: UnitRecord): string =>
  foldText(`${code} ${name} ${shortName}`)
