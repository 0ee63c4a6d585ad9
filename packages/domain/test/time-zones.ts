import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** Zones with their offset from UTC in July, in minutes: both ends of the map, and ours. */
const zones = {
  UTC: 0,
  'Asia/Ho_Chi_Minh': 420,
  'America/New_York': -240,
  'Pacific/Kiritimati': 840,
  'Pacific/Pago_Pago': -660,
} as const

/** Runs the same tests on a machine in each zone: no answer may depend on where it stands. */
export function inEveryTimeZone(tests: () => void): void {
  describe.each(Object.entries(zones))('in %s', (zone, offset) => {
    const before = process.env.TZ
    beforeAll(() => {
      process.env.TZ = zone
    })
    afterAll(() => {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    })
    it('is in that zone', () => {
      expect(new Date('2024-07-01T12:00:00Z').getTimezoneOffset()).toBe(0 - offset)
    })
    tests()
  })
}
