import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { overPglite } from '../apps/api/src/db/client.ts'
import { migrate } from '../apps/api/src/db/migrate.ts'
import { openPgliteInMemory } from '../apps/api/src/db/pglite.ts'
import { schemaDiff } from '../apps/api/src/db/schema-diff.ts'

const usage = `node scripts/new-migration.ts <name>

Writes prisma/migrations/<UTC time>_<name>/migration.sql: what takes the existing migrations to
schema.prisma. Checks, triggers, functions and partial indexes are added to it by hand.`

const root = join(import.meta.dirname, '..')
const folder = join(root, 'prisma/migrations')

const name = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error(`${usage}\n\nThe name is lower-case words joined by _.`)
  process.exit(2)
}

const pglite = await openPgliteInMemory()
mkdirSync(folder, { recursive: true })
await migrate(overPglite(pglite), folder)
const sql = await schemaDiff(pglite, join(root, 'prisma/schema.prisma'))
await pglite.close()

if (sql === '') {
  console.log('The migrations already make what schema.prisma says: nothing to do.')
} else {
  const target = join(folder, `${timestamp(new Date())}_${name}`)
  mkdirSync(target)
  writeFileSync(join(target, 'migration.sql'), `${sql}\n`)
  writeLockFile()
  console.log(`Written: ${join(target, 'migration.sql')}`)
}

/** 20261231235959, UTC: migrations apply in the order of their names. */
function timestamp(now: Date): string {
  return now.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)
}

/** Prisma's tools want to know the kind of database before they read the folder. */
function writeLockFile(): void {
  const file = join(folder, 'migration_lock.toml')
  if (!existsSync(file)) writeFileSync(file, 'provider = "postgresql"\n')
}
