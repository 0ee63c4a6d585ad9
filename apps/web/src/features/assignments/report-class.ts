import { type CivilDate, civilDateAt, type Timeliness } from '@dunghan/domain'
import { formatCivilDate } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'

interface Classified {
  sentAt: string
  timeliness: Timeliness
  daysLate: number | null
  dueOn: CivilDate
  effectiveDueOn: CivilDate
}

/** Why a report got its class (R4), in a sentence. */
export function classReason(report: Classified): string {
  const { timeliness, daysLate, dueOn, effectiveDueOn } = report
  const sent = formatCivilDate(civilDateAt(new Date(report.sentAt)))
  const due = formatCivilDate(dueOn)
  const effective = formatCivilDate(effectiveDueOn)
  switch (timeliness) {
    case 'early':
      return m.assignments_class_early({ sent, due })
    case 'on_time':
      return dueOn === effectiveDueOn
        ? m.assignments_class_on_time({ sent, due })
        : m.assignments_class_on_time_moved({ sent, due, effective })
    case 'late':
      return m.assignments_class_late({ sent, effective, days: daysLate ?? 1 })
  }
}
