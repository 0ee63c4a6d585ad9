import { SettingsBody } from '@dunghan/contract'
import { createWorkCalendar, type WorkCalendar } from '@dunghan/domain'
import { z } from 'zod'
import type { Database } from '../../db/client.ts'
import type { Tx } from '../../db/transaction.ts'
import { type KeptRules, type RulebookVersions, rulebookStore } from './rulebook.store.ts'

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
  versions: RulebookVersions
}

export interface Rulebooks {
  /** As it stands inside a transaction, what that has not committed yet included: for acts. */
  of(tx: Tx): Promise<Rulebook>
  /** As it was committed, at most five seconds ago: for reading. */
  current(): Promise<Rulebook>
  /** As it was on record at an instant of the past. */
  asOf(at: Date): Promise<Rulebook>
  /** What is current is read anew: for whoever just committed a change of it. */
  renew(): Promise<Rulebook>
}

const freshFor = 5_000
/** How many are kept: the present one and those questions about the past keep coming back to. */
const mostKept = 50

export function createRulebooks(database: Database, clock: () => Date): Rulebooks {
  const db = database.prisma
  /** A version once committed is the same for ever. */
  const kept = new Map<string, Rulebook>()
  let committed: { rulebook: Rulebook; readAt: number } | null = null
  let readings = 0
  let newest = 0

  const read = async (versions: RulebookVersions): Promise<Rulebook> => {
    const name = `${versions.calendar}/${versions.settings}`
    const known = kept.get(name)
    if (known) return known
    const rulebook = rulebookFrom(await rulebookStore(db).find(versions), versions)
    const [oldest] = kept.keys()
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
    kept.set(name, rulebook)
    return rulebook
  }

  const renew = async (): Promise<Rulebook> => {
    const reading = ++readings
    const readAt = clock().getTime()
    const rulebook = await read(await rulebookStore(db).findVersions())
    // One that began earlier and took longer must not put back what was before.
    if (reading > newest) {
      newest = reading
      committed = { rulebook, readAt }
    }
    return rulebook
  }

  return {
    renew,
    async of(tx) {
      const versions = await rulebookStore(tx).findVersions()
      const known = kept.get(`${versions.calendar}/${versions.settings}`)
      // Kept only by who reads what is committed: this transaction may yet be undone.
      return known ?? rulebookFrom(await rulebookStore(tx).find(versions), versions)
    },
    async asOf(at) {
      return read(await rulebookStore(db).findVersions(at))
    },
    async current() {
      const age = committed ? clock().getTime() - committed.readAt : Number.POSITIVE_INFINITY
      return committed && age >= 0 && age < freshFor ? committed.rulebook : renew()
    },
  }
}

function rulebookFrom(
  { days, announcedYears, settings }: KeptRules,
  versions: RulebookVersions,
): Rulebook {
  return {
    calendar: createWorkCalendar(days, announcedYears),
    settings: SettingValues.parse({ ...atFirst, ...settings }),
    versions,
  }
}
