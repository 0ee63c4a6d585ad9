import type { CalendarDay } from '@dunghan/domain'
import type { Tx } from '../../db/transaction.ts'

/** A change of the calendar as somebody makes it. */
export interface NewCalendarChange {
  days: CalendarDay[]
  /** The year whose official calendar this is. */
  announcedYear: number | null
  reason: string
  document: string | null
}

export interface CalendarChangeRecord extends NewCalendarChange {
  version: number
  recordedAt: Date
  changedBy: { id: string; displayName: string } | null
}

const select = {
  version: true,
  recordedAt: true,
  days: true,
  announcedYear: true,
  reason: true,
  document: true,
  changedBy: { select: { id: true, displayName: true } },
} as const

export function calendarChangeStore(db: Tx) {
  return {
    /** The latest first, before the version given. */
    async list(before: number | null, limit: number): Promise<CalendarChangeRecord[]> {
      const rows = await db.calendarChange.findMany({
        where: before === null ? {} : { version: { lt: before } },
        select,
        orderBy: { version: 'desc' },
        take: limit,
      })
      return rows.map((row) => ({ ...row, days: row.days as unknown as CalendarDay[] }))
    },

    count: () => db.calendarChange.count(),

    /** By what a year was last entered or confirmed as official, up to a version of the calendar. */
    async findAnnouncement(year: number, version: number): Promise<CalendarChangeRecord | null> {
      const row = await db.calendarChange.findFirst({
        where: { announcedYear: year, version: { lte: version } },
        select,
        orderBy: { version: 'desc' },
      })
      return row && { ...row, days: row.days as unknown as CalendarDay[] }
    },

    /**
     * @param version the one this change was made from
     * @returns false when somebody saved in between
     */
    async append(
      { days, announcedYear, reason, document }: NewCalendarChange,
      { version, at, by }: { version: number; at: Date; by: string },
    ): Promise<boolean> {
      const appended = await db.$executeRaw`
        INSERT INTO calendar_change
               (version, recorded_at, days, announced_year, reason, document, changed_by_id)
        VALUES (${version + 1}, ${at}::timestamptz, ${JSON.stringify(days)}::jsonb,
                ${announcedYear}::integer, ${reason}, ${document}, ${by}::uuid)
        ON CONFLICT DO NOTHING`
      return appended === 1
    },
  }
}
