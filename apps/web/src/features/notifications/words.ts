import { formatDocumentNumber } from '@dunghan/domain'
import type { Notification } from '../../api/event-stream.ts'
import { formatCivilDate, formatNumber } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { toldOfMany, toldOfOne } from './kind-words.ts'

/** What was told, in words. */
export interface ToldWords {
  headline: string
  /** The document and the task; empty for what is about none. */
  about: string
  /** Dates, whose work it is, what was said of it: each for itself. */
  details: string[]
}

export function wordsOf({ kind, count, facts }: Notification): ToldWords {
  const { directive, task, unit, role, note, decision } = facts
  const written = formatDocumentNumber(directive?.number ?? null, directive?.symbol ?? null)
  const document = written ? m.notifications_document({ number: written }) : directive?.title
  const about = facts.monthlyReport?.title ?? [document, task].filter(Boolean).join(': ')
  const decided = { approved: m.notifications_approved, rejected: m.notifications_rejected }
  const headline = count > 1 ? toldOfMany[kind]({ count: formatNumber(count) }) : toldOfOne[kind]()
  return {
    headline: decision && count === 1 ? decided[decision]() : headline,
    about,
    details: [
      unit?.name,
      role === 'support' && m.notifications_support(),
      ...dates(facts),
      note && m.notifications_note({ note }),
    ].filter((detail) => typeof detail === 'string' && detail !== '') as string[],
  }
}

function dates(facts: Notification['facts']): (string | null)[] {
  const { dueOn, effectiveDueOn, previousDueOn, askedDueOn, workingDaysLeft } = facts
  const due = effectiveDueOn ?? dueOn
  const date = due && formatCivilDate(due)
  const before = previousDueOn && formatCivilDate(previousDueOn)
  return [
    date && before && before !== date
      ? m.notifications_due_moved({ before, date })
      : date && m.notifications_due({ date }),
    workingDaysLeft !== null && workingDaysLeft > 0 ? daysLeft(workingDaysLeft) : null,
    askedDueOn && m.notifications_asked({ date: formatCivilDate(askedDueOn) }),
  ]
}

const daysLeft = (days: number) =>
  days === 1
    ? m.notifications_days_left_one()
    : m.notifications_days_left({ days: formatNumber(days) })
