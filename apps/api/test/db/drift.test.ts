import { join } from 'node:path'
import { expect, test } from 'vitest'
import { overPglite } from '../../src/db/client.ts'
import { migrate } from '../../src/db/migrate.ts'
import { openPgliteInMemory } from '../../src/db/pglite.ts'
import { schemaDiff } from '../../src/db/schema-diff.ts'
import { migrationsFolder } from '../support/database-template.ts'

test('the migrations make what schema.prisma says', async () => {
  const pglite = await openPgliteInMemory()
  await migrate(overPglite(pglite), migrationsFolder)
  expect(await schemaDiff(pglite, join(migrationsFolder, '../schema.prisma'))).toBe('')
  await pglite.close()
})
