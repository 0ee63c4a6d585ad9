import type { Assignment } from '@dunghan/contract'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Rulebook } from '../calendar/rulebooks.ts'
import { formerFactsStore } from '../history/former-facts.store.ts'
import { type Correspondence, reportStore } from '../reports/reports.store.ts'
import { visibleTo } from './assignment-access.ts'
import type { AssignmentRecord } from './assignment-record.ts'
import { toAssignment, type View, viewOf } from './assignments.mapper.ts'
import { assignmentStore } from './assignments.store.ts'

/** The assignments as answers, in their order, with all that was sent about them. */
export async function viewAssignments(
  db: Tx,
  view: View,
  records: AssignmentRecord[],
): Promise<Assignment[]> {
  const correspondence = await reportStore(db).listCorrespondence(records.map(({ id }) => id))
  const views = view.asOf ? await namedAsOf(db, view.asOf, records, correspondence) : records
  return views.map((record) => toAssignment(record, correspondence.get(record.id), view))
}

/**
 * What assignments are named by, as it was called at an instant of the past: their orders and, in
 * their correspondence, who reviewed, asked and decided.
 */
async function namedAsOf(
  db: Tx,
  asOf: Date,
  records: AssignmentRecord[],
  correspondences: Map<string, Correspondence>,
): Promise<AssignmentRecord[]> {
  const people = [...correspondences.values()].flatMap(({ reports, extensions }) => [
    ...reports.flatMap(({ review }) => review?.reviewedBy ?? []),
    ...extensions.flatMap(({ requestedBy, decidedBy }) => [requestedBy, decidedBy ?? []].flat()),
  ])
  const [named, accounts] = await Promise.all([
    withOrdersAsOf(db, asOf, records),
    formerFactsStore(db).listAsOf<{ displayName: string }>('account', asOf, [
      ...new Set(people.map(({ id }) => id)),
    ]),
  ])
  for (const person of people) {
    person.displayName = accounts.get(person.id)?.displayName ?? person.displayName
  }
  return named
}

/** The assignments with their orders as those were called at an instant. */
export async function withOrdersAsOf(
  db: Tx,
  asOf: Date,
  records: AssignmentRecord[],
): Promise<AssignmentRecord[]> {
  const orders = await formerFactsStore(db).listAsOf<AssignmentRecord['directive']>(
    'directive',
    asOf,
    [...new Set(records.map(({ directiveId }) => directiveId))],
  )
  return records.map((record) => {
    const { number, symbol, title } = { ...record.directive, ...orders.get(record.directiveId) }
    return { ...record, directive: { ...record.directive, number, symbol, title } }
  })
}

/** The answer of an act: the assignment as the act left it. */
export async function presentAssignment(
  tx: Tx,
  ctx: Ctx,
  rulebook: Rulebook,
  id: string,
): Promise<Assignment> {
  const found = await assignmentStore(tx).findWithCorrespondence(id)
  const record = visibleTo(ctx, found?.record ?? null)
  return toAssignment(record, found?.correspondence, viewOf(ctx, rulebook))
}
