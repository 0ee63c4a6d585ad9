import { type CivilDate, effectiveDueOn, isExtended, type WorkCalendar } from '@dunghan/domain'
import type { AssignmentRecord, PeriodFacts } from './assignment-record.ts'

/**
 * What another due date makes of an assignment, by the calendar in force.
 * @throws RuleViolation `outside-calendar`, `no-working-day`
 */
export function dueDateChange(
  calendar: WorkCalendar,
  { originalDueOn }: Pick<AssignmentRecord, 'originalDueOn'>,
  dueOn: CivilDate,
): Pick<PeriodFacts, 'dueOn' | 'effectiveDueOn' | 'extended'> {
  return {
    dueOn,
    effectiveDueOn: effectiveDueOn(calendar, dueOn),
    extended: isExtended({ dueOn, originalDueOn }),
  }
}
