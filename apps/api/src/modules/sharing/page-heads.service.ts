import {
  civilDateAt,
  formatCivilDate,
  momentAt,
  shortText,
  statusOf,
  yearOf,
} from '@dunghan/domain'
import { validate as isUuid } from 'uuid'
import type { Language } from '../../context.ts'
import type { Deps } from '../../deps.ts'
import type { PageHead } from '../../page-head.ts'
import { assignmentStore } from '../assignments/assignments.store.ts'
import { unitStore } from '../units/units.store.ts'
import { alternateWords, type FixedPage, pageWords, unitDescription } from './page-words.ts'
import { dataPaths, pagePaths } from './public-addresses.ts'
import { sharingStore } from './sharing.store.ts'
import { orderWords, taskLines } from './sharing-text.ts'

/** What a list's address may carry, and what of it a feed is narrowed by too. */
const sharedFilters = [
  'q',
  'status',
  'unit',
  'unitType',
  'kind',
  'timeliness',
  'directedById',
  'dueFrom',
  'dueTo',
  'issuedFrom',
  'issuedTo',
  'effectiveDueFrom',
  'effectiveDueTo',
  'activeFrom',
  'units',
]
const listParameters = [...sharedFilters, 'sort']
const statisticsParameters = ['groupBy', 'basis', 'from', 'to', 'asOf', 'units', 'sort']

/** Describes the public pages by their addresses, each by one query at most. */
export function pageHeadsService(deps: Pick<Deps, 'config' | 'database' | 'rulebooks' | 'clock'>) {
  const { config, database, rulebooks, clock } = deps
  const { publicUrl } = config
  const db = database.prisma

  const titled = (page: string) => `${page} · Đúng Hạn`
  const image = `${publicUrl}/chia-se.png`

  return {
    /** `missing` for what is not there, or not for anyone. */
    async describe(path: string, search: URLSearchParams, language: Language): Promise<PageHead> {
      const words = pageWords[language]
      const fixed = (page: FixedPage, parameters: string[] = []): PageHead => ({
        title: titled(words[page].title),
        description: words[page].description,
        url: publicUrl + path + kept(search, parameters),
        image,
        alternates: [feedOf(kept(search, page === 'assignments' ? sharedFilters : []), language)],
      })
      switch (path) {
        case pagePaths.home:
          return fixed('home')
        case pagePaths.assignments:
          return fixed('assignments', listParameters)
        case pagePaths.statistics:
          return fixed('statistics', statisticsParameters)
        case pagePaths.calendar:
          return inYear(fixed('calendar', ['nam']), search)
        case pagePaths.dueDate:
          return fixed('dueDate', ['dueOn', 'issuedOn', 'issuedTime'])
        case pagePaths.developers:
          return fixed('developers')
      }
      const [, kind, key = ''] =
        /^\/cong-khai\/(nhiem-vu|van-ban|don-vi)\/([^/]+)$/.exec(path) ?? []
      const page = kind ? await single(kind, decoded(key), language) : null
      if (page) return { ...page, title: titled(page.title), url: publicUrl + path, image }
      return { ...words.missing, title: titled(words.missing.title), missing: true }
    },
  }

  async function single(kind: string, key: string, language: Language) {
    if (kind === 'don-vi') return unit(key, language)
    if (!isUuid(key)) return null
    return kind === 'nhiem-vu' ? assignment(key, language) : directive(key, language)
  }

  async function assignment(id: string, language: Language): Promise<PageHead | null> {
    const record = await assignmentStore(db).findById(id)
    if (!record || record.visibility === 'internal' || record.role !== 'lead') return null
    const { calendar, settings } = await rulebooks.current()
    const status = statusOf(record, momentAt(calendar, clock(), settings.dueSoonDays))
    return {
      title: shortText(record.taskContent, 80),
      description: shortText(taskLines(record, status, language).join(' · '), 300),
      type: 'article',
    }
  }

  async function directive(id: string, language: Language): Promise<PageHead | null> {
    const found = await sharingStore(db).findPublicDirective(id)
    if (!found) return null
    const { title, abstract, issuedOn, number, symbol, kind } = found
    return {
      title: orderWords({ kind, directive: { number, symbol } }, language),
      description: shortText(`${title}, ${formatCivilDate(issuedOn)}. ${abstract}`, 300),
      type: 'article',
    }
  }

  async function unit(code: string, language: Language): Promise<PageHead | null> {
    const found = code.includes('\0') ? null : await unitStore(db).findByCode(code)
    if (!found) return null
    const { feed, calendar } = alternateWords[language]
    return {
      title: found.name,
      description: unitDescription[language](found.name),
      alternates: [
        {
          type: 'application/atom+xml',
          title: `${feed}: ${found.name}`,
          href: publicUrl + dataPaths.unitFeed(code),
        },
        {
          type: 'text/calendar',
          title: `${calendar}: ${found.name}`,
          href: publicUrl + dataPaths.unitCalendar(code),
        },
      ],
    }
  }

  function feedOf(search: string, language: Language) {
    return {
      type: 'application/atom+xml',
      title: alternateWords[language].feed,
      href: publicUrl + dataPaths.feed + search,
    }
  }

  function inYear(page: PageHead, search: URLSearchParams): PageHead {
    const asked = Number(search.get('nam'))
    const isYear = Number.isInteger(asked) && asked > 1000 && asked < 9999
    const year = isYear ? asked : yearOf(civilDateAt(clock()))
    return { ...page, title: page.title.replace('{year}', String(year)) }
  }
}

/** The parameters of a page that make it what it is, so that what a mailer adds is left out. */
function kept(search: URLSearchParams, names: string[]): string {
  const left = new URLSearchParams([...search].filter(([name]) => names.includes(name)))
  return left.size > 0 ? `?${left}` : ''
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key)
  } catch {
    return key
  }
}
