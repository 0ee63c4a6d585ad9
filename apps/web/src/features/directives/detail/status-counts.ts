import type { AssignmentStatus } from '@dunghan/domain'
import type { Schema } from '../../../api/types.ts'

/** How many assignments are in each status; those that are not counted are left out. */
export function countsOf(assignments: readonly Schema<'Assignment'>[]) {
  const counts: Partial<Record<AssignmentStatus, number>> = {}
  for (const { status } of assignments) if (status) counts[status] = (counts[status] ?? 0) + 1
  return counts
}
