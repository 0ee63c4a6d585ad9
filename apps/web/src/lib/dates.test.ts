import { afterEach, describe, expect, it } from 'vitest'
import { formatBytes, formatCivilDate, formatInstant, formatShare } from './format.ts'
import { parseTypedDate } from './typed-date.ts'

const home = process.env.TZ
afterEach(() => {
  process.env.TZ = home
})

describe.each(['Asia/Ho_Chi_Minh', 'UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
  'with a computer in %s',
  (zone) => {
    it.each([
      ['05/02/2027', '2027-02-05'],
      ['5/2/2027', '2027-02-05'],
      ['5-2-2027', '2027-02-05'],
      ['05.02.2027', '2027-02-05'],
      [' 05 02 2027 ', '2027-02-05'],
      ['05022027', '2027-02-05'],
      ['2027-02-05', '2027-02-05'],
      ['29/02/2028', '2028-02-29'],
      ['31/12/2026', '2026-12-31'],
    ])('a person who types %s means %s', (text, date) => {
      process.env.TZ = zone
      expect(parseTypedDate(text)).toBe(date)
      expect(parseTypedDate(formatCivilDate(date))).toBe(date)
    })

    it.each(['31/02/2027', '29/02/2027', '2/13/2027', '5/2/27', '5/2', 'mai', '', '00/00/0000'])(
      '%s is no day',
      (text) => {
        process.env.TZ = zone
        expect(parseTypedDate(text)).toBeNull()
      },
    )

    it.each([
      ['2026-11-20T08:20:00.000Z', '20/11/2026 15:20'],
      ['2026-11-20T16:59:59.999Z', '20/11/2026 23:59'],
      ['2026-11-20T17:00:00.000Z', '21/11/2026 00:00'],
      ['2026-12-31T17:05:00.000Z', '01/01/2027 00:05'],
    ])('%s is shown as the time in Việt Nam', (instant, text) => {
      process.env.TZ = zone
      expect(formatInstant(instant)).toBe(text)
    })
  },
)

describe('figures', () => {
  it('write a share with a comma, and nothing as nothing', () => {
    expect(formatShare(0.875)).toBe('87,5\u00a0%')
    expect(formatShare(0)).toBe('0\u00a0%')
    expect(formatShare(null)).toBe('–')
  })

  it('say 100 % only of all, and 0 % only of none', () => {
    expect(formatShare(1)).toBe('100\u00a0%')
    expect(formatShare(0.9999)).toBe('99,9\u00a0%')
    expect(formatShare(0.0001)).toBe('0,1\u00a0%')
    expect(formatShare(1 / 6)).toBe('16,7\u00a0%')
  })

  it('write the size of a file', () => {
    expect(formatBytes(512)).toBe('512 B')
    expect(formatBytes(50 * 1024 * 1024)).toBe('50 MB')
    expect(formatBytes(1_500_000)).toBe('1,4 MB')
  })
})
