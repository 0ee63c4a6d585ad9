import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../src/db/client.ts'
import { migrate } from '../../src/db/migrate.ts'
import { type Seed, seed } from '../../test/support/seed.ts'
import type { Home } from './server.ts'

export const migrationsDir = join(import.meta.dirname, '../../../../prisma/migrations')

/** Migrates the database of a home and fills it with two units and one account of every role. */
export async function prepareHome({ dataDir, databaseUrl }: Home): Promise<Seed> {
  const database = await openDatabase({ dataDir, databaseUrl })
  try {
    await migrate(database, migrationsDir)
    return await seed(database, new Date(Date.now() - 60_000))
  } finally {
    await database.close()
  }
}

export function copyHome(from: string, to: string): void {
  cpSync(from, to, { recursive: true })
}
