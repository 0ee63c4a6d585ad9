import type {
  AnnounceCalendarYearBody,
  CalendarOutcome,
  EditCalendarDayBody,
  ImportCalendarYearBody,
} from '@dunghan/contract'
import {
  assertNoBreach,
  type CivilDate,
  checkDayEdit,
  checkReason,
  civilDateAt,
  daysOfEdit,
  daysOfYear,
  RuleViolation,
  type WorkCalendar,
  yearOf,
} from '@dunghan/domain'
import { act } from '../../act.ts'
import { authorize, type Ctx, requireVersion } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Deps } from '../../deps.ts'
import { calendarChangeStore, type NewCalendarChange } from './calendar-change.store.ts'
import { readCalendarFile } from './calendar-file.ts'
import { announcementOf, changeCalendar, foresee } from './change-calendar.ts'
import { calendarYear } from './due-date-preview.ts'
import { showMoves } from './move-due-dates.ts'
import type { Rulebook } from './rulebooks.ts'

/** A province has some thousands of open assignments; a hundred thousand take half of this. */
const timeout = 5 * 60_000

/**
 * What the admin changes of the calendar. Each can be asked first what it would move, which changes
 * nothing; saved, it is alone while it lasts, so that no order comes in under the calendar before.
 */
export function editCalendarService(deps: Pick<Deps, 'database' | 'rulebooks'>) {
  const { database, rulebooks } = deps

  return {
    /**
     * @param expected the version it was made from; null: only what it would do
     * @throws RuleViolation `outside-calendar`, `make-up-on-weekday`, `day-name-required`,
     * `reason-required`, `no-working-day`
     * @throws Refusal `stale`
     */
    editDay(
      ctx: Ctx,
      date: CivilDate,
      body: EditCalendarDayBody,
      expected: number | null,
    ): Promise<CalendarOutcome> {
      return change(ctx, yearOf(date), expected, (calendar) => {
        const { reason, document } = body
        const edit = { ...body, date }
        assertNoBreach(checkDayEdit(edit))
        const days = daysOfEdit(calendar, edit)
        return { days, announcedYear: null, reason: reason ?? '', document }
      })
    },

    /** The year is official as it stands. @throws as `editDay` */
    announceYear(
      ctx: Ctx,
      year: number,
      body: AnnounceCalendarYearBody,
      expected: number | null,
    ): Promise<CalendarOutcome> {
      return change(ctx, year, expected, (calendar) => {
        assertYear(calendar, year)
        assertNoBreach(checkReason(body.reason))
        const { reason, document } = body
        return { days: [], announcedYear: year, reason: reason ?? '', document }
      })
    },

    /** The year as announced, all of it or nothing. @throws Refusal `calendar-import-refused` */
    importYear(
      ctx: Ctx,
      body: ImportCalendarYearBody,
      expected: number | null,
    ): Promise<CalendarOutcome> {
      const { year, reason, document } = body
      return change(ctx, year, expected, (calendar) => {
        assertYear(calendar, year)
        assertNoBreach(checkReason(reason))
        const days = daysOfYear(calendar, year, readCalendarFile(body))
        return { days, announcedYear: year, reason: reason ?? '', document }
      })
    },
  }

  async function change(
    ctx: Ctx,
    year: number,
    expected: number | null,
    decide: (calendar: WorkCalendar) => NewCalendarChange,
  ): Promise<CalendarOutcome> {
    const role = authorize(ctx, 'calendar.manage')
    if (expected === null) {
      const db = database.prisma
      const rulebook = await rulebooks.of(db)
      const wanted = decide(rulebook.calendar)
      const foreseen = await foresee(db, rulebook, wanted)
      const moved = await showMoves(db, foreseen.moves, foreseen.calendar)
      const { versions } = rulebook
      const shown = await told(db, ctx, year, { ...foreseen, versions })
      if (wanted.announcedYear === null) return { ...shown, moved }
      return { ...shown, moved, year: { ...shown.year, announcement: saidBy(wanted, ctx.now) } }
    }
    const play = async (tx: Tx): Promise<CalendarOutcome> => {
      const rulebook = await rulebooks.of(tx)
      requireVersion(rulebook.versions.calendar, expected)
      const wanted = decide(rulebook.calendar)
      if (!(await isSo(tx, wanted, expected))) {
        const foreseen = await foresee(tx, rulebook, wanted)
        // Shown by the dates it moves them from.
        const moved = await showMoves(tx, foreseen.moves, foreseen.calendar)
        await changeCalendar(tx, ctx, role, rulebook, wanted, foreseen)
        return { ...(await told(tx, ctx, year, await rulebooks.of(tx))), moved }
      }
      return { ...(await told(tx, ctx, year, rulebook)), moved: { total: 0, assignments: [] } }
    }
    const outcome = await act(database, ctx, play, { alone: true, timeout })
    // What is only read may be some seconds old; whoever changed it sees it at once.
    await rulebooks.renew()
    return outcome
  }
}

function assertYear({ firstYear, lastYear }: WorkCalendar, year: number): void {
  if (year >= firstYear && year <= lastYear) return
  throw new RuleViolation('outside-calendar', { year, firstYear, lastYear }, '/year')
}

/** Whether nothing is said that is not on record already. */
async function isSo(tx: Tx, wanted: NewCalendarChange, version: number): Promise<boolean> {
  if (wanted.days.length > 0) return false
  if (wanted.announcedYear === null) return true
  const last = await calendarChangeStore(tx).findAnnouncement(wanted.announcedYear, version)
  return last?.document === wanted.document && last.reason === wanted.reason
}

async function told(
  tx: Tx,
  ctx: Ctx,
  year: number,
  { calendar, versions }: Pick<Rulebook, 'calendar' | 'versions'>,
): Promise<Pick<CalendarOutcome, 'version' | 'year'>> {
  const version = versions.calendar
  const shown = calendarYear(calendar, year, civilDateAt(ctx.now))
  return {
    version,
    year: { ...shown, version, announcement: await announcementOf(tx, year, version) },
  }
}

const saidBy = ({ reason, document }: NewCalendarChange, at: Date) => ({
  reason,
  document: document ?? '',
  recordedAt: at.toISOString(),
})
