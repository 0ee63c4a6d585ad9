import { join } from 'node:path'
import { openDatabase } from '../src/db/client.ts'
import type { Fault, FaultContext, Outcome } from './fault.ts'
import { NotRun } from './fault.ts'
import { makePostgres } from './support/postgres-instance.ts'
import { startServer } from './support/server.ts'

export const twoStarts: Fault = {
  name: 'two-starts',
  describe:
    'two starts at once: on one embedded folder one serves and the other is refused; on one empty PostgreSQL both serve',
  async run(context) {
    const outcomes = [await onOneFolder(context)]
    try {
      return [...outcomes, await onOnePostgres(context)]
    } catch (error) {
      if (!(error instanceof NotRun)) throw error
      context.say(`not run on PostgreSQL: ${error.message}`)
      return outcomes
    }
  },
}

const nothing = { files: 'folder', acknowledged: 0, lost: 0, halfDone: 0 } as const

async function onOneFolder(context: FaultContext): Promise<Outcome> {
  const dataDir = join(context.folder, 'shared')
  const servers = [1, 2].map(() => startServer({ dataDir }, context))
  const addresses = await Promise.all(servers.map(({ address }) => address))
  const broken: string[] = []
  const up = addresses.filter((address) => address !== null).length
  if (up !== 1) broken.push(`${up} of two servers came up on one folder`)
  const refused = servers[addresses.indexOf(null)]
  if (refused) {
    if ((await refused.ended) !== 1) broken.push('the second did not end with code 1')
    if (!/^The data folder .* is in use by another running process/.test(refused.seen.err)) {
      broken.push(`the second said: ${refused.seen.err}`)
    }
  }
  await Promise.all(servers.map((server) => server.stop()))
  return { ...nothing, database: 'embedded', rounds: 1, broken }
}

async function onOnePostgres(context: FaultContext): Promise<Outcome> {
  const postgres = await makePostgres(context)
  const rounds = context.rounds ?? 2
  const broken: string[] = []
  for (let round = 1; round <= rounds; round++) {
    const databaseUrl = postgres.createDatabase(`twice_${round}`)
    const homes = [1, 2, 3].map((n) => ({
      dataDir: join(context.folder, `${round}-${n}`),
      databaseUrl,
    }))
    const servers = homes.map((home) => startServer(home, context))
    const addresses = await Promise.all(servers.map(({ address }) => address))
    const down = servers[addresses.indexOf(null)]
    if (down) broken.push(`one of three did not come up: ${down.seen.err}`)
    await Promise.all(servers.map((server) => server.stop()))
    const database = await openDatabase({ dataDir: '', databaseUrl })
    const [row] = await database.prisma.$queryRaw<{ admins: number; twice: number }[]>`
      SELECT (SELECT count(*)::int FROM account) AS admins,
             (SELECT count(*) - count(DISTINCT migration_name) FROM _prisma_migrations)::int AS twice`
    await database.close()
    if (row?.admins !== 1) broken.push(`${row?.admins} first admins`)
    if (row?.twice !== 0) broken.push('a migration was applied twice')
  }
  return { ...nothing, database: 'PostgreSQL', rounds, broken, note: 'three at once' }
}
