import { apiPaths } from '../../lib/api-paths.ts'
import { m } from '../../paraglide/messages.js'

export interface ExampleCall {
  name: string
  title: string
  about: string
  /** The whole address. */
  address: string
}

export const exampleLanguages = ['curl', 'js'] as const
export type ExampleLanguage = (typeof exampleLanguages)[number]

const DAY_MS = 86_400_000

/**
 * Calls that work as they stand, the commonest first.
 * @param unit a unit's code that there is; without it the call about one is left out
 */
export function exampleCalls(origin: string, now: Date, unit: string | undefined): ExampleCall[] {
  const since = new Date(now.getTime() - DAY_MS).toISOString().replace(/\.\d+Z$/, 'Z')
  const today = now.toISOString().slice(0, 10)
  const calls: [name: string, title: string, about: string, path: string | null][] = [
    [
      'overdue',
      m.developers_call_overdue(),
      m.developers_call_overdue_about(),
      apiPaths.public('assignments', { status: 'overdue', limit: 3 }),
    ],
    [
      'statistics',
      m.developers_call_statistics(),
      m.developers_call_statistics_about(),
      apiPaths.public('statistics', { groupBy: 'unit' }),
    ],
    [
      'search',
      m.developers_call_search(),
      m.developers_call_search_about(),
      apiPaths.public('assignments', { q: 'bao cao', limit: 3 }),
    ],
    [
      'unit',
      m.developers_call_unit(),
      m.developers_call_unit_about(),
      unit === undefined ? null : apiPaths.public(`units/${encodeURIComponent(unit)}`),
    ],
    [
      'changes',
      m.developers_call_changes(),
      m.developers_call_changes_about(),
      apiPaths.public('assignments', { updatedSince: since }),
    ],
    [
      'due-date',
      m.developers_call_due_date(),
      m.developers_call_due_date_about(),
      apiPaths.public('due-date', { dueOn: today }),
    ],
    [
      'seals',
      m.developers_call_seals(),
      m.developers_call_seals_about(),
      apiPaths.public('seals', { limit: 3 }),
    ],
  ]
  return calls.flatMap(([name, title, about, path]) =>
    path === null ? [] : [{ name, title, about, address: origin + path }],
  )
}

/** The call in a language, ready to be pasted. */
export function codeOf(address: string, language: ExampleLanguage): string {
  if (language === 'curl') return `curl '${address}'`
  return `const response = await fetch('${address}')
if (!response.ok) throw new Error((await response.json()).title)
const answer = await response.json()
console.log(answer)`
}
