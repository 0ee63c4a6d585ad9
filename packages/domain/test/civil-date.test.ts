import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  civilDateAt,
  civilDateOf,
  dayNumber,
  daysBetween,
  endOfDay,
  formatCivilDate,
  formatOfficialDate,
  instantAt,
  isCivilDate,
  monthOf,
  parseCivilDate,
  quarterOf,
  secondOfDayAt,
  startOfDay,
  weekdayName,
  weekdayOf,
  yearOf,
} from '../src/index.ts'
import { anyInstant } from './arbitraries.ts'
import { inEveryTimeZone } from './time-zones.ts'

describe('a civil date', () => {
  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31', '2026-11-24'])(
    '%s is one',
    (text) => {
      expect(parseCivilDate(text)).toBe(text)
      expect(isCivilDate(text)).toBe(true)
    },
  )

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2100-02-29',
    '2024-02-30',
    '2024-04-31',
    '2024-00-10',
    '2024-13-01',
    '2024-01-00',
    '2024-01-32',
    '1899-12-31',
    '2200-01-01',
    '2024-1-1',
    '24-01-01',
    '2024-01-01T00:00:00Z',
    ' 2024-01-01',
    '2024-01-01\n',
    '01/01/2024',
    '２０２４-01-01',
    '',
  ])('%j is none', (text) => {
    expect(parseCivilDate(text)).toBeNull()
    expect(isCivilDate(text)).toBe(false)
  })

  it.each([null, undefined, 20240101, new Date(0)])('%s is none', (value) => {
    expect(isCivilDate(value)).toBe(false)
  })

  it('agrees with the proleptic Gregorian calendar on every day of 1900–2199', () => {
    const last = dayNumber('2199-12-31')
    for (let day = dayNumber('1900-01-01'); day <= last; day++) {
      const date = new Date(day * 86_400_000)
      const text = date.toISOString().slice(0, 10)
      if (civilDateOf(day) !== text || dayNumber(text) !== day || parseCivilDate(text) !== text) {
        expect.unreachable(text)
      }
      if (weekdayOf(text) !== (date.getUTCDay() || 7)) expect.unreachable(`weekday of ${text}`)
    }
    expect(last - dayNumber('1900-01-01')).toBe(109_572)
  })

  it('counts days', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2)
  })

  it.each([
    ['2026-01-31', 2026, '2026-01', '2026-Q1'],
    ['2026-03-31', 2026, '2026-03', '2026-Q1'],
    ['2026-04-01', 2026, '2026-04', '2026-Q2'],
    ['2026-09-30', 2026, '2026-09', '2026-Q3'],
    ['2026-12-31', 2026, '2026-12', '2026-Q4'],
  ])('%s lies in %i, %s, %s', (date, year, month, quarter) => {
    expect([yearOf(date), monthOf(date), quarterOf(date)]).toEqual([year, month, quarter])
  })
})

describe('a date in words', () => {
  it.each([
    ['2026-02-05', '05/02/2026', 'ngày 05 tháng 02 năm 2026'],
    ['2026-01-15', '15/01/2026', 'ngày 15 tháng 01 năm 2026'],
    ['2026-03-09', '09/03/2026', 'ngày 09 tháng 3 năm 2026'],
    ['2026-10-20', '20/10/2026', 'ngày 20 tháng 10 năm 2026'],
    ['2013-12-23', '23/12/2013', 'ngày 23 tháng 12 năm 2013'],
  ])('%s', (date, short, official) => {
    expect(formatCivilDate(date)).toBe(short)
    expect(formatOfficialDate(date)).toBe(official)
  })

  it('names the weekday', () => {
    const week = [
      '2026-12-14',
      '2026-12-15',
      '2026-12-16',
      '2026-12-17',
      '2026-12-18',
      '2026-12-19',
      '2026-12-20',
    ]
    expect(week.map((date) => weekdayName(date, 'vi'))).toEqual([
      'thứ Hai',
      'thứ Ba',
      'thứ Tư',
      'thứ Năm',
      'thứ Sáu',
      'thứ Bảy',
      'Chủ nhật',
    ])
    expect(week.map((date) => weekdayName(date, 'en'))[0]).toBe('Monday')
    expect(weekdayName('2026-12-20', 'en')).toBe('Sunday')
  })
})

describe('an instant', () => {
  inEveryTimeZone(() => {
    it.each([
      ['2024-04-25T16:59:59.999Z', '2024-04-25', 86_399],
      ['2024-04-25T17:00:00.000Z', '2024-04-26', 0],
      ['2024-04-26T08:00:00.999Z', '2024-04-26', 54_000],
      ['2025-12-31T17:00:00Z', '2026-01-01', 0],
      ['2024-02-28T17:00:00Z', '2024-02-29', 0],
      ['1969-12-31T16:59:59.999Z', '1969-12-31', 86_399],
      ['1969-12-31T17:00:00Z', '1970-01-01', 0],
    ])('%s falls on %s here, at second %i', (text, date, second) => {
      expect(civilDateAt(new Date(text))).toBe(date)
      expect(secondOfDayAt(new Date(text))).toBe(second)
    })

    it('has its day begin and end at midnight here', () => {
      expect(startOfDay('2024-04-26').toISOString()).toBe('2024-04-25T17:00:00.000Z')
      expect(endOfDay('2024-04-26').toISOString()).toBe('2024-04-26T17:00:00.000Z')
      expect(endOfDay('2024-02-28')).toEqual(startOfDay('2024-02-29'))
      expect(instantAt('2024-04-26', '15:00').toISOString()).toBe('2024-04-26T08:00:00.000Z')
      expect(instantAt('2024-04-26', '15:00:01').toISOString()).toBe('2024-04-26T08:00:01.000Z')
    })

    it('lies in the day it falls on', () => {
      fc.assert(
        fc.property(anyInstant, (instant) => {
          const date = civilDateAt(instant)
          expect(startOfDay(date) <= instant && instant < endOfDay(date)).toBe(true)
        }),
      )
    })
  })

  it.each(['24:00', '7:00', '15:60', '15:00:60', '15', '', '15:00Z'])(
    '%j is no time of day',
    (time) => {
      expect(() => instantAt('2024-04-26', time)).toThrow(RangeError)
    },
  )
})
