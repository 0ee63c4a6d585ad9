import type {
  CalendarChangePage,
  CalendarChangesQuery,
  CalendarYear,
  DueDateCount,
  DueDatePreview,
  DueDatePreviewBody,
  DueDateQuery,
} from '@dunghan/contract'
import { civilDateAt, type ListedDay } from '@dunghan/domain'
import { z } from 'zod'
import { authorize, type Ctx, type Language } from '../../context.ts'
import type { Deps } from '../../deps.ts'
import { pageOf, readCursor } from '../../paging.ts'
import { type CalendarChangeRecord, calendarChangeStore } from './calendar-change.store.ts'
import { announcementOf } from './change-calendar.ts'
import { calendarYear, countDueDate, previewDueDate } from './due-date-preview.ts'
import type { Rulebook } from './rulebooks.ts'

const ChangeCursor = z.tuple([z.string().regex(/^\d{1,9}$/)])

export function calendarService(deps: Pick<Deps, 'database' | 'rulebooks' | 'clock'>) {
  const { database, rulebooks, clock } = deps
  const db = database.prisma

  const yearBy = async (
    { calendar, versions }: Rulebook,
    year: number,
    now: Date,
  ): Promise<CalendarYear> => {
    const shown = calendarYear(calendar, year, civilDateAt(now))
    const version = versions.calendar
    return { ...shown, version, announcement: await announcementOf(db, year, version) }
  }

  return {
    /** @throws RuleViolation `outside-calendar`, `no-working-day` */
    async preview(ctx: Ctx, body: DueDatePreviewBody): Promise<DueDatePreview> {
      authorize(ctx, 'calendar.read')
      const { calendar } = await rulebooks.current()
      const today = civilDateAt(ctx.now)
      return previewDueDate(calendar, body, { today, language: ctx.language })
    },

    /** As it stands, to be edited. @throws RuleViolation `outside-calendar` */
    async year(ctx: Ctx, year: number): Promise<CalendarYear> {
      authorize(ctx, 'calendar.read')
      return yearBy(await rulebooks.of(db), year, ctx.now)
    },

    /** What an import of the year would need to be. @throws RuleViolation `outside-calendar` */
    async listDays(ctx: Ctx, year: number): Promise<ListedDay[]> {
      authorize(ctx, 'calendar.read')
      const { calendar } = await rulebooks.of(db)
      return calendarYear(calendar, year, civilDateAt(ctx.now)).days
    },

    /** Who changed the calendar, when and why; the latest first. */
    async listChanges(
      ctx: Ctx,
      { limit, cursor }: CalendarChangesQuery,
    ): Promise<CalendarChangePage> {
      authorize(ctx, 'calendar.manage')
      const after = readCursor(cursor, ChangeCursor)
      const changes = calendarChangeStore(db)
      const [records, total] = await Promise.all([
        changes.list(after && Number(after[0]), limit + 1),
        changes.count(),
      ])
      const page = pageOf(records, limit, ({ version }) => [String(version)], total)
      return { ...page, items: page.items.map(toChange) }
    },

    /** For anyone. @throws RuleViolation `outside-calendar` */
    async publicYear(year: number): Promise<CalendarYear> {
      return yearBy(await rulebooks.current(), year, clock())
    },

    /** For anyone, the days counted one by one. @throws RuleViolation as `preview` */
    async publicCount(query: DueDateQuery, language: Language): Promise<DueDateCount> {
      const { calendar } = await rulebooks.current()
      return countDueDate(calendar, query, { today: civilDateAt(clock()), language })
    },
  }
}

const toChange = (change: CalendarChangeRecord): CalendarChangePage['items'][number] => ({
  ...change,
  recordedAt: change.recordedAt.toISOString(),
})
