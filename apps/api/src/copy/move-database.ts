import type { Migration } from '../db/migrate.ts'
import type { CopyEngine } from './copy-session.ts'
import { fittingMigrations } from './fitting-migrations.ts'
import { loadTables } from './load-tables.ts'
import { createTally, type TableTally } from './table-tally.ts'
import { listMigrations, listTables, readSequences, selectAll } from './tables.store.ts'

/**
 * Copies one database into another, empty one, row by row and without a file between, and reads it
 * back. The source is only read.
 * @returns what each table holds, here and there
 * @throws CopyRefused; then the target is as it was
 */
export async function moveDatabase(
  from: CopyEngine,
  to: CopyEngine,
  known: readonly Migration[],
): Promise<TableTally[]> {
  return from.read(async (source) => {
    const migrations = fittingMigrations(await listMigrations(source.run), known, 'of the source')
    const tables = await listTables(source.run)
    return to.write(async (target) => {
      const tallies = await loadTables(target, migrations, {
        async each(load) {
          const tallies: TableTally[] = []
          for (const table of tables) {
            const tally = createTally(table.name)
            const lines = source.copyOut(selectAll(table), table.types)
            await load(table.name, table.columns, tally.through(lines))
            tallies.push(tally.result())
          }
          return { tallies, sequences: await readSequences(source.run) }
        },
      })
      await target.run('ANALYZE')
      return tallies
    })
  })
}
