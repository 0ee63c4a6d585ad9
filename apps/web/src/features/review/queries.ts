import { type Assignment, assignmentList } from '../../api/assignments.ts'

/** What waits for a verdict, what is due first on top: a verdict is due by when the report came. */
export const reviewQueue = assignmentList({
  status: ['awaiting_review'],
  sort: 'submittedAt',
  limit: 50,
})

/** Those still waiting: one that was just reviewed leaves at once, before the list is read again. */
export function stillWaiting(pages: readonly { items: Assignment[] }[]): Assignment[] {
  return pages.flatMap(({ items }) => items).filter(({ state }) => state === 'submitted')
}

/** The report that waits; of all attempts there is at most one. */
export const waitingReport = ({ reports }: Pick<Assignment, 'reports'>) =>
  reports.find(({ review }) => review === null)

/** The one to go on with after `id`: the next below, else the one above. */
export function nextAfter(queue: readonly Assignment[], id: string): Assignment | null {
  const at = queue.findIndex((one) => one.id === id)
  return queue[at + 1] ?? queue[at - 1] ?? null
}
