import type { MonthlyReport } from '@dunghan/contract'
import type { Tx } from '../../db/transaction.ts'
import { assignmentStore } from '../assignments/assignments.store.ts'

/**
 * A report as it may be printed now: what became internal after its figures were frozen is counted
 * as before and told no more.
 */
export async function withoutHidden(db: Tx, report: MonthlyReport): Promise<MonthlyReport> {
  const { overdue } = report.figures
  const present = await assignmentStore(db).listByIds(
    overdue.items.map(({ assignmentId }) => assignmentId),
  )
  const hidden = new Set(
    present.filter(({ visibility }) => visibility === 'internal').map(({ id }) => id),
  )
  const items = overdue.items.map((item) => ({
    ...item,
    internal: item.internal || hidden.has(item.assignmentId),
  }))
  return { ...report, figures: { ...report.figures, overdue: { ...overdue, items } } }
}
