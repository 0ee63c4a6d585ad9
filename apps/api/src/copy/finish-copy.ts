import type { Database } from '../db/client.ts'
import { migrate } from '../db/migrate.ts'
import { migrationsFolder } from '../db/migrations-folder.ts'
import { verifyChains } from '../modules/audit/verify-chains.ts'
import { recount, verifyCounts } from '../modules/statistics/verify-counts.ts'

/**
 * Brings a database that was filled from a copy up to the program's version, and looks at what must
 * agree in it beyond its rows being those of the copy.
 * @returns what the operator should know, a sentence each
 */
export async function finishCopy(database: Database): Promise<string[]> {
  await migrate(database, migrationsFolder)
  const remarks: string[] = []
  if ((await verifyCounts(database)).length > 0) {
    await recount(database)
    remarks.push('The counts kept did not agree with the assignments; they were counted anew.')
  }
  const { firstBroken } = await verifyChains(database.prisma)
  if (firstBroken) {
    remarks.push(
      'The history was altered before the copy was made: GET /api/v1/audit/verification says where.',
    )
  }
  return remarks
}
