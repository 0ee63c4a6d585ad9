import { type AssignmentStatus, statusOf } from '@dunghan/domain'
import type { Tx } from '../../db/transaction.ts'
import { countSpentRow } from '../../spent-memory.ts'
import type { Ground } from '../assignments/as-of.ts'
import type { AssignmentRecord } from '../assignments/assignment-record.ts'
import { type AssignmentSort, type SortKey, sortKey } from '../assignments/assignment-sort.store.ts'
import { assignmentStore } from '../assignments/assignments.store.ts'
import { withOrdersAsOf } from '../assignments/view-assignments.ts'
import { type Reply, replyStore } from '../reports/replies.store.ts'
import { type ExportKey, exportKeyStore, type SettledFilter } from './export-keys.store.ts'

/** One row of an export: an assignment as it stood. */
export interface ExportedRow {
  /** Counted from 1. */
  position: number
  record: AssignmentRecord
  status: AssignmentStatus | null
  /** The unit as it was called then. */
  unit: { code: string; name: string }
  replies: Reply[]
}

/** Keys found at once: a past instant's rows are sorted anew for each block of them. */
const block = 5_000
/** Rows read and held at once: larger pages were no faster. */
const page = 200

export interface ExportQuestion {
  filter: SettledFilter
  sort: AssignmentSort
  ground: Ground
}

/**
 * The rows of an export, a page at a time and one page ahead. All are asked as of one instant after
 * which nothing can come on record about it, so that they are of one piece however long it takes,
 * and no transaction has to be kept open: nobody's act in between doubles a row or loses one.
 * @param keys the first block, read beforehand: what fails then can still be answered
 */
export async function* exportedRows(
  db: Tx,
  question: ExportQuestion,
  keys: ExportKey[],
): AsyncGenerator<ExportedRow> {
  let position = 0
  let asked = keys.slice(0, page)
  let next = settle(readPage(db, question, asked))
  let at = page
  let known = keys
  // A page may come without a row, all of it hidden since: more may follow.
  while (asked.length > 0) {
    const read = await next
    if ('error' in read) throw read.error
    if (at >= known.length && known.length === block) {
      known = await listKeys(db, question, keyAfter(question.sort, known))
      at = 0
    }
    asked = known.slice(at, at + page)
    next = settle(readPage(db, question, asked))
    at += page
    for (const row of read.rows) {
      yield { ...row, position: ++position }
      countSpentRow()
    }
  }
}

/** The keys after one, or the first. */
export function listKeys(db: Tx, { filter, sort, ground }: ExportQuestion, after: SortKey | null) {
  return exportKeyStore(db).list(filter, ground.moment, { sort, after, limit: block })
}

function keyAfter(sort: AssignmentSort, keys: ExportKey[]): SortKey | null {
  const last = keys.at(-1)
  return last ? sortKey(sort, last) : null
}

type Page = Omit<ExportedRow, 'position'>[]

async function readPage(db: Tx, question: ExportQuestion, keys: ExportKey[]): Promise<Page> {
  if (keys.length === 0) return []
  const { at, moment, units } = question.ground
  const [records, replies] = await Promise.all([
    assignmentStore(db).listStretches(keys, question.filter.publicOnly),
    replyStore(db).listAsOf(
      keys.map(({ id }) => id),
      at,
    ),
  ])
  const named = await withOrdersAsOf(db, at, records)
  const found = new Map(named.map((record) => [record.id, record]))
  return keys.flatMap(({ id }) => {
    const record = found.get(id)
    if (!record) return []
    const { code, name } = units.get(record.unitId)?.unit ?? record.unit
    const status = statusOf(record, moment)
    return [{ record, status, unit: { code, name }, replies: replies.get(id) ?? [] }]
  })
}

/** What was begun ahead may fail while nobody waits for it: that is told when it is asked for. */
function settle(reading: Promise<Page>): Promise<{ rows: Page } | { error: unknown }> {
  return reading.then(
    (rows) => ({ rows }),
    (error: unknown) => ({ error }),
  )
}
