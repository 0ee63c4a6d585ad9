import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from '../cases/due-date.json' with { type: 'json' }
import {
  addDays,
  createWorkCalendar,
  effectiveDueOn,
  explainDueDate,
  workingDaysLeft,
} from '../src/index.ts'
import { anyDate, anyNearDate, anyOverrides } from './arbitraries.ts'

const calendar = createWorkCalendar()

describe('the effective due date', () => {
  it.each(cases)('$name', ({ dueOn, from, effectiveDueOn: expected, workingDays }) => {
    expect(effectiveDueOn(calendar, dueOn)).toBe(expected)
    expect(explainDueDate(calendar, { dueOn, from })).toMatchObject({
      dueOn,
      effectiveDueOn: expected,
      moved: dueOn !== expected,
      workingDays,
    })
  })

  it('is the due date itself or a later working day, and stays where it is', () => {
    fc.assert(
      fc.property(anyDate, (dueOn) => {
        const effective = effectiveDueOn(calendar, dueOn)
        expect(effective >= dueOn).toBe(true)
        expect(calendar.isWorkingDay(effective)).toBe(true)
        expect(effectiveDueOn(calendar, effective)).toBe(effective)
      }),
    )
  })

  it('never comes earlier when days off are added', () => {
    fc.assert(
      fc.property(
        anyOverrides,
        fc.array(anyNearDate, { maxLength: 12 }),
        anyNearDate,
        (some, off, dueOn) => {
          const more = off.map((date) => ({ date, kind: 'off', name: '' }) as const)
          const before = effectiveDueOn(createWorkCalendar(some), dueOn)
          const after = effectiveDueOn(createWorkCalendar([...some, ...more]), dueOn)
          expect(after >= before).toBe(true)
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('its explanation', () => {
  it('names the days passed over and those that count', () => {
    expect(explainDueDate(calendar, { dueOn: '2024-04-28', from: '2024-04-25' })).toEqual({
      dueOn: '2024-04-28',
      effectiveDueOn: '2024-05-02',
      moved: true,
      skipped: [
        { date: '2024-04-28', kind: 'off', name: 'Chủ nhật' },
        { date: '2024-04-29', kind: 'off', name: 'Nghỉ hoán đổi, làm bù thứ Bảy 04/05/2024' },
        { date: '2024-04-30', kind: 'off', name: 'Ngày Chiến thắng' },
        { date: '2024-05-01', kind: 'off', name: 'Ngày Quốc tế lao động' },
      ],
      workingDays: 2,
      days: [
        { date: '2024-04-26', kind: 'working', name: null, number: 1 },
        { date: '2024-04-27', kind: 'off', name: 'Thứ Bảy', number: null },
        { date: '2024-04-28', kind: 'off', name: 'Chủ nhật', number: null },
        {
          date: '2024-04-29',
          kind: 'off',
          name: 'Nghỉ hoán đổi, làm bù thứ Bảy 04/05/2024',
          number: null,
        },
        { date: '2024-04-30', kind: 'off', name: 'Ngày Chiến thắng', number: null },
        { date: '2024-05-01', kind: 'off', name: 'Ngày Quốc tế lao động', number: null },
        { date: '2024-05-02', kind: 'working', name: null, number: 2 },
      ],
      unlisted: 0,
      provisionalYears: [],
    })
  })

  it('lists no day that is past, and not more than a year of them', () => {
    expect(explainDueDate(calendar, { dueOn: '2024-04-26', from: '2024-05-03' }).days).toEqual([])
    const far = explainDueDate(calendar, { dueOn: '2050-06-01', from: '2024-05-03' })
    expect(far.days).toHaveLength(366)
    expect(addDays('2024-05-03', 366 + far.unlisted)).toBe('2050-06-01')
    expect(far.provisionalYears).toEqual([2050])
    expect(far.workingDays).toBe(calendar.workingDaysBetween('2024-05-03', '2050-06-01'))
  })

  it('counts the working days it lists', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 120 }), (from, days) => {
        const dueOn = addDays(from, days)
        if (!calendar.knows(addDays(dueOn, 31))) return
        const explained = explainDueDate(calendar, { dueOn, from })
        const working = explained.days.filter(({ kind }) => kind !== 'off')
        expect(explained.workingDays).toBe(working.length)
        expect(working.map(({ number }) => number)).toEqual(working.map((_, i) => i + 1))
        expect(explained.skipped.length > 0).toBe(explained.moved)
      }),
    )
  })

  it('refuses a due date outside the calendar', () => {
    expect(() => explainDueDate(calendar, { dueOn: '2061-01-03', from: '2026-01-01' })).toThrow(
      expect.objectContaining({ code: 'outside-calendar' }),
    )
  })
})

describe('working days left', () => {
  it.each([
    ['2024-05-08', '2024-05-10', 2],
    ['2024-05-10', '2024-05-10', 0],
    ['2024-05-11', '2024-05-10', -1],
    ['2024-05-13', '2024-05-10', -1],
    ['2024-05-14', '2024-05-10', -2],
    ['2024-04-26', '2024-05-04', 3],
    ['2024-05-04', '2024-05-06', 1],
  ])('on %s before %s: %i', (today, due, expected) => {
    expect(workingDaysLeft(calendar, today, due)).toBe(expected)
  })
})
