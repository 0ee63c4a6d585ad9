import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '../src/db/client.ts'
import type { Fault, FaultContext, Outcome } from './fault.ts'
import { NotRun } from './fault.ts'
import { makePostgres } from './support/postgres-instance.ts'
import { type Home, startServer } from './support/server.ts'

/** Milliseconds from start to kill: one more slice each round, over the whole of a first start. */
const slice = 450
const usualRounds = 8

export const migrationCutShort: Fault = {
  name: 'migration-cut-short',
  describe:
    'kill -9 at many instants of a first start: the next one finishes it; a database newer than the program is refused',
  async run(context) {
    const outcomes = [await cutShort({ dataDir: join(context.folder, 'embedded') }, context)]
    try {
      const postgres = await makePostgres(context)
      const home = {
        dataDir: join(context.folder, 'postgres'),
        databaseUrl: postgres.createDatabase('cut_short'),
      }
      return [...outcomes, await cutShort(home, context)]
    } catch (error) {
      if (!(error instanceof NotRun)) throw error
      context.say(`not run on PostgreSQL: ${error.message}`)
      return outcomes
    }
  },
}

async function cutShort(home: Home, context: FaultContext): Promise<Outcome> {
  const rounds = context.rounds ?? usualRounds
  const broken: string[] = []
  for (let round = 1; round <= rounds; round++) {
    const server = startServer(home, context)
    await Promise.race([sleep(round * slice), server.address])
    await server.kill()
    if (server.seen.err !== '') broken.push(`start ${round}: ${server.seen.err}`)
  }
  const server = startServer(home, context)
  if ((await server.address) === null) broken.push(`the last start: ${server.seen.err}`)
  else await server.stop()
  const database = await openDatabase(home)
  const [row] = await database.prisma.$queryRaw<{ unfinished: number; admins: number }[]>`
    SELECT (SELECT count(*)::int FROM _prisma_migrations WHERE finished_at IS NULL) AS unfinished,
           (SELECT count(*)::int FROM account) AS admins`
  if (row?.unfinished !== 0 || row.admins !== 1) broken.push(`left: ${JSON.stringify(row)}`)
  await database.prisma.$executeRaw`
    INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
    VALUES ('newer', 'x', '99990101000000_of_tomorrow', now())`
  await database.close()
  const older = startServer(home, context)
  const refused = (await older.address) === null && (await older.ended) === 1
  if (!refused || !older.seen.err.startsWith('The database is newer than this program')) {
    broken.push(`a newer database was met with: ${older.seen.err}`)
  }
  await older.kill()
  return {
    database: home.databaseUrl ? 'PostgreSQL' : 'embedded',
    files: 'folder',
    rounds,
    acknowledged: 0,
    lost: 0,
    halfDone: 0,
    broken,
  }
}
