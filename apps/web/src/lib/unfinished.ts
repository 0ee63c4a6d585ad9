import { type AssignmentStatus, assignmentStatuses } from '@dunghan/domain'

/** The statuses of what is not completed yet: what a desk has before it. */
export const unfinished: readonly AssignmentStatus[] = assignmentStatuses.filter(
  (status) => !status.startsWith('completed'),
)

/** Whether a list narrowed to these statuses holds nothing that is completed. */
export const isUnfinished = (statuses: readonly string[]): boolean =>
  statuses.length > 0 && statuses.every((status) => unfinished.some((one) => one === status))

/**
 * The order of a list until another is asked for: what is still to be done, by when it is due;
 * anything else by what was ordered last, or the oldest completed tasks would stand on top.
 */
export const usualSort = (statuses: readonly string[]) =>
  isUnfinished(statuses) ? 'dueOn' : '-issuedOn'
