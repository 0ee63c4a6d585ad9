import type { Tx } from '../../db/transaction.ts'
import type { ChainHead } from './verify-chains.store.ts'

/** A line of an export: what was hashed, as a text, and the hash. */
export interface HashedText {
  text: string
  hash: string
}

export function exportHistoryStore(db: Tx) {
  return {
    listSeals: (
      after: number,
      to: number,
      limit: number,
    ): Promise<(HashedText & { number: number })[]> => db.$queryRaw`
      SELECT s.number, audit_seal_text(s) AS text, encode(s.hash, 'hex') AS hash
        FROM audit_seal s WHERE s.number > ${after}::int AND s.number <= ${to}::int
         AND s.number <= ${after + limit}::int ORDER BY s.number`,

    listHeads: (): Promise<ChainHead[]> => db.$queryRaw<ChainHead[]>`
      SELECT chain, length, encode(hash, 'hex') AS hash FROM event_chain ORDER BY chain`,

    listEvents: (
      chain: number,
      after: bigint,
      to: bigint,
    ): Promise<(HashedText & { position: bigint })[]> => db.$queryRaw`
      SELECT e.position, event_text(e) AS text, encode(e.hash, 'hex') AS hash
        FROM event e WHERE e.chain = ${chain}::int AND e.position > ${after}::bigint
         AND e.position <= ${to}::bigint ORDER BY e.position`,
  }
}
