import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from '../cases/work-calendar.json' with { type: 'json' }
import { addDays, type CalendarDay, createWorkCalendar, type WorkCalendar } from '../src/index.ts'
import { anyDate, anyNearDate, anyOverrides } from './arbitraries.ts'

const calendar = createWorkCalendar()

describe('the calendar that comes with the product', () => {
  it.each(cases)('$date is $kind', ({ date, kind, first, next }) => {
    expect(calendar.kindOf(date)).toBe(kind)
    expect(calendar.isWorkingDay(date)).toBe(kind !== 'off')
    expect(calendar.firstWorkingDayFrom(date)).toBe(first)
    expect(calendar.nextWorkingDay(date)).toBe(next)
  })

  it('names what is not plain', () => {
    expect(calendar.dayOf('2026-11-24')).toEqual({
      date: '2026-11-24',
      kind: 'off',
      name: 'Ngày Văn hóa Việt Nam',
      overridden: false,
    })
    expect(calendar.dayOf('2024-05-04').name).toBe('Làm bù cho thứ Hai 29/04/2024')
    expect(calendar.dayOf('2024-04-29').name).toBe('Nghỉ hoán đổi, làm bù thứ Bảy 04/05/2024')
    expect(calendar.dayOf('2026-04-27').name).toBe('Nghỉ bù Giỗ Tổ Hùng Vương')
    expect(calendar.dayOf('2026-04-26')).toMatchObject({ kind: 'off', name: 'Giỗ Tổ Hùng Vương' })
    expect(calendar.dayOf('2026-04-25').name).toBeNull()
    expect(calendar.dayOf('2026-04-24').name).toBeNull()
  })

  it('lists the days of a year that are not plain', () => {
    expect(calendar.daysOf(2025).map(({ date, kind }) => `${date} ${kind}`)).toEqual([
      '2025-01-01 off',
      '2025-01-27 off',
      '2025-01-28 off',
      '2025-01-29 off',
      '2025-01-30 off',
      '2025-01-31 off',
      '2025-04-07 off',
      '2025-04-26 make_up',
      '2025-04-30 off',
      '2025-05-01 off',
      '2025-05-02 off',
      '2025-09-01 off',
      '2025-09-02 off',
    ])
  })

  it('counts working days', () => {
    expect(calendar.workingDaysBetween('2024-04-26', '2024-05-06')).toBe(4)
    expect(calendar.workingDaysBetween('2024-05-06', '2024-04-26')).toBe(-4)
    expect(Object.is(calendar.workingDaysBetween('2024-04-28', '2024-04-27'), 0)).toBe(true)
    expect(calendar.addWorkingDays('2024-04-26', 3)).toBe('2024-05-04')
    expect(calendar.addWorkingDays('2024-04-28', 0)).toBe('2024-04-28')
    expect(() => calendar.addWorkingDays('2024-04-28', -1)).toThrow(RangeError)
    expect(() => calendar.addWorkingDays('2024-04-28', 1.5)).toThrow(RangeError)
  })
})

describe('the ends of the calendar', () => {
  it('knows its years', () => {
    expect([calendar.firstYear, calendar.lastYear]).toEqual([2000, 2060])
    const known = ['1999-12-31', '2000-01-01', '2060-12-31', '2061-01-01', '', 'no date']
    expect(known.map(calendar.knows)).toEqual([false, true, true, false, false, false])
  })

  it('has the holidays of its first and last year', () => {
    expect(calendar.dayOf('2000-02-04').name).toBe('Tết Nguyên đán')
    expect(calendar.dayOf('2060-11-24').name).toBe('Ngày Văn hóa Việt Nam')
  })

  it('says which date it does not reach, and which years it does', () => {
    const breach = (date: string) => ({
      code: 'outside-calendar',
      pointer: '',
      params: { date, firstYear: 2000, lastYear: 2060 },
    })
    expect(() => calendar.nextWorkingDay('2060-12-31')).toThrow(
      expect.objectContaining({ breaches: [breach('2061-01-01')] }),
    )
    expect(() => calendar.kindOf('1999-12-31')).toThrow(
      expect.objectContaining({ breaches: [breach('1999-12-31')] }),
    )
  })

  it.each<[string, () => unknown]>([
    ['kindOf', () => calendar.kindOf('1999-12-31')],
    ['isWorkingDay', () => calendar.isWorkingDay('2061-01-01')],
    ['dayOf', () => calendar.dayOf('2061-01-01')],
    ['firstWorkingDayFrom', () => calendar.firstWorkingDayFrom('2061-01-01')],
    ['nextWorkingDay', () => calendar.nextWorkingDay('2060-12-31')],
    ['addWorkingDays', () => calendar.addWorkingDays('2060-12-01', 1000)],
    ['workingDaysBetween', () => calendar.workingDaysBetween('2060-12-01', '2061-01-01')],
    ['basisOf', () => calendar.basisOf(2061)],
    ['daysOf', () => calendar.daysOf(1999)],
    ['an override', () => createWorkCalendar([{ date: '2061-01-01', kind: 'off', name: '' }])],
    [
      'an override on no day',
      () => createWorkCalendar([{ date: '2026-02-30', kind: 'off', name: '' }]),
    ],
    ['no date at all', () => calendar.isWorkingDay('tomorrow')],
  ])('%s refuses a date outside', (_, ask) => {
    expect(ask).toThrow(expect.objectContaining({ code: 'outside-calendar' }))
  })
})

