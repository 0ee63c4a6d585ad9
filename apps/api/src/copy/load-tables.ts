import type { Migration } from '../db/migrate.ts'
import { migrateWithin } from '../db/migrate.ts'
import { CopyRefused } from './copy-refused.ts'
import type { CopySession } from './copy-session.ts'
import { type TableTally, tallyTable } from './table-tally.ts'
import {
  copyTarget,
  listTables,
  listUsedTables,
  quoted,
  type SequenceValue,
  setSequences,
  type TableShape,
  withoutTriggers,
} from './tables.store.ts'

/** Where rows come from: its tables in an order in which they can be filled. */
export interface RowSource {
  /** Gives each table's lines to `load`, one table after the other. */
  each(
    load: (table: string, columns: string[], chunks: AsyncIterable<Buffer>) => Promise<void>,
  ): Promise<{
    tallies: TableTally[]
    sequences: SequenceValue[]
  }>
}

/**
 * Fills an empty database with the tables of another, as one part of the session's transaction, and
 * reads all of it back: every table has as many rows, and the very same.
 * @param migrations those by which the tables of the source have come to be
 * @throws CopyRefused when the database is in use, or holds something else afterwards
 */
export async function loadTables(
  session: CopySession,
  migrations: readonly Migration[],
  source: RowSource,
): Promise<TableTally[]> {
  const { run } = session
  await refuseUsed(session)
  await migrateWithin(run, migrations)
  const tables = await listTables(run)
  const byName = new Map(tables.map((table) => [table.name, table]))
  const filled = new Set<string>()
  let expected: TableTally[] = []
  await withoutTriggers(run, tables, async () => {
    await run(`TRUNCATE ${tables.map(({ name }) => `public.${quoted(name)}`).join(', ')}`)
    const { tallies, sequences } = await source.each(async (name, columns, chunks) => {
      const table = byName.get(name)
      if (!table || columns.join() !== table.columns.join()) throw unknownTable(name)
      filled.add(name)
      await session.copyIn(copyTarget(table), chunks)
    })
    expected = tallies
    await setSequences(run, sequences)
  })
  const missing = tables.find(({ name }) => !filled.has(name))
  if (missing) throw unknownTable(missing.name)
  await compare(session, tables, expected)
  return expected
}

async function refuseUsed({ run }: CopySession): Promise<void> {
  const used = await listUsedTables(run)
  if (used.length === 0) return
  throw new CopyRefused(
    `The database to be filled is not empty (${used.slice(0, 3).join(', ')}): give it a new, empty one.`,
  )
}

async function compare(
  session: CopySession,
  tables: TableShape[],
  expected: TableTally[],
): Promise<void> {
  for (const table of tables) {
    const is = await tallyTable(session, table)
    const was = expected.find(({ name }) => name === table.name)
    if (was?.rows === is.rows && was.sha256 === is.sha256) continue
    throw new CopyRefused(
      `Table ${table.name} came out otherwise than it went in (${is.rows} rows of ${was?.rows}): ` +
        'nothing was kept.',
    )
  }
}

const unknownTable = (name: string) =>
  new CopyRefused(
    `Table ${name} is not the same in the copy and in this version of the program: ` +
      'use the version that the copy was made with.',
  )
