import {
  type AssignmentRole,
  type AssignmentState,
  type CivilDate,
  type ReminderSkip,
  reminderSkip,
} from '@dunghan/domain'
import { m } from '../paraglide/messages.js'
import { formatNumber } from './format.ts'
import type { Words } from './terms.ts'

/** As many as one call takes. */
export const mostReminded = 500

export interface Remindable {
  id: string
  role: AssignmentRole
  state: AssignmentState
  unit: { id: string; name: string }
}

export const skipWords: Words<ReminderSkip> = {
  'not-open': m.lists_remind_skip_not_open,
  support: m.lists_remind_skip_support,
  'no-account': m.lists_remind_skip_no_account,
  'reminded-today': m.lists_remind_skip_reminded_today,
}

/** Why not, as far as a list knows: accounts and earlier reminders the server knows alone. */
export const skipInSight = ({ role, state }: Remindable, today: CivilDate) =>
  reminderSkip({ role, state, hasAccount: true, lastRemindedAt: null }, today)

/** Whose reports are asked for: each unit with how many, in the order they were met. */
export function byUnit(rows: readonly Remindable[]): { name: string; count: number }[] {
  const units = new Map<string, { name: string; count: number }>()
  for (const { unit } of rows) {
    const entry = units.get(unit.id) ?? { name: unit.name, count: 0 }
    units.set(unit.id, { ...entry, count: entry.count + 1 })
  }
  return [...units.values()]
}

/** How many were left out for each reason, in a sentence each. */
export function skippedWords(reasons: readonly ReminderSkip[]): string[] {
  return [...Map.groupBy(reasons, (reason) => reason)].map(([reason, all]) =>
    m.lists_remind_reason({ count: formatNumber(all.length), reason: skipWords[reason]() }),
  )
}
