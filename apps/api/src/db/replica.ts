import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { askTogether } from './ask-together.ts'
import type { DatabaseLog } from './client.ts'
import { guardAdapter, guardReads } from './guard.ts'
import { observed, type StatementSeen } from './observe.ts'
import { breakConnections, createPool, probeServer } from './postgres.ts'
import { type ReadRows, rowsOfPostgres } from './read-rows.ts'
import {
  type Ask,
  checkPair,
  isAtLeast,
  placeOfPrimary,
  placeOfReplica,
  ReplicaRefused,
} from './replica-questions.ts'
import { watchServer } from './watch.ts'

/** A replica that did not answer is left alone for so long, and one not yet known is asked again. */
const leftAloneMs = 1_000

export interface Replica {
  /** For the one who reads by it (`preferReplica`). */
  adapter: SqlDriverAdapterFactory
  readRows: ReadRows
  /** Whether it has everything that was committed before this call. Never fails. */
  hasCaughtUp(): Promise<boolean>
  /**
   * Once, before it is used. One that does not answer is no hindrance: it is looked at when it does.
   * @throws ReplicaRefused when it answers and is no standby of the primary
   */
  check(): Promise<void>
  close(): Promise<void>
}

/**
 * A PostgreSQL standby that is read by as long as it is known to be one of this primary, answers,
 * and has replayed what the primary has written. Said in the log is only that it went and came back.
 * @param askPrimary one statement on the primary
 */
export function openReplica(
  replicaUrl: string,
  askPrimary: Ask,
  {
    poolSize,
    log,
    onStatement,
  }: {
    poolSize: number
    log?: DatabaseLog | undefined
    onStatement?: ((statement: StatementSeen) => void) | undefined
  },
): Replica {
  const pool = createPool(replicaUrl, poolSize)
  const watch = watchServer(() => probeServer(replicaUrl), {
    lost: () => breakConnections(pool),
    back: () => {},
  })
  const supervise = observed(onStatement, watch.supervise)
  const ask: Ask = (sql) => watch.supervise(async () => (await pool.query({ text: sql })).rows[0])
  let state: 'unknown' | 'known' | 'refused' = 'unknown'
  let gone = false
  let notBefore = Number.NEGATIVE_INFINITY

  const check = async (): Promise<void> => {
    try {
      await checkPair(askPrimary, ask)
      state = 'known'
    } catch (error) {
      if (!(error instanceof ReplicaRefused)) throw error
      state = 'refused'
      throw error
    }
  }

  const compare = async (): Promise<boolean> => {
    if (state === 'refused' || performance.now() < notBefore) return false
    try {
      if (state === 'unknown') await check()
      // The primary's own failure is told by whoever reads there next.
      const written = placeOfPrimary(askPrimary).catch(() => null)
      const replayed = await placeOfReplica(ask)
      if (gone) log?.info('The replica answers again: public pages are read by it.')
      gone = false
      return isAtLeast(replayed, await written)
    } catch (error) {
      notBefore = performance.now() + leftAloneMs
      if (error instanceof ReplicaRefused) log?.warn(error.message)
      else if (!gone) log?.warn('The replica does not answer: the primary is read instead.')
      gone = true
      return false
    }
  }

  return {
    adapter: guardAdapter(new PrismaPg(pool), supervise),
    readRows: guardReads(rowsOfPostgres(pool), supervise),
    hasCaughtUp: askTogether(compare),
    async check() {
      try {
        await check()
      } catch (error) {
        if (error instanceof ReplicaRefused) throw error
        gone = true
        log?.warn('The replica does not answer: the primary is read instead.')
      }
    },
    async close() {
      watch.stop()
      await pool.end()
    },
  }
}
