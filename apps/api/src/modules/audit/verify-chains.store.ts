import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'

/** Where a chain ends, as its head says. */
export interface ChainHead {
  chain: number
  length: bigint
  hash: string
}

/** A place in a chain, and the hash there. */
export type Place = Omit<ChainHead, 'chain'>

/** A stretch of one chain as it was found. `broken` is its first event that does not fit. */
export interface Stretch {
  last: Place | null
  broken: { id: string; at: Date; position: bigint; before: bigint } | null
}

export interface SealStretch {
  last: { number: number; hash: string } | null
  broken: { number: number; at: Date; before: number } | null
}

/** What a seal says of a chain that is not so. */
export interface UnkeptSeal {
  number: number
  at: Date
  chain: number
  position: bigint
}

const words = {
  report: { table: 'report', key: 'id', types: ['assignment.reported'] },
  review: {
    table: 'review',
    key: 'report_id',
    types: ['assignment.accepted', 'assignment.returned'],
  },
} as const

export function verifyChainsStore(db: Tx) {
  return {
    listHeads: (): Promise<ChainHead[]> => db.$queryRaw<ChainHead[]>`
      SELECT chain, length, encode(hash, 'hex') AS hash FROM event_chain ORDER BY chain`,

    async getStart(chain: number): Promise<string> {
      const [row] = await db.$queryRaw<{ hash: string }[]>`
        SELECT encode(event_chain_start(${chain}::int), 'hex') AS hash`
      return row?.hash ?? ''
    },

    async getSealStart(): Promise<string> {
      const [row] = await db.$queryRaw<{ hash: string }[]>`
        SELECT encode(audit_seal_start(), 'hex') AS hash`
      return row?.hash ?? ''
    },

    /** Hashes again what follows a place in a chain, up to another. */
    async checkStretch(chain: number, after: Place, to: bigint): Promise<Stretch> {
      const [row] = await db.$queryRaw<[Stretch]>`
        WITH part AS (
          SELECT e.id, e.at, e.position, e.hash,
                 lag(e.position, 1, ${after.length}::bigint) OVER w AS before,
                 sha256(lag(e.hash, 1, decode(${after.hash}, 'hex')) OVER w
                        || convert_to(event_text(e), 'UTF8')) AS expected
            FROM event e
           WHERE e.chain = ${chain}::int AND e.position > ${after.length}::bigint
             AND e.position <= ${to}::bigint
          WINDOW w AS (ORDER BY e.position))
        SELECT (SELECT json_build_object('length', position::text, 'hash', encode(hash, 'hex'))
                  FROM part ORDER BY part.position DESC LIMIT 1) AS last,
               (SELECT json_build_object('id', id, 'at', at, 'position', position::text,
                                         'before', before::text)
                  FROM part WHERE position <> before + 1 OR hash <> expected
                 ORDER BY part.position LIMIT 1) AS broken`
      const { last, broken } = row
      return {
        last: last && { ...last, length: BigInt(last.length) },
        broken: broken && {
          ...broken,
          at: new Date(broken.at),
          position: BigInt(broken.position),
          before: BigInt(broken.before),
        },
      }
    },

    /** Whether anything stands in a chain after a place. */
    async hasAfter(chain: number, position: bigint): Promise<boolean> {
      const found = await db.event.findFirst({
        where: { chain, position: { gt: position } },
        select: { id: true },
      })
      return found !== null
    },

    /** An event that stands before or after its chain, or in a chain that has no end. */
    async findUnchained(): Promise<{
      id: string
      at: Date
      chain: number
      position: bigint
    } | null> {
      const [row] = await db.$queryRaw<{ id: string; at: Date; chain: number; position: bigint }[]>`
        WITH RECURSIVE known AS (
          SELECT min(chain) AS chain FROM event
           UNION ALL
          SELECT (SELECT min(e.chain) FROM event e WHERE e.chain > known.chain)
            FROM known WHERE known.chain IS NOT NULL)
        SELECT found.* FROM known LEFT JOIN event_chain c ON c.chain = known.chain
         CROSS JOIN LATERAL (
           (SELECT e.id, e.at, e.chain, e.position FROM event e
             WHERE e.chain = known.chain AND e.position < 1 ORDER BY e.position LIMIT 1)
           UNION ALL
           (SELECT e.id, e.at, e.chain, e.position FROM event e
             WHERE e.chain = known.chain AND e.position > COALESCE(c.length, 0)
             ORDER BY e.position LIMIT 1)) AS found
         ORDER BY found.chain, found.position LIMIT 1`
      return row ?? null
    },

    /** Hashes again the seals that follow one. */
    async checkSeals(after: { number: number; hash: string }, limit: number): Promise<SealStretch> {
      const [row] = await db.$queryRaw<[SealStretch]>`
        WITH part AS (
          SELECT s.number, s.at, s.hash, lag(s.number, 1, ${after.number}::int) OVER w AS before,
                 sha256(lag(s.hash, 1, decode(${after.hash}, 'hex')) OVER w
                        || convert_to(audit_seal_text(s), 'UTF8')) AS expected
            FROM audit_seal s
           WHERE s.number > ${after.number}::int AND s.number <= ${after.number + limit}::int
          WINDOW w AS (ORDER BY s.number))
        SELECT (SELECT json_build_object('number', number, 'hash', encode(hash, 'hex'))
                  FROM part ORDER BY part.number DESC LIMIT 1) AS last,
               (SELECT json_build_object('number', number, 'at', at, 'before', before)
                  FROM part WHERE number <> before + 1 OR hash <> expected
                 ORDER BY part.number LIMIT 1) AS broken`
      const { last, broken } = row
      return { last, broken: broken && { ...broken, at: new Date(broken.at) } }
    },

    /** The first of the seals after one, so many, that names an event which is not there. */
    async findUnkeptSeal(after: number, limit: number): Promise<UnkeptSeal | null> {
      const [row] = await db.$queryRaw<UnkeptSeal[]>`
        SELECT s.number, s.at, (head->>0)::int AS chain, (head->>1)::bigint AS position
          FROM audit_seal s CROSS JOIN jsonb_array_elements(s.heads) AS head
          LEFT JOIN event e ON e.chain = (head->>0)::int AND e.position = (head->>1)::bigint
         WHERE s.number > ${after}::int AND s.number <= ${after + limit}::int
           AND encode(e.hash, 'hex') IS DISTINCT FROM head->>2
         ORDER BY s.number, chain LIMIT 1`
      return row ?? null
    },

    /** Of the records after one, so many: the last, and the first of which no event tells. */
    async checkRecords(
      what: keyof typeof words,
      after: string,
      limit: number,
    ): Promise<{ last: string | null; untold: string | null }> {
      const { table, key, types } = words[what]
      const [id, from] = [Prisma.raw(key), Prisma.raw(table)]
      const assignment =
        what === 'report'
          ? Prisma.sql`r.assignment_id`
          : Prisma.sql`(SELECT assignment_id FROM report WHERE id = r.report_id)`
      const [row] = await db.$queryRaw<{ last: string | null; untold: string | null }[]>`
        WITH part AS (
          SELECT r.${id} AS id, ${assignment} AS assignment_id FROM ${from} r
           WHERE r.${id} > ${after}::uuid ORDER BY r.${id} ${Prisma.raw(`LIMIT ${limit}`)})
        SELECT (SELECT id FROM part ORDER BY id DESC LIMIT 1) AS last,
               (SELECT p.id FROM part p WHERE NOT EXISTS (
                  SELECT FROM event e WHERE e.assignment_id = p.assignment_id
                     AND e.type = ANY(${[...types]}::text[]) AND e.after->>'reportId' = p.id::text)
                 ORDER BY p.id LIMIT 1) AS untold`
      return row ?? { last: null, untold: null }
    },
  }
}
