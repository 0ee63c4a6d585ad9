import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createFolderStore } from '../src/files/folder-store.ts'
import type { Fault, FaultContext, Outcome } from './fault.ts'
import { NotRun } from './fault.ts'
import { type Bucket, makeBucket } from './support/bucket.ts'
import { checkHome } from './support/check-home.ts'
import { createClerk, signInAll } from './support/clerk.ts'
import { prepareHome } from './support/home.ts'
import { newLedger } from './support/ledger.ts'
import { makePostgres } from './support/postgres-instance.ts'
import { type Home, startServer, upAt } from './support/server.ts'

/** Who write at the same time. */
const clerks = 6
const usualRounds = 4
/** Milliseconds of writing before each kill: at least, and how much more by chance. */
const writing = { least: 700, more: 1500 }

export const killServer: Fault = {
  name: 'kill-server',
  describe:
    'kill -9 of the server in the middle of writes: what was acknowledged is there after a start by itself, whole and once',
  async run(context) {
    const bucket = await makeBucket(context)
    const outcomes = [
      await killAgainAndAgain({ dataDir: join(context.folder, 'embedded') }, context),
      await killAgainAndAgain({ dataDir: join(context.folder, 'bucket') }, context, bucket),
    ]
    const postgres = await makePostgres(context).catch((error) => {
      if (!(error instanceof NotRun)) throw error
      context.say(`not run on PostgreSQL: ${error.message}`)
      return null
    })
    if (!postgres) return outcomes
    const databaseUrl = postgres.createDatabase('killed')
    const home = { dataDir: join(context.folder, 'postgres'), databaseUrl }
    return [...outcomes, await killAgainAndAgain(home, context)]
  },
}

export async function killAgainAndAgain(
  home: Home,
  context: Pick<FaultContext, 'rounds' | 'say' | 'afterwards'>,
  bucket?: Bucket,
): Promise<Outcome> {
  const seed = await prepareHome(home)
  const ledger = newLedger()
  const people = Array.from({ length: clerks }, () => createClerk(seed, ledger))
  const rounds = context.rounds ?? usualRounds
  const broken: string[] = []
  for (let round = 1; round <= rounds; round++) {
    const server = startServer(home, context, { env: bucket?.env })
    const address = await upAt(server)
    const tokens = await signInAll(address)
    const work = people.map((clerk) => clerk.work(address, tokens, () => false))
    const before = ledger.acknowledged.length
    // Killed by time, yet never before something was written.
    await sleep(writing.least + Math.random() * writing.more)
    for (let i = 0; i < 300 && ledger.acknowledged.length - before < clerks; i++) await sleep(100)
    await server.kill()
    await Promise.all(work)
    if (server.seen.err !== '') broken.push(server.seen.err)
    context.say(`kill ${round} of ${rounds}: ${ledger.acknowledged.length} acknowledged so far`)
  }
  // The last start: what had no answer is pressed again, until each has one.
  const server = startServer(home, context, { env: bucket?.env })
  const address = await upAt(server)
  const tokens = await signInAll(address)
  const patience = performance.now() + 120_000
  await Promise.all(
    people.map((clerk) =>
      clerk.work(address, tokens, () => !clerk.waits() || performance.now() > patience),
    ),
  )
  if (people.some((clerk) => clerk.waits())) broken.push('what was pressed again had no answer')
  if ((await server.stop()) !== 0) broken.push('SIGTERM did not end the server cleanly')
  const found = await checkHome(
    home,
    ledger.acknowledged,
    bucket?.open() ?? createFolderStore(join(home.dataDir, 'files')),
  )
  return {
    database: home.databaseUrl ? 'PostgreSQL' : 'embedded',
    files: bucket ? 'S3' : 'folder',
    rounds,
    acknowledged: ledger.acknowledged.length,
    lost: found.lost.length,
    halfDone: found.halfDone.length,
    broken: [...broken, ...ledger.unexpected, ...found.lost, ...found.halfDone, ...found.broken],
    note: `${ledger.unanswered} without an answer, pressed again`,
  }
}
