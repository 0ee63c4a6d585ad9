import type { CalendarDay } from '@dunghan/domain'
import type { Tx } from '../../db/transaction.ts'

/** What the office decided otherwise than the product's own calendar and defaults. */
export interface KeptRules {
  days: CalendarDay[]
  settings: Record<string, unknown>
}

export function rulebookStore(db: Tx) {
  return {
    /** Days and settings in one query: every act begins with it. */
    async find(): Promise<KeptRules> {
      const [row] = await db.$queryRaw<{ days: CalendarDay[] | null; settings: object | null }[]>`
        SELECT (SELECT json_agg(json_build_object('date', date::text, 'kind', kind, 'name', name)
                                ORDER BY date)
                  FROM calendar_day) AS days,
               (SELECT json_object_agg(key, value) FROM setting) AS settings`
      return { days: row?.days ?? [], settings: { ...row?.settings } }
    },
  }
}
