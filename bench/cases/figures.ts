import { inTurns } from '../measure.ts'
import { startProduct } from '../servers.ts'
import { atLeast, atMost, inMs, lineOf } from '../table.ts'
import type { Case } from './case.ts'

const day = 86_400_000
const civil = (at: number) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10)
const path = '/api/public/v1/statistics?groupBy=unit'
const holds = (body: string) => {
  const { rows, items } = JSON.parse(body)
  return (rows ?? items).length > 0
}
/** Milliseconds of one answer, where so many are asked for at a time. */
const each = (throughput: number, connections: number) => (1000 / throughput) * connections

export const figuresNow: Case = {
  name: 'statistics',
  async run({ product, reference, smallDatabaseUrl, seconds, rows }) {
    const { address } = await product('everything read')
    const small = await startProduct({ DATABASE_URL: smallDatabaseUrl, KEPT_ANSWERS_MIB: '0' })
    try {
      const bare = `/statistics?today=${civil(Date.now())}`
      const [now, hand, tenth, again] = await inTurns(
        [
          { address, paths: [path], holds },
          { address: (await reference()).address, paths: [bare], holds },
          { address: small.address, paths: [path], holds },
          { address: (await product('hot')).address, paths: [path], holds },
        ],
        { seconds, connections: 1 },
      )
      if (!now || !hand || !tenth || !again) throw new Error('All were asked.')
      const [a, b, c, d] = [now, hand, tenth, again].map(({ throughput }) => each(throughput, 1))
      if (!a || !b || !c || !d) throw new Error('All were timed.')
      return [
        lineOf(
          'statistics by unit, now, counted anew',
          { ours: inMs(a), reference: inMs(b), value: b / a },
          atLeast(100),
          rows,
        ),
        lineOf(
          'asked again, nothing changed',
          { ours: inMs(d), reference: inMs(b), value: b / d },
          atLeast(100),
          rows,
        ),
        lineOf(
          'counted anew, against a tenth as many rows (reference)',
          { ours: inMs(a), reference: inMs(c), value: a / c },
          atMost(1.2),
          rows,
        ),
      ]
    } finally {
      await small.stop()
    }
  },
}

export const figuresAsked: Case = {
  name: 'statistics-asked',
  async run({ product, reference, seconds, rows }) {
    const today = civil(Date.now())
    const at = civil(Date.now() - 200 * day)
    const cases = [
      [
        'statistics of one type of unit',
        '&unitType=ward',
        `/statistics/type?today=${today}&type=ward`,
      ],
      [
        'statistics as of 200 days ago',
        `&asOf=${at}`,
        `/statistics/as-of?today=${at}&at=${at}T16:59:59.999Z`,
      ],
    ] as const
    const lines = []
    for (const [name, ours, bare] of cases) {
      const [own, hand] = await inTurns(
        [
          { address: (await product('everything read')).address, paths: [path + ours], holds },
          { address: (await reference()).address, paths: [bare], holds },
        ],
        { seconds, connections: 1 },
      )
      if (!own || !hand) throw new Error('Both were asked.')
      const [a, b] = [each(own.throughput, 1), each(hand.throughput, 1)]
      const line = { ours: inMs(a), reference: inMs(b), value: a / b }
      lines.push(lineOf(name, line, atMost(1.2), rows))
    }
    return lines
  },
}
