import type { CalendarBasis, DayKind } from '@dunghan/domain'
import { m } from '../paraglide/messages.js'
import type { Words } from './terms.ts'

export const dayKindWords: Words<DayKind> = {
  working: m.calendar_kind_working,
  off: m.calendar_kind_off,
  make_up: m.calendar_kind_make_up,
}

/** On what the days of a year rest. */
export const calendarBasisWords: Words<CalendarBasis> = {
  announced: m.calendar_basis_announced,
  partly_rule: m.calendar_basis_partly_rule,
  rule: m.calendar_basis_rule,
}
