import { finishCopy } from '../copy/finish-copy.ts'
import { moveHome } from '../copy/move-home.ts'
import { readMigrations } from '../db/migrate.ts'
import { migrationsFolder } from '../db/migrations-folder.ts'
import { counted, readDataConfig, runCommand, say, UsageError } from './run-command.ts'

const help = `Usage: pnpm move-database --to postgresql://… [--replace]
       pnpm move-database --to embedded [--replace]

Copies the database into another, empty one, in one transaction, and compares every table row by
row. It comes from DATABASE_URL, or without it from the embedded database in DATA_DIR, which is only
read and stays as it is. No server may run on either. Stored files stay where they are.

  --to <where>  a PostgreSQL database, or "embedded": the one in DATA_DIR
  --replace     puts an embedded database that is in the way beside, in <DATA_DIR>/before-<instant>

Exit codes: 0 moved; 1 not, and both are as they were; 2 wrong arguments.
`

await runCommand(
  help,
  { options: { to: { type: 'string' }, replace: { type: 'boolean', default: false } } },
  async ({ values: { to, replace } }) => {
    if (to !== 'embedded' && !/^postgres(ql)?:\/\//.test(to ?? '')) {
      throw new UsageError('--to must be postgresql://… or embedded.')
    }
    const config = readDataConfig()
    const { tables, aside, remarks } = await moveHome({
      config,
      to: to === 'embedded' ? undefined : to,
      replace,
      known: readMigrations(migrationsFolder),
      now: new Date(),
      finish: finishCopy,
    })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    say(`Moved and compared: ${counted(rows)} rows of ${tables.length} tables are the same.`)
    if (aside) say(`The embedded database that was there is in ${aside}.`)
    say(to === 'embedded' ? afterEmbedded() : afterServer(config.dataDir))
    for (const remark of remarks) say(remark)
    return undefined
  },
)

function afterEmbedded(): string {
  return 'Now start the server without DATABASE_URL. The other database is as it was; remove it when you are sure.'
}

function afterServer(dataDir: string): string {
  return (
    'Now start the server with DATABASE_URL set to it, and JWT_SECRET to the content of ' +
    `${dataDir}/jwt-secret (or to a new secret of 32 characters or more). ` +
    'The old database is as it was; remove it when you are sure.'
  )
}
