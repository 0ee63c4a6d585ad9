import { withClient } from '../data/database.ts'
import { inTurns, type Side } from '../measure.ts'
import { atLeast, atMost, inMs, lineOf, paceText } from '../table.ts'
import type { Case } from './case.ts'

const connections = 50
export const listPath = '/api/public/v1/assignments?limit=50'
const holdsPage = (body: string) => JSON.parse(body).items.length >= 50

export const firstPage: Case = {
  name: 'list',
  async run({ product, reference, seconds, rows }) {
    const sides: Side[] = [
      { address: (await product('everything read')).address, paths: [listPath], holds: holdsPage },
      { address: (await reference()).address, paths: ['/list'], holds: holdsPage },
    ]
    const [ours, bare] = await inTurns(sides, { seconds, connections })
    if (!ours || !bare) throw new Error('Both sides were asked.')
    return [
      lineOf(
        'public list, first page, all read',
        {
          ours: paceText(ours),
          reference: paceText(bare),
          value: ours.throughput / bare.throughput,
        },
        atLeast(0.8),
        rows,
      ),
      lineOf(
        'its p99',
        { ours: inMs(ours.p99), reference: inMs(bare.p99), value: ours.p99 / bare.p99 },
        atMost(2),
        rows,
      ),
    ]
  },
}

export const hotPage: Case = {
  name: 'hot',
  async run({ product, reference, seconds, rows }) {
    const { address } = await product('hot')
    const bare = (await reference()).address
    const etag = (await fetch(address + listPath)).headers.get('etag') ?? ''
    const [hot, list, known, hello] = await inTurns(
      [
        { address, paths: [listPath], holds: holdsPage },
        { address: bare, paths: ['/list'], holds: holdsPage },
        {
          address,
          paths: [listPath],
          headers: { 'if-none-match': etag },
          status: 304,
          holds: (body) => body === '',
        },
        { address: bare, paths: ['/hello'], holds: (body) => body.includes('world') },
      ],
      { seconds, connections },
    )
    if (!hot || !list || !known || !hello) throw new Error('All were asked.')
    return [
      lineOf(
        'the same again, nothing changed',
        {
          ours: paceText(hot),
          reference: paceText(list),
          value: hot.throughput / list.throughput,
        },
        atLeast(5),
        rows,
      ),
      lineOf(
        'with If-None-Match, against hello',
        {
          ours: paceText(known),
          reference: paceText(hello),
          value: known.throughput / hello.throughput,
        },
        atLeast(0.6),
        rows,
      ),
    ]
  },
}

export const deepPage: Case = {
  name: 'deep',
  async run({ product, databaseUrl, seconds, rows }) {
    const { address } = await product('everything read')
    // Page 10,000 of fifty each, or the last but one of a smaller list.
    const before = Math.min(9_999 * 50, Math.floor(rows * 0.7))
    const cursor = await withClient(databaseUrl, async (client) => {
      const { rows: found } = await client.query<{ due_on: string; assignment_id: string }>(
        `SELECT due_on::text, assignment_id FROM assignment_period
          WHERE valid_to IS NULL AND role = 'lead' AND state <> 'withdrawn' AND visibility <> 'internal'
          ORDER BY due_on, assignment_id OFFSET $1 LIMIT 1`,
        [before],
      )
      return [found[0]?.due_on, found[0]?.assignment_id]
    })
    const text = Buffer.from(JSON.stringify(cursor)).toString('base64url')
    const [late, first] = await inTurns(
      [
        { address, paths: [`${listPath}&cursor=${text}`], holds: holdsPage },
        { address, paths: [listPath], holds: holdsPage },
      ],
      { seconds, connections: 10 },
    )
    if (!late || !first) throw new Error('Both were asked.')
    return [
      lineOf(
        'page 10,000 against page 1 (reference)',
        {
          ours: paceText(late),
          reference: paceText(first),
          value: first.throughput / late.throughput,
        },
        atMost(1.2),
        rows,
      ),
    ]
  },
}

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)

const filters: [string, string, string][] = [
  ['by unit', '&unit=xa-57', '/list/unit?unit=xa-57'],
  ['by status', '&status=overdue', `/list/overdue?today=${today()}`],
  ['by words without marks', '&q=xoai+tram+chim', '/list/words?q=xoai+tram+chim'],
]

export const filtered: Case = {
  name: 'filters',
  async run({ product, reference, seconds, rows }) {
    const lines = []
    for (const [name, ours, bare] of filters) {
      const holds = (body: string) => JSON.parse(body).items.length > 0
      const [own, hand] = await inTurns(
        [
          { address: (await product('everything read')).address, paths: [listPath + ours], holds },
          { address: (await reference()).address, paths: [bare], holds },
        ],
        { seconds, connections: 10 },
      )
      if (!own || !hand) throw new Error('Both were asked.')
      const value = own.throughput / hand.throughput
      const [a, b] = [paceText(own), paceText(hand)]
      lines.push(lineOf(`list ${name}`, { ours: a, reference: b, value }, atLeast(0.7), rows))
    }
    return lines
  },
}
