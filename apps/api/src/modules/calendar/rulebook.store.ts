import type { CalendarDay } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import { plannedOnce } from '../../db/read-rows.ts'
import type { Tx } from '../../db/transaction.ts'

/** Which calendar and which settings: as many as were changed until then. */
export interface RulebookVersions {
  calendar: number
  settings: number
}

/** What the office decided otherwise than the product's own calendar and defaults. */
export interface KeptRules {
  /** In the order of the changes: of two on the same date the last holds. */
  days: CalendarDay[]
  /** The years whose official calendar the office entered or confirmed. */
  announcedYears: number[]
  settings: Record<string, unknown>
}

export function rulebookStore(db: Tx) {
  return {
    /** The versions in force, now or at an instant: every act begins with it. */
    async findVersions(at?: Date): Promise<RulebookVersions> {
      const then = at ? Prisma.sql`WHERE recorded_at <= ${at}::timestamptz` : Prisma.empty
      const [row] = await db.$queryRaw<RulebookVersions[]>(
        plannedOnce(Prisma.sql`
        SELECT COALESCE((SELECT max(version) FROM calendar_change ${then}), 1) AS calendar,
               COALESCE((SELECT max(version) FROM settings_change ${then}), 1) AS settings`),
      )
      return row ?? { calendar: 1, settings: 1 }
    },

    async find({ calendar, settings }: RulebookVersions): Promise<KeptRules> {
      const [row] = await db.$queryRaw<
        { days: CalendarDay[][] | null; years: number[] | null; settings: object | null }[]
      >`
        SELECT (SELECT json_agg(days ORDER BY version)
                  FROM calendar_change WHERE version <= ${calendar}) AS days,
               (SELECT json_agg(DISTINCT announced_year)
                  FROM calendar_change
                 WHERE version <= ${calendar} AND announced_year IS NOT NULL) AS years,
               (SELECT values FROM settings_change WHERE version = ${settings}) AS settings`
      return {
        days: (row?.days ?? []).flat(),
        announcedYears: row?.years ?? [],
        settings: { ...row?.settings },
      }
    },
  }
}
