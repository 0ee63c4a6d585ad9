import { assignmentStatuses } from '@dunghan/domain'
import { statusWords } from '../../lib/terms.ts'

/** The seven statuses to choose from. */
export const statusChoices = () =>
  assignmentStatuses.map((value) => ({ value, label: statusWords[value]() }))
