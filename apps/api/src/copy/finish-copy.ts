import type { Database } from '../db/client.ts'
import { migrate } from '../db/migrate.ts'
import { migrationsFolder } from '../db/migrations-folder.ts'

/** Brings a database that was filled from a copy up to the program's version. */
export async function finishCopy(database: Database): Promise<void> {
  await migrate(database, migrationsFolder)
}
