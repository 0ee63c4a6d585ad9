import { civilDateAt } from '@dunghan/domain'
import { m } from '../paraglide/messages.js'
import { formatCivilDate } from './format.ts'

/**
 * A deadline is the first instant that is too late, 00:00; people say the day whose end it is:
 * `hết ngày 23/11/2026`.
 */
export function formatDeadline(deadlineAt: string): string {
  const lastInstant = new Date(Date.parse(deadlineAt) - 1)
  return m.assignments_end_of_day({ date: formatCivilDate(civilDateAt(lastInstant)) })
}
