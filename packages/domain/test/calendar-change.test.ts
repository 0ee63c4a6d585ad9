import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import edits from '../cases/calendar-edit.json' with { type: 'json' }
import files from '../cases/calendar-rows.json' with { type: 'json' }
import {
  addDays,
  assertWorkingDays,
  type CalendarDay,
  checkDayEdit,
  createWorkCalendar,
  type DayKind,
  daysOfEdit,
  daysOfYear,
  readCalendarRows,
} from '../src/index.ts'
import { anyOverrides } from './arbitraries.ts'

const calendar = createWorkCalendar()

describe('the edit of a day', () => {
  it.each(edits)('$name', ({ date, kind, dayName, reason, refused, changes }) => {
    const edit = { date, kind: kind as DayKind, name: dayName, reason }
    expect(checkDayEdit(edit).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(refused)
    if (refused.length > 0) return
    const days = daysOfEdit(calendar, edit)
    expect(days).toHaveLength(changes ? 1 : 0)
    const changed = calendar.changedBy({ days, announcedYear: null })
    expect(changed.dayOf(date)).toMatchObject({ kind, name: dayName?.trim() || null })
    // Once made, it changes nothing any more.
    expect(daysOfEdit(changed, edit)).toEqual([])
  })

  it('that takes the last working day within sixty is refused', () => {
    const off = (first: string, count: number): CalendarDay[] =>
      Array.from({ length: count }, (_, i) => ({
        date: addDays(first, i),
        kind: 'off',
        name: 'Nghỉ',
      }))
    // 7 June 2027 is a Monday: with the weekend before it, 59 days off in a row.
    const days = off('2027-06-07', 57)
    const long = calendar.changedBy({ days, announcedYear: null })
    expect(() => assertWorkingDays(long, days)).not.toThrow()
    const oneMore = off('2027-06-04', 1)
    const tooLong = long.changedBy({ days: oneMore, announcedYear: null })
    expect(() => assertWorkingDays(tooLong, oneMore)).toThrow('no-working-day')
    expect(() => tooLong.nextWorkingDay('2027-06-03')).toThrow('no-working-day')
    const end = off('2060-11-01', 61)
    const atTheEnd = calendar.changedBy({ days: end, announcedYear: null })
    expect(() => assertWorkingDays(atTheEnd, end)).toThrow('no-working-day')
  })
})

describe('a year as announced', () => {
  it.each(files)('$name', ({ rows, faults }) => {
    const read = readCalendarRows(
      2027,
      rows.map(([line, date, kind, name]) => ({
        line: line as number,
        date: date as string | null,
        kind: kind as DayKind | null,
        name: name as string,
      })),
    )
    expect(read.faults.map(({ line, code }) => `${line} ${code}`)).toEqual(faults)
    expect(read.days).toHaveLength(rows.length - faults.length)
  })

  it('is what was listed, and every other day as its weekday says', () => {
    const tet: CalendarDay = { date: '2027-02-05', kind: 'off', name: 'Tết' }
    const makeUp: CalendarDay = { date: '2027-02-20', kind: 'make_up', name: 'Làm bù' }
    const days = daysOfYear(calendar, 2027, [tet, makeUp])
    const changed = calendar.changedBy({ days, announcedYear: 2027 })
    expect(changed.basisOf(2027)).toBe('announced')
    expect(changed.daysOf(2027).filter(({ kind }) => kind !== 'working')).toEqual(
      [tet, makeUp].map((day) => ({ ...day, overridden: true })),
    )
    // A holiday that was dropped is a plain working day; one on a weekend keeps its name.
    expect(changed.dayOf('2027-04-30')).toMatchObject({ kind: 'working', name: null })
    expect(changed.dayOf('2027-05-01')).toMatchObject({ kind: 'off', overridden: false })
    expect(changed.dayOf('2027-05-01').name).toBe(calendar.dayOf('2027-05-01').name)
    expect(changed.daysOf(2026)).toEqual(calendar.daysOf(2026))
  })

  it('listed as it stands changes no day, whatever the office had set', () => {
    fc.assert(
      fc.property(anyOverrides, (overrides) => {
        const allowed = overrides.filter(
          (day) => checkDayEdit({ ...day, reason: 'x' }).length === 0,
        )
        const edited = createWorkCalendar(allowed)
        const listed = edited.daysOf(2026)
        const rows = listed.map(({ date, kind, name }, i) => ({ line: i + 2, date, kind, name }))
        const { days, faults } = readCalendarRows(2026, rows)
        expect(faults).toEqual([])
        const changes = daysOfYear(edited, 2026, days)
        const after = edited.changedBy({ days: changes, announcedYear: 2026 })
        for (let date = '2026-01-01'; date < '2027-01-01'; date = addDays(date, 1)) {
          const { kind, name } = after.dayOf(date)
          expect({ date, kind, name }).toMatchObject(pick(edited.dayOf(date)))
        }
      }),
      { numRuns: 50 },
    )
  })
})

const pick = ({ date, kind, name }: { date: string; kind: string; name: string | null }) => ({
  date,
  kind,
  name,
})
