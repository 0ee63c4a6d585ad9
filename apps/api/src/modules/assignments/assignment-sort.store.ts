import { Prisma } from '../../db/generated/client.ts'
import type { AssignmentRecord } from './assignment-record.ts'

export type AssignmentSort = 'dueOn' | '-dueOn' | 'submittedAt' | '-submittedAt' | '-issuedOn'

/** What of an assignment a list may be sorted by. */
type Sorted = Pick<AssignmentRecord, 'id' | 'dueOn' | 'issuedOn' | 'submittedAt'>

/** Where a page ended: the value sorted by (null: never submitted) and the assignment's id. */
export type SortKey = [string | null, string]

interface Sort {
  column: Prisma.Sql
  type: Prisma.Sql
  descending: boolean
  keyOf: (record: Sorted) => string | null
}

// What was never submitted stands at the end, whichever way the list goes.
const never = Prisma.sql`'infinity'::timestamptz`
const neverDescending = Prisma.sql`'-infinity'::timestamptz`
const date = Prisma.sql`date`
const instant = Prisma.sql`timestamptz`
const submittedAt = (record: Sorted) => record.submittedAt?.toISOString() ?? null

const sorts: Record<AssignmentSort, Sort> = {
  dueOn: { column: Prisma.sql`p.due_on`, type: date, descending: false, keyOf: (r) => r.dueOn },
  '-dueOn': { column: Prisma.sql`p.due_on`, type: date, descending: true, keyOf: (r) => r.dueOn },
  '-issuedOn': {
    column: Prisma.sql`p.issued_on`,
    type: date,
    descending: true,
    keyOf: (r) => r.issuedOn,
  },
  submittedAt: {
    column: Prisma.sql`COALESCE(p.submitted_at, ${never})`,
    type: instant,
    descending: false,
    keyOf: submittedAt,
  },
  '-submittedAt': {
    column: Prisma.sql`COALESCE(p.submitted_at, ${neverDescending})`,
    type: instant,
    descending: true,
    keyOf: submittedAt,
  },
}

export function orderBy(name: AssignmentSort): Prisma.Sql {
  const { column, descending } = sorts[name]
  const direction = Prisma.raw(descending ? 'DESC' : 'ASC')
  return Prisma.sql`${column} ${direction}, p.assignment_id ${direction}`
}

/** `AND (column, id) > (…)`: what stands after the key; nothing to add on the first page. */
export function after(name: AssignmentSort, key: SortKey | null): Prisma.Sql {
  if (!key) return Prisma.empty
  const { column, type, descending } = sorts[name]
  const sign = Prisma.raw(descending ? '<' : '>')
  const [value, id] = key
  const bound =
    value === null ? (descending ? neverDescending : never) : Prisma.sql`${value}::${type}`
  return Prisma.sql`AND (${column}, p.assignment_id) ${sign} (${bound}, ${id}::uuid)`
}

export function sortKey(name: AssignmentSort, record: Sorted): SortKey {
  return [sorts[name].keyOf(record), record.id]
}
