import { type ImportCalendarYearBody, line as textLine } from '@dunghan/contract'
import { type CalendarDay, readCalendarRows } from '@dunghan/domain'
import { Refusal, type RefusedAt } from '../../refusal.ts'
import { readCalendarCsv } from './calendar-csv.ts'
import { readCalendarIcs } from './calendar-ics.ts'
import { refusedRow } from './read-file.ts'

/** The calendar of one year has some twenty lines; this is room for every day and a long note. */
const mostCharacters = 200_000
const mostErrors = 100

/** What a name must be to be kept; one that may be missing is the rule's to say. */
const Name = textLine(120, 0)

/**
 * The days of a year's file. All of it is read before anything is said, so that every wrong row is
 * named at once.
 * @throws Refusal `calendar-import-refused`
 */
export function readCalendarFile(file: ImportCalendarYearBody): CalendarDay[] {
  const { year, format, content } = file
  if (content.length > mostCharacters) {
    throw refusedFor([
      {
        pointer: '/content',
        reason: 'calendar-file-too-large',
        params: { limit: mostCharacters },
      },
    ])
  }
  const read = format === 'csv' ? readCalendarCsv(content) : readCalendarIcs(content)
  const named = read.rows.map((row) => ({ row, name: Name.safeParse(row.name) }))
  const unfit = named
    .filter(({ name }) => !name.success)
    .map(({ row }) => refusedRow(row.line, 'row-name-unfit'))
  const rows = named.flatMap(({ row, name }) => (name.success ? [{ ...row, name: name.data }] : []))
  const { days, faults } = readCalendarRows(year, rows)
  const wrong = faults.map((fault) =>
    refusedRow(fault.line, `row-${fault.code}` as const, fault.params),
  )
  const errors = [...read.errors, ...unfit, ...wrong]
  if (errors.length > 0) throw refusedFor(errors)
  if (days.length === 0) throw refusedFor([{ pointer: '/content', reason: 'calendar-file-empty' }])
  return days
}

function refusedFor(errors: RefusedAt[]): Refusal {
  const lineOf = ({ params }: RefusedAt) => Number(params?.line ?? 0)
  const inOrder = errors.toSorted((a, b) => lineOf(a) - lineOf(b)).slice(0, mostErrors)
  return new Refusal('calendar-import-refused', { errors: inOrder })
}
