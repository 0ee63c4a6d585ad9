import { describe, expect, it } from 'vitest'
import years from '../cases/official-years.json' with { type: 'json' }
import { createWorkCalendar, weekdayOf, yearsAwaitingCalendar } from '../src/index.ts'
import { lunarYear } from '../src/lunar-dates.ts'
import { swaps, swapsOf } from '../src/official-calendar.ts'
import { legalHolidays, ruleDaysOff } from '../src/rule-calendar.ts'

const calendar = createWorkCalendar()

describe('an official year', () => {
  it.each(years)('$year has its days off and make-up days', ({ year, off, makeUp, basis }) => {
    const daysOf = (kind: string) =>
      calendar
        .daysOf(year)
        .filter((day) => day.kind === kind)
        .map((day) => day.date)
    expect(daysOf('off')).toEqual(read(year, off))
    expect(daysOf('make_up')).toEqual(read(year, makeUp).sort())
    expect(calendar.basisOf(year)).toBe(basis)
    expect(calendar.daysOf(year).every((day) => day.name !== '')).toBe(true)
  })

  it.each(years)("$year is the law's rule and its swaps", ({ year }) => {
    const swapped = swaps.map(({ off }) => off).filter((date) => date.startsWith(`${year}`))
    const off = calendar
      .daysOf(year)
      .filter((day) => day.kind === 'off')
      .map((day) => day.date)
    expect([...ruleDaysOff(year).map((day) => day.date), ...swapped].sort()).toEqual(off)
  })

  it('swaps weekdays for Saturdays', () => {
    for (const { off, worked } of swaps) {
      expect(weekdayOf(off)).toBeLessThan(6)
      expect(weekdayOf(worked)).toBe(6)
    }
    expect(swapsOf(2019)).toEqual([
      { off: '2018-12-31', worked: '2019-01-05' },
      { off: '2019-04-29', worked: '2019-05-04' },
    ])
  })
})

describe('a year by the law alone', () => {
  it('says so', () => {
    expect([2000, 2012, 2028, 2060].map(calendar.basisOf)).toEqual(['rule', 'rule', 'rule', 'rule'])
  })

  it('has the holidays of its time', () => {
    const names = (year: number) => new Set(legalHolidays(year).map(({ name }) => name))
    expect(names(2006).has('Giỗ Tổ Hùng Vương')).toBe(false)
    expect(names(2007).has('Giỗ Tổ Hùng Vương')).toBe(true)
    expect(names(2025).has('Ngày Văn hóa Việt Nam')).toBe(false)
    expect(names(2028).has('Ngày Văn hóa Việt Nam')).toBe(true)
    const days = (year: number, name: string) =>
      legalHolidays(year).filter((day) => day.name === name).length
    expect([days(2012, 'Tết Nguyên đán'), days(2028, 'Tết Nguyên đán')]).toEqual([4, 5])
    expect([days(2012, 'Quốc khánh'), days(2028, 'Quốc khánh')]).toEqual([1, 2])
  })

  it('makes up for every holiday of a weekend, and gives eleven or twelve days', () => {
    for (let year = 2026; year <= 2060; year++) {
      expect(ruleDaysOff(year)).toHaveLength(12)
    }
    expect(ruleDaysOff(2025)).toHaveLength(11)
  })

  it('makes up for 30/4 and 1/5 on a weekend with the two days after', () => {
    expect(
      ruleDaysOff(2033)
        .filter(({ date }) => /-0[45]-/.test(date))
        .slice(-2),
    ).toEqual([
      { date: '2033-05-02', name: 'Nghỉ bù Ngày Chiến thắng' },
      { date: '2033-05-03', name: 'Nghỉ bù Ngày Quốc tế lao động' },
    ])
  })
})

describe('the lunar dates', () => {
  it('are those of UTC+7 where the Chinese ones differ', () => {
    expect([2007, 2030, 2053].map((year) => lunarYear(year).tet)).toEqual([
      '2007-02-17',
      '2030-02-02',
      '2053-02-18',
    ])
  })

  it('keep Tết between 21 January and 20 February, and 10 March two moons and ten days later', () => {
    for (let year = 2000; year <= 2060; year++) {
      const { tet, hungKings } = lunarYear(year)
      expect(tet >= `${year}-01-21` && tet <= `${year}-02-20`).toBe(true)
      const days = (Date.parse(hungKings) - Date.parse(tet)) / 86_400_000
      // One moon more when the first or the second month comes twice.
      expect([67, 68, 69, 97, 98]).toContain(days)
    }
    expect(() => lunarYear(2061)).toThrow(RangeError)
  })
})

describe('a year that waits for its calendar', () => {
  it.each([
    ['2026-09-30', []],
    ['2026-10-01', [2027]],
    ['2027-02-01', [2027]],
    ['2027-10-01', [2027, 2028]],
    ['2060-12-01', [2060]],
  ])('on %s: %j', (today, expected) => {
    expect(yearsAwaitingCalendar(calendar, today)).toEqual(expected)
  })
})

/** `29⇄, 30/4; 1–3/5; 4bù/5`: days, each group with its month; marks say why and change nothing. */
function read(year: number, text: string): string[] {
  const days: number[] = []
  const dates: string[] = []
  for (const part of text.split(/[;,]\s*/).filter(Boolean)) {
    const [, first, last, month] = /^(\d+)(?:–(\d+))?(?:bù|⇄)?(?:\/(\d+))?$/.exec(part) ?? []
    for (let day = Number(first); day <= Number(last ?? first); day++) days.push(day)
    if (!month) continue
    for (const day of days.splice(0)) {
      dates.push(`${year}-${month.padStart(2, '0')}-${String(day).padStart(2, '0')}`)
    }
  }
  return dates
}
