import type { CalendarYear } from '@dunghan/contract'
import { assertWorkingDays, type Role, type WorkCalendar } from '@dunghan/domain'
import type { Ctx } from '../../context.ts'
import { recordedAt } from '../../db/recording.ts'
import type { Tx } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { historyStore } from '../history/history.store.ts'
import { calendarChangeStore, type NewCalendarChange } from './calendar-change.store.ts'
import { type Move, moveAll, movesBy } from './move-due-dates.ts'
import type { Rulebook } from './rulebooks.ts'

/** The calendar is one thing without an id of its own; the history knows it by this one. */
export const calendarId = '00000000-0000-7000-8000-000000000002'

/** What a change comes to: the calendar it makes, and what of all that is owed it moves. */
export interface Foreseen {
  calendar: WorkCalendar
  moves: Move[]
}

/**
 * What a change would do, by what is owed at this moment.
 * @throws RuleViolation `no-working-day`, `outside-calendar`
 */
export async function foresee(
  tx: Tx,
  { calendar }: Pick<Rulebook, 'calendar'>,
  change: NewCalendarChange,
): Promise<Foreseen> {
  const changed = calendar.changedBy(change)
  assertWorkingDays(changed, change.days)
  return { calendar: changed, moves: await movesBy(tx, changed) }
}

/**
 * Makes a change that was foreseen in the same act: the change itself, what it moves, and an event
 * of each.
 * @throws Refusal `stale`
 */
export async function changeCalendar(
  tx: Tx,
  ctx: Ctx,
  role: Role,
  { calendar, versions }: Rulebook,
  change: NewCalendarChange,
  { moves }: Foreseen,
): Promise<void> {
  const at = recordedAt(tx)
  const version = versions.calendar
  const from = { version, at, by: ctx.actor.accountId }
  if (!(await calendarChangeStore(tx).append(change, from))) throw new Refusal('stale')
  const author = { ...ctx, now: at }
  const { days, announcedYear, reason, document } = change
  await historyStore(tx).append(author, {
    type: 'calendar.changed',
    role,
    subject: 'calendar',
    subjectId: calendarId,
    before: { version, days: days.map(({ date }) => calendar.dayOf(date)) },
    after: { version: version + 1, ...change, moved: moves.reduce((sum, m) => sum + m.count, 0) },
  })
  const cause = announcedYear === null ? { calendarDays: days } : { calendarYear: announcedYear }
  const note = { reason, document, calendarVersion: version + 1, ...cause }
  await moveAll(tx, author, role, moves, note)
}

/** By what a year was last entered or confirmed as official, at a version of the calendar. */
export async function announcementOf(
  tx: Tx,
  year: number,
  version: number,
): Promise<CalendarYear['announcement']> {
  const found = await calendarChangeStore(tx).findAnnouncement(year, version)
  if (!found) return null
  const { document, reason, recordedAt } = found
  return { document: document ?? '', reason, recordedAt: recordedAt.toISOString() }
}
