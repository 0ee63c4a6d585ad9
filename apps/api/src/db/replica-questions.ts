/** One statement that answers with one row. */
export type Ask = (sql: string) => Promise<Record<string, unknown> | undefined>

/** DATABASE_REPLICA_URL does not lead to a standby of DATABASE_URL; the message is one sentence. */
export class ReplicaRefused extends Error {
  override name = 'ReplicaRefused'
}

/** How far a server is: a position in the log of one of the histories a cluster may have. */
export interface Place {
  at: bigint
  timeline: number
}

/**
 * Commits are acknowledged once they are written to the primary's disk, so its position on disk
 * covers every commit that anybody has been told of. After a primary was put back to an earlier
 * time both count alike and mean different things; the timeline tells them apart.
 */
export async function placeOfPrimary(ask: Ask): Promise<Place> {
  return placeOf(
    await ask(`
    SELECT (pg_current_wal_flush_lsn() - '0/0')::text AS at, timeline_id AS timeline
      FROM pg_control_checkpoint()`),
  )
}

/** @throws Error when it is a standby no more */
export async function placeOfReplica(ask: Ask): Promise<Place> {
  return placeOf(
    await ask(`
    SELECT (pg_last_wal_replay_lsn() - '0/0')::text AS at, timeline_id AS timeline
      FROM pg_control_checkpoint() WHERE pg_is_in_recovery()`),
  )
}

function placeOf(row: Record<string, unknown> | undefined): Place {
  if (typeof row?.at !== 'string') throw new Error('The replica replays nothing.')
  return { at: BigInt(row.at), timeline: Number(row.timeline) }
}

/** Whether all that lies before `written` has been replayed. */
export function isAtLeast(replayed: Place, written: Place | null): boolean {
  return written !== null && replayed.timeline === written.timeline && replayed.at >= written.at
}

interface Server {
  system: string
  database: string
  standby: boolean
  commits: string
}

/** @throws ReplicaRefused, or as the servers do when they cannot be asked */
export async function checkPair(askPrimary: Ask, askReplica: Ask): Promise<void> {
  const [primary, replica] = await Promise.all([describe(askPrimary), describe(askReplica)])
  if (!replica.standby) {
    throw new ReplicaRefused(
      'DATABASE_REPLICA_URL leads to a server that is no standby: name one that replicates DATABASE_URL.',
    )
  }
  if (primary.system !== replica.system || primary.database !== replica.database) {
    throw new ReplicaRefused(
      'DATABASE_REPLICA_URL leads to a standby of another database: name one that replicates DATABASE_URL.',
    )
  }
  if (primary.commits === 'off') {
    throw new ReplicaRefused(
      'DATABASE_REPLICA_URL needs synchronous_commit on the primary, which is off: turn it on, or leave the replica out.',
    )
  }
}

async function describe(ask: Ask): Promise<Server> {
  return (await ask(`
    SELECT system_identifier::text AS system, current_database()::text AS database,
           pg_is_in_recovery() AS standby, current_setting('synchronous_commit') AS commits
      FROM pg_control_system()`)) as unknown as Server
}
