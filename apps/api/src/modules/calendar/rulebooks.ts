import { createWorkCalendar, type WorkCalendar } from '@dunghan/domain'
import { z } from 'zod'
import type { Database } from '../../db/client.ts'
import type { Tx } from '../../db/transaction.ts'
import { type KeptRules, rulebookStore } from './rulebook.store.ts'

/** What the admin may turn; the defaults are the regulation's or the province's present practice. */
export const SettingValues = z.object({
  /** A directive's file without a valid digital signature is refused, not only warned of. */
  requireSignedDirectives: z.boolean().default(false),
  /** Working days before the effective due date from which an assignment is "due soon". */
  dueSoonDays: z.number().int().min(0).max(30).default(3),
  maxUploadMiB: z.number().int().min(1).max(500).default(50),
  maxExtensions: z.number().int().min(0).max(10).default(1),
})
export type SettingValues = z.infer<typeof SettingValues>

/** By which calendar and settings the rules are applied at one moment. */
export interface Rulebook {
  calendar: WorkCalendar
  settings: SettingValues
}

export interface Rulebooks {
  /** As it stands inside a transaction: what an act must go by. */
  of(tx: Tx): Promise<Rulebook>
  /** For reading: at most five seconds old. */
  current(): Promise<Rulebook>
}

const freshFor = 5_000

export function createRulebooks(database: Database, clock: () => Date): Rulebooks {
  let kept: { source: string; rulebook: Rulebook } | null = null
  let readAt = Number.NEGATIVE_INFINITY

  const of = async (db: Tx): Promise<Rulebook> => {
    const row = await rulebookStore(db).find()
    const source = JSON.stringify(row)
    if (kept?.source !== source) kept = { source, rulebook: rulebookFrom(row) }
    readAt = clock().getTime()
    return kept.rulebook
  }

  return {
    of,
    async current() {
      const age = clock().getTime() - readAt
      return kept && age >= 0 && age < freshFor ? kept.rulebook : of(database.prisma)
    },
  }
}

function rulebookFrom({ days, settings }: KeptRules): Rulebook {
  return { calendar: createWorkCalendar(days), settings: SettingValues.parse(settings) }
}
