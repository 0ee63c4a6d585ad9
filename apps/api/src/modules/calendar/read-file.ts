import type { CalendarRow } from '@dunghan/domain'
import type { RefusedAt } from '../../refusal.ts'

/** What a format makes of a file: rows as they are written, and what could not be read at all. */
export interface ReadFile {
  rows: CalendarRow[]
  errors: RefusedAt[]
}

/** What is said of a line of the file: `/content/line/7`. */
export function refusedRow(
  line: number,
  reason: RefusedAt['reason'],
  params: RefusedAt['params'] = {},
): RefusedAt {
  return { pointer: `/content/line/${line}`, reason, params: { line, ...params } }
}
