import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseUnavailable } from './errors.ts'
import { Prisma } from './generated/client.ts'
import { plannedOnce } from './read-rows.ts'
import type { Tx } from './transaction.ts'

/*
 * What stood on record at an instant must be the same whenever it is asked. Two things could break
 * that: an act that took its instant before the question and commits after it, and one that takes
 * the very instant of a question already answered. So whoever records holds a lock from before it
 * takes its instant until it commits, and whoever asks lets the clock pass the instant asked about
 * and waits for those who hold the lock. Nobody who records waits for one who asks. The database
 * releases the lock after what was committed can be seen.
 *
 * Several processes agree on what is before and after as far as their clocks do. A clock that stands
 * still, as in tests, passes nothing: what is recorded at the very instant of an answer is not in it.
 */

/** Whose lock it is among the advisory locks of the database: "dung", in ASCII. */
const lockClass = 0x64756e67
/** Longer than any act may take: what was asked about earlier than this has long been settled. */
export const longestAct = 10 * 60_000
/** How often a clock is looked at again that has not passed the instant asked about. */
const patience = 3
const firstPause = 2
const longestPause = 50
/** Milliseconds after which a question says that it cannot be answered now, rather than wait on. */
const longestWait = 20_000

const instants = new WeakMap<Tx, Date>()

/**
 * Takes the instant under which all that this transaction writes is on record.
 * @param clock the time as it goes on: what a request came with may lie before what was answered since
 * @param alone waits until no other act is under way, and lets none begin: for what changes the
 * ground that others stand on, as the calendar
 */
export async function beginRecording(
  tx: Tx,
  clock: () => Date,
  { alone = false } = {},
): Promise<void> {
  const lock = Prisma.raw(alone ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared')
  await tx.$executeRaw(plannedOnce(Prisma.sql`SELECT ${lock}(${lockClass}::int, 0)`))
  instants.set(tx, clock())
}

/** Under which instant the act of this transaction is on record: one for all it writes. */
export function recordedAt(tx: Tx): Date {
  const instant = instants.get(tx)
  if (!instant) throw new Error('This transaction did not begin as an act.')
  return instant
}

/**
 * Resolves once all that will ever be on record at an instant, or before, is committed: what is
 * read afterwards about that instant is read the same for ever.
 * @throws DatabaseUnavailable when acts under way, as a change of the whole calendar, take too long
 */
export async function allRecorded(
  db: Tx,
  at: Date,
  clock: () => Date,
  most = longestWait,
): Promise<void> {
  const age = clock().getTime() - at.getTime()
  if (age > longestAct) return
  // A timer may go off a little before the clock of the day has moved on.
  for (let i = 0; i < patience && clock() <= at; i++) await sleep(1)
  const underWay = async () => {
    const rows = await db.$queryRaw<{ act: string }[]>(
      plannedOnce(Prisma.sql`
      SELECT virtualtransaction AS act FROM pg_locks
       WHERE locktype = 'advisory' AND classid = ${lockClass}::oid AND objid = 0
         AND objsubid = 2 AND granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`),
    )
    return rows.map(({ act }) => act)
  }
  let pause = firstPause
  let waited = 0
  // Those that began meanwhile took an instant after the one asked about.
  for (let waitedFor = await underWay(); waitedFor.length > 0; ) {
    if (waited >= most) throw new DatabaseUnavailable('an act under way takes long')
    await sleep(pause)
    waited += pause
    pause = Math.min(longestPause, pause * 2)
    const still = new Set(await underWay())
    waitedFor = waitedFor.filter((act) => still.has(act))
  }
}
