import { Readable } from 'node:stream'
import type { Tx } from '../../db/transaction.ts'
import { exportHistoryStore } from './export-history.store.ts'
import { sealStore } from './seals.store.ts'

const events = 2_000
const seals = 200

/**
 * The whole history as lines of JSON, which anybody can verify alone (docs/audit.md): seals, then
 * each chain from its first event on, then where the chains end, and how much there was. Written
 * as it is read.
 */
export function exportHistory(db: Tx): Readable {
  return Readable.from(lines(db), { objectMode: false })
}

async function* lines(db: Tx): AsyncGenerator<Buffer> {
  const store = exportHistoryStore(db)
  // The last seal before the ends: what it binds lies before them.
  const lastSeal = (await sealStore(db).findLast())?.number ?? 0
  const heads = await store.listHeads()
  const written = { events: 0, chains: heads.length, seals: 0 }
  for (let after = 0; after < lastSeal; after += seals) {
    const rows = await store.listSeals(after, lastSeal, seals)
    written.seals += rows.length
    yield asLines(rows.map(({ number, hash, text }) => ({ seal: number, hash, text })))
  }
  for (const { chain, length } of heads) {
    for (let after = 0n; after < length; after += BigInt(events)) {
      const most = after + BigInt(events)
      const rows = await store.listEvents(chain, after, most < length ? most : length)
      written.events += rows.length
      yield asLines(
        rows.map(({ position, hash, text }) => ({ chain, position: Number(position), hash, text })),
      )
    }
  }
  const ends = heads.map(({ chain, length, hash }) => ({ chain, length: Number(length), hash }))
  yield asLines([...ends, { end: written }])
}

const asLines = (values: object[]): Buffer =>
  Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''))
