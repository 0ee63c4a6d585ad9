import { SettingsBody } from '@dunghan/contract'
import { createWorkCalendar, type WorkCalendar } from '@dunghan/domain'
import { z } from 'zod'
import type { Database } from '../../db/client.ts'
import type { Tx } from '../../db/transaction.ts'
import { type KeptRules, rulebookStore } from './rulebook.store.ts'

/** The regulation's, or the province's present practice: what holds until an admin turns it. */
const atFirst: SettingsBody = {
  requireSignedDirectives: false,
  dueSoonDays: 3,
  maxUploadMiB: 50,
  maxExtensions: 1,
}

/** What is kept beside them, or from a version that had more, is passed over. */
const SettingValues = z.object(SettingsBody.shape)

/** By which calendar and settings the rules are applied at one moment. */
export interface Rulebook {
  calendar: WorkCalendar
  settings: SettingsBody
}

export interface Rulebooks {
  /** As it stands inside a transaction, what that has not committed yet included: for acts. */
  of(tx: Tx): Promise<Rulebook>
  /** As it was committed, at most five seconds ago: for reading. */
  current(): Promise<Rulebook>
  /** What is current is read anew: for whoever just committed a change of it. */
  renew(): Promise<Rulebook>
}

const freshFor = 5_000

export function createRulebooks(database: Database, clock: () => Date): Rulebooks {
  /** Made of those very rows, whoever read them and whether or not they are ever committed. */
  let made: { source: string; rulebook: Rulebook } | null = null
  let committed: { rulebook: Rulebook; readAt: number } | null = null
  let readings = 0
  let newest = 0

  const of = async (db: Tx): Promise<Rulebook> => {
    const row = await rulebookStore(db).find()
    const source = JSON.stringify(row)
    if (made?.source === source) return made.rulebook
    const rulebook = rulebookFrom(row)
    made = { source, rulebook }
    return rulebook
  }

  const renew = async (): Promise<Rulebook> => {
    const reading = ++readings
    const readAt = clock().getTime()
    const rulebook = await of(database.prisma)
    // One that began earlier and took longer must not put back what was before.
    if (reading > newest) {
      newest = reading
      committed = { rulebook, readAt }
    }
    return rulebook
  }

  return {
    of,
    renew,
    async current() {
      const age = committed ? clock().getTime() - committed.readAt : Number.POSITIVE_INFINITY
      return committed && age >= 0 && age < freshFor ? committed.rulebook : renew()
    },
  }
}

function rulebookFrom({ days, settings }: KeptRules): Rulebook {
  return {
    calendar: createWorkCalendar(days),
    settings: SettingValues.parse({ ...atFirst, ...settings }),
  }
}
