import type { PublicFeedQuery, PublicUnitFeedQuery } from '@dunghan/contract'
import { assignmentStates, civilDateAt, momentAt, openStates, yearOf } from '@dunghan/domain'
import type { Language } from '../../context.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import type { AssignmentRecord } from '../assignments/assignment-record.ts'
import { assignmentStore } from '../assignments/assignments.store.ts'
import { publicFilter } from '../portal/public-filter.ts'
import { unitStore } from '../units/units.store.ts'
import { narrowToUnits, requireKnownUnits, unitsAsOf } from '../units/units-as-of.ts'
import { atomFeed } from './atom-feed.ts'
import { catalogOf } from './catalog.ts'
import { dueCalendar } from './due-calendar.ts'
import { dataPaths, pagePaths } from './public-addresses.ts'
import { sharingStore } from './sharing.store.ts'

/** Entries of a feed, and events of a calendar. */
const mostEntries = 50
const mostEvents = 1000

/** A text to hand over, and when what it tells last changed; null when it tells nothing yet. */
export interface SharedText {
  text: string
  changedAt: Date | null
}

/** What is public, in the forms that feed readers, calendars and catalogues take. */
export function sharingService(deps: Pick<Deps, 'config' | 'database' | 'rulebooks' | 'clock'>) {
  const { config, database, rulebooks, clock } = deps
  const { publicUrl } = config
  const db = database.prisma

  const moment = async () => {
    const { calendar, settings } = await rulebooks.current()
    return momentAt(calendar, clock(), settings.dueSoonDays)
  }

  /** What a unit is called, by what is known of it already. @throws Refusal `not-found` */
  const nameOf = async (code: string, [record]: AssignmentRecord[]): Promise<string> => {
    const unit = record?.unit ?? (await unitStore(db).findByCode(code))
    if (!unit) throw new Refusal('not-found')
    return unit.name
  }

  return {
    /**
     * What changed last among what a list shows, and what was withdrawn of it.
     * @param search the query as it came, with its `?`
     * @throws Refusal `not-found` for a unit nobody knows
     */
    async feed(
      { units, ...filters }: PublicFeedQuery,
      search: string,
      language: Language,
    ): Promise<SharedText> {
      const asked = withWithdrawn(publicFilter(filters))
      const known = filters.unit || units === 'by_successor' ? await unitsAsOf(db, clock()) : null
      if (known) requireKnownUnits(known, asked)
      const filter = known ? narrowToUnits(asked, known, units) : asked
      const now = await moment()
      const records = await assignmentStore(db).listLastChanged(filter, now, mostEntries)
      return told(records, (self) =>
        atomFeed({
          ...self,
          self: dataPaths.feed + search,
          page: pagePaths.assignments + search,
          moment: now,
          language,
          ...feedWords[language],
        }),
      )
    },

    /** The same of one unit. @throws Refusal `not-found` */
    async unitFeed(
      code: string,
      filters: PublicUnitFeedQuery,
      search: string,
      language: Language,
    ): Promise<SharedText> {
      const now = await moment()
      const filter = withWithdrawn(publicFilter({ ...filters, unit: [code] }))
      const records = await assignmentStore(db).listLastChanged(filter, now, mostEntries)
      const name = await nameOf(code, records)
      return told(records, (self) =>
        atomFeed({
          ...self,
          self: dataPaths.unitFeed(code) + search,
          page: pagePaths.unit(code) + search,
          moment: now,
          language,
          title: `${name} · Đúng Hạn`,
          subtitle: feedWords[language].subtitle,
        }),
      )
    },

    /** When what a unit still has to report on is due. @throws Refusal `not-found` */
    async dueDates(code: string, language: Language): Promise<SharedText> {
      const now = await moment()
      const filter = { ...publicFilter({ unit: [code] }), state: [...openStates] }
      const latestFirst = await assignmentStore(db).list(filter, now, {
        sort: '-dueOn',
        after: null,
        limit: mostEvents,
      })
      const name = await nameOf(code, latestFirst)
      return told(latestFirst.toReversed(), ({ records }) =>
        dueCalendar(`${language === 'vi' ? 'Hạn của' : 'Due dates of'} ${name}`, records, now, {
          publicUrl,
          page: pagePaths.unit(code),
          language,
        }),
      )
    },

    /** What data there are, where and in which forms. */
    async catalog() {
      const facts = await sharingStore(db).findCatalogFacts()
      return catalogOf(publicUrl, facts, yearOf(civilDateAt(clock())))
    },
  }

  function told(
    records: AssignmentRecord[],
    write: (of: { records: AssignmentRecord[]; publicUrl: string }) => string,
  ): SharedText {
    const newest = Math.max(...records.map(({ changedAt }) => changedAt.getTime()))
    return {
      text: write({ records, publicUrl }),
      changedAt: records.length > 0 ? new Date(newest) : null,
    }
  }
}

/** That a task was withdrawn is a change too, where no status is asked for. */
const withWithdrawn = (filter: ReturnType<typeof publicFilter>) =>
  filter.status ? filter : { ...filter, state: [...assignmentStates] }

const feedWords: Record<Language, { title: string; subtitle: string }> = {
  vi: {
    title: 'Nhiệm vụ mới và thay đổi · Đúng Hạn',
    subtitle: 'Nhiệm vụ do Ủy ban nhân dân Tỉnh giao: mới giao, báo cáo, kết quả.',
  },
  en: {
    title: 'New and changed tasks · Đúng Hạn',
    subtitle: "Tasks assigned by the Provincial People's Committee: assigned, reported, results.",
  },
}
