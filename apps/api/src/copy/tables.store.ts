import type { RunScript } from '../db/scripts.ts'

/** A table as it is copied. */
export interface TableShape {
  name: string
  /** Those that are copied: neither generated ones nor what belongs to one server alone. */
  columns: string[]
  /** Of each column, `pg_type.oid`. */
  types: number[]
  /** What makes the order of its rows the same everywhere. */
  orderBy: string
}

export interface SequenceValue {
  name: string
  lastValue: string
  isCalled: boolean
}

type ColumnRow = {
  table: string
  column: string
  type: number
  collatable: boolean
  key: number | null
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/**
 * The tables of the product, found in the catalog, so that a table added later comes along. In an
 * order in which they can be filled: what is referred to comes first.
 *
 * Numbers of transactions are left out (by their default): another server counts its own, and what
 * is loaded there bears the number of the transaction that loaded it.
 */
export async function listTables(run: RunScript): Promise<TableShape[]> {
  const columns = (await run(`
    SELECT c.relname AS "table", a.attname AS "column", a.atttypid::int AS "type",
           a.attcollation <> 0 AS "collatable", array_position(i.indkey::int2[], a.attnum) AS "key"
      FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attgenerated = ''
       AND (d.oid IS NULL OR pg_get_expr(d.adbin, d.adrelid) NOT LIKE '%pg_current_xact_id%')
       AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass
                          AND e.objid = c.oid AND e.deptype = 'e')
     ORDER BY c.relname COLLATE "C", a.attnum`)) as ColumnRow[]
  const references = (await run(`
    SELECT f.relname AS "from", t.relname AS "to" FROM pg_constraint c
      JOIN pg_class f ON f.oid = c.conrelid JOIN pg_class t ON t.oid = c.confrelid
     WHERE c.contype = 'f' AND c.conrelid <> c.confrelid
       AND c.connamespace = 'public'::regnamespace`)) as { from: string; to: string }[]
  const byTable = Map.groupBy(columns, ({ table }) => table)
  return inOrder([...byTable.keys()], references).map((name) =>
    shapeOf(name, byTable.get(name) ?? []),
  )
}

function shapeOf(name: string, columns: ColumnRow[]): TableShape {
  const keys = columns.filter(({ key }) => key !== null)
  const ordering = (keys.length > 0 ? keys : columns).sort((a, b) => (a.key ?? 0) - (b.key ?? 0))
  return {
    name,
    columns: columns.map(({ column }) => column),
    types: columns.map(({ type }) => type),
    orderBy: ordering.map(orderTerm).join(', '),
  }
}

// Without a key every column counts, by its text: not every type has an order.
function orderTerm({ column, collatable, key }: ColumnRow): string {
  if (key === null) return `${quoted(column)}::text COLLATE "C"`
  return collatable ? `${quoted(column)} COLLATE "C"` : quoted(column)
}

function inOrder(names: string[], references: { from: string; to: string }[]): string[] {
  const ordered: string[] = []
  const waiting = new Set(names)
  while (waiting.size > 0) {
    const next = [...waiting].find((name) =>
      references.every(({ from, to }) => from !== name || !waiting.has(to)),
    )
    if (next === undefined)
      throw new Error(`Tables refer to each other: ${[...waiting].join(', ')}`)
    waiting.delete(next)
    ordered.push(next)
  }
  return ordered
}

/** What reads a table's rows in their order. */
export function selectAll({ name, columns, orderBy }: TableShape): string {
  return `SELECT ${columns.map(quoted).join(', ')} FROM public.${quoted(name)} ORDER BY ${orderBy}`
}

/** A table's columns as COPY takes them. */
export function copyTarget({ name, columns }: TableShape): string {
  return `public.${quoted(name)} (${columns.map(quoted).join(', ')})`
}

export async function readSequences(run: RunScript): Promise<SequenceValue[]> {
  const names = (await run(`
    SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public'
     ORDER BY sequencename COLLATE "C"`)) as { name: string }[]
  const sequences: SequenceValue[] = []
  for (const { name } of names) {
    const [value] = (await run(`
      SELECT last_value::text AS "lastValue", is_called AS "isCalled"
        FROM public.${quoted(name)}`)) as Omit<SequenceValue, 'name'>[]
    if (value) sequences.push({ name, ...value })
  }
  return sequences
}

export async function setSequences(run: RunScript, values: SequenceValue[]): Promise<void> {
  for (const { name, lastValue, isCalled } of values) {
    const sequence = `public.${quoted(name)}`.replaceAll("'", "''")
    await run(`SELECT setval('${sequence}'::regclass, ${BigInt(lastValue)}, ${isCalled})`)
  }
}

/** By name and checksum, oldest first: by what the tables have come to be as they are. */
export async function listMigrations(
  run: RunScript,
): Promise<{ name: string; checksum: string }[]> {
  const [there] = await run(`SELECT to_regclass('public._prisma_migrations')::text AS name`)
  if (!there?.name) return []
  return (await run(`
    SELECT migration_name AS name, checksum FROM public._prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
     ORDER BY migration_name COLLATE "C"`)) as { name: string; checksum: string }[]
}

/** Which of the tables that only use fills hold something; with other programs' tables, those. */
export async function listUsedTables(run: RunScript): Promise<string[]> {
  const tables = (await run(`
    SELECT relname AS name FROM pg_class c
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
       AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass
                          AND e.objid = c.oid AND e.deptype = 'e')
     ORDER BY 1`)) as { name: string }[]
  const names = tables.map(({ name }) => name)
  if (!names.includes('_prisma_migrations')) return names
  const filled: string[] = []
  for (const name of ['account', 'unit', 'file', 'directive', 'event']) {
    if (!names.includes(name)) continue
    const [row] = await run(`SELECT EXISTS (SELECT FROM public.${quoted(name)}) AS used`)
    if (row?.used) filled.push(name)
  }
  return filled
}

/**
 * Runs while no trigger of ours does: rows come as they were, with all that triggers made of them
 * then. Afterwards each trigger fires as before. Only the tables' owner may.
 */
export async function withoutTriggers(
  run: RunScript,
  tables: readonly TableShape[],
  work: () => Promise<void>,
): Promise<void> {
  const triggers = (await run(`
    SELECT c.relname AS "table", t.tgname AS name, t.tgenabled::text AS enabled FROM pg_trigger t
      JOIN pg_class c ON c.oid = t.tgrelid AND c.relnamespace = 'public'::regnamespace
     WHERE NOT t.tgisinternal`)) as { table: string; name: string; enabled: string }[]
  const verbs: Record<string, string> = {
    O: 'ENABLE',
    A: 'ENABLE ALWAYS',
    R: 'ENABLE REPLICA',
    D: 'DISABLE',
  }
  for (const { name } of tables)
    await run(`ALTER TABLE public.${quoted(name)} DISABLE TRIGGER USER`)
  await work()
  for (const { table, name, enabled } of triggers) {
    await run(`ALTER TABLE public.${quoted(table)} ${verbs[enabled]} TRIGGER ${quoted(name)}`)
  }
}
