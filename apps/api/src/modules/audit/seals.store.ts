import type { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'

export interface SealRecord {
  number: number
  at: Date
  hash: string
}

/** One number for all processes of the product: whoever holds it seals, the rest wait. */
const sealLock = 12_982_017

const record = ({ number, at, hash }: Prisma.AuditSealGetPayload<object>): SealRecord => ({
  number,
  at,
  hash: Buffer.from(hash).toString('hex'),
})

export function sealStore(db: Tx) {
  return {
    /** Until the transaction ends nobody else seals. */
    async lockSealing(): Promise<void> {
      await db.$queryRaw`SELECT pg_advisory_xact_lock(${sealLock}::bigint)::text`
    },

    /**
     * Binds the ends of all chains as they are committed, in one look at them.
     * @returns null when no chain has grown since the last seal
     */
    async insert(at: Date): Promise<SealRecord | null> {
      const [sealed] = await db.$queryRaw<SealRecord[]>`
        WITH last AS (SELECT number, hash FROM audit_seal ORDER BY number DESC LIMIT 1),
        grown AS (
          SELECT jsonb_agg(jsonb_build_array(c.chain, c.length, encode(c.hash, 'hex'))
                           ORDER BY c.chain) AS heads
            FROM event_chain c
           WHERE c.length > COALESCE((SELECT (head->>1)::bigint
                   FROM audit_seal s, jsonb_array_elements(s.heads) AS head
                  WHERE (head->>0)::int = c.chain ORDER BY s.number DESC LIMIT 1), 0)),
        next AS (
          SELECT COALESCE((SELECT number FROM last), 0) + 1 AS number,
                 ${at}::timestamptz(3) AS at, heads FROM grown WHERE heads IS NOT NULL)
        INSERT INTO audit_seal (number, at, heads, hash)
        SELECT number, at, heads, sha256(
                 COALESCE((SELECT hash FROM last), audit_seal_start())
                 || convert_to(audit_seal_text(ROW(number, at, heads, NULL)::audit_seal), 'UTF8'))
          FROM next
        RETURNING number, at, encode(hash, 'hex') AS hash`
      return sealed ?? null
    },

    async findLast(): Promise<SealRecord | null> {
      const row = await db.auditSeal.findFirst({ orderBy: { number: 'desc' } })
      return row && record(row)
    },

    /** The latest first. */
    async list(before: number | null, limit: number): Promise<SealRecord[]> {
      const rows = await db.auditSeal.findMany({
        where: before === null ? {} : { number: { lt: before } },
        orderBy: { number: 'desc' },
        take: limit,
      })
      return rows.map(record)
    },

    count: (): Promise<number> => db.auditSeal.count(),
  }
}