describe("the admin's days", () => {
  it('win over the calendar of the product', () => {
    const changed = createWorkCalendar([
      { date: '2026-08-22', kind: 'make_up', name: 'Làm bù' },
      { date: '2026-08-31', kind: 'off', name: 'Hoán đổi theo thông báo 1/TB' },
      { date: '2026-11-24', kind: 'working', name: '' },
    ])
    expect(changed.nextWorkingDay('2026-08-21')).toBe('2026-08-22')
    expect(changed.nextWorkingDay('2026-08-28')).toBe('2026-09-03')
    expect(changed.isWorkingDay('2026-11-24')).toBe(true)
    expect(changed.dayOf('2026-11-24')).toMatchObject({ name: null, overridden: true })
    expect(changed.dayOf('2026-08-31')).toMatchObject({
      name: 'Hoán đổi theo thông báo 1/TB',
      overridden: true,
    })
    expect(changed.daysOf(2026).filter(({ date }) => date > '2026-08-01')).toEqual([
      { date: '2026-08-22', kind: 'make_up', name: 'Làm bù', overridden: true },
      { date: '2026-08-31', kind: 'off', name: 'Hoán đổi theo thông báo 1/TB', overridden: true },
      { date: '2026-09-01', kind: 'off', name: 'Quốc khánh', overridden: false },
      { date: '2026-09-02', kind: 'off', name: 'Quốc khánh', overridden: false },
      { date: '2026-11-24', kind: 'working', name: '', overridden: true },
    ])
    expect(calendar.isWorkingDay('2026-11-24')).toBe(false)
  })

  it('take the last of two on one date', () => {
    const twice = createWorkCalendar([
      { date: '2026-08-31', kind: 'off', name: 'a' },
      { date: '2026-08-31', kind: 'working', name: 'b' },
    ])
    expect(twice.dayOf('2026-08-31')).toMatchObject({ kind: 'working', name: 'b' })
  })
})

describe('a range without working days', () => {
  it('is waited for up to 60 days', () => {
    const closed = createWorkCalendar(daysOff('2026-06-02', 59))
    expect(closed.nextWorkingDay('2026-06-01')).toBe('2026-07-31')
    expect(closed.addWorkingDays('2026-05-28', 3)).toBe('2026-07-31')
  })

  it('is an error from the 61st on', () => {
    const closed = createWorkCalendar(daysOff('2026-06-02', 60))
    expect(() => closed.addWorkingDays('2026-05-28', 3)).toThrow(
      expect.objectContaining({
        breaches: [
          { code: 'no-working-day', pointer: '', params: { date: '2026-05-28', days: 60 } },
        ],
      }),
    )
  })

  it('is an error beyond, wherever it lies', () => {
    const closed = createWorkCalendar(daysOff('2026-06-02', 75))
    const error = expect.objectContaining({ code: 'no-working-day' })
    expect(() => closed.nextWorkingDay('2026-06-01')).toThrow(error)
    expect(() => closed.firstWorkingDayFrom('2026-06-02')).toThrow(error)
    expect(() => closed.addWorkingDays('2026-05-28', 10)).toThrow(error)
    expect(closed.addWorkingDays('2026-05-28', 2)).toBe('2026-06-01')
    expect(closed.nextWorkingDay('2026-08-10')).toBe('2026-08-17')
    expect(closed.workingDaysBetween('2026-06-01', '2026-08-16')).toBe(0)
  })

  it('is an error at the end of the calendar too', () => {
    const closed = createWorkCalendar(daysOff('2060-10-01', 92))
    expect(() => closed.nextWorkingDay('2060-10-01')).toThrow(
      expect.objectContaining({ code: 'no-working-day' }),
    )
  })
})

describe('for any calendar', () => {
  it('counts as the slow and obvious loop does', () => {
    fc.assert(
      fc.property(anyOverrides, anyNearDate, anyNearDate, (overrides, a, b) => {
        const some = createWorkCalendar(overrides)
        expect(some.workingDaysBetween(a, b)).toBe(countSlowly(some, a, b))
      }),
      { numRuns: 50 },
    )
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 800 }), (a, days) => {
        const b = addDays(a, days)
        if (!calendar.knows(b)) return
        expect(calendar.workingDaysBetween(a, b)).toBe(countSlowly(calendar, a, b))
      }),
    )
  })

  it('adds working days as it counts them', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 200 }), (date, days) => {
        const end = calendar.addWorkingDays(date, days)
        expect(calendar.isWorkingDay(end)).toBe(true)
        expect(calendar.workingDaysBetween(date, end)).toBe(days)
      }),
    )
  })

  it('finds the next working day as the slow and obvious loop does', () => {
    fc.assert(
      fc.property(anyOverrides, anyNearDate, (overrides, date) => {
        const some = createWorkCalendar(overrides)
        let next = addDays(date, 1)
        while (!some.isWorkingDay(next)) next = addDays(next, 1)
        expect(some.nextWorkingDay(date)).toBe(next)
        expect(some.firstWorkingDayFrom(date)).toBe(some.isWorkingDay(date) ? date : next)
      }),
      { numRuns: 50 },
    )
  })
})

function daysOff(from: string, count: number): CalendarDay[] {
  return Array.from({ length: count }, (_, i) => ({
    date: addDays(from, i),
    kind: 'off',
    name: '',
  }))
}

function countSlowly(some: WorkCalendar, after: string, upTo: string): number {
  if (upTo < after) return 0 - countSlowly(some, upTo, after)
  let count = 0
  for (let date = addDays(after, 1); date <= upTo; date = addDays(date, 1)) {
    if (some.isWorkingDay(date)) count++
  }
  return count
}
