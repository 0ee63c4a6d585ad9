import type { AssignmentQuery } from '../../api/assignments.ts'
import { asOfIn } from '../../lib/as-of.ts'
import { unfinished, usualSort } from '../../lib/unfinished.ts'

const PAGE = 50
const CLOSED = ['completed', 'withdrawn']
const ANY_OF = [
  'unitId',
  'unitType',
  'status',
  'state',
  'kind',
  'timeliness',
  'directiveId',
  'directedById',
  'draftedById',
] as const
const ONE = [
  'q',
  'dueFrom',
  'dueTo',
  'issuedFrom',
  'issuedTo',
  'effectiveDueFrom',
  'effectiveDueTo',
  'activeFrom',
  'extended',
  'extensionPending',
  'extensionDecidedFrom',
  'units',
] as const

/** What the list is narrowed and sorted by, from the address of the page; the API's own names. */
export function queryIn(params: URLSearchParams): AssignmentQuery {
  const query: Record<string, unknown> = {
    limit: PAGE,
    role: [params.get('role') ?? 'lead'],
    sort: sortIn(params),
  }
  for (const name of ANY_OF) if (params.has(name)) query[name] = params.getAll(name)
  for (const name of ONE) if (params.get(name)) query[name] = params.get(name)
  const asOf = asOfIn(params)
  if (asOf) query.asOf = asOf
  return query
}

/** The order asked for, or the usual one: a state that is open counts as unfinished. */
export function sortIn(params: URLSearchParams): string {
  const states = params.getAll('state')
  const open =
    params.get('extensionPending') === 'true' ||
    (states.length > 0 && !states.some((state) => CLOSED.includes(state)))
  return params.get('sort') || (open ? 'dueOn' : usualSort(params.getAll('status')))
}

export type Tab = 'unfinished' | 'all' | 'support' | 'extensions'

/** The tab whose view this is; none when its conditions are of the reader's own choosing. */
export function tabIn(params: URLSearchParams): Tab | null {
  if (params.get('role') === 'support') return 'support'
  if (params.get('extensionPending') === 'true') return 'extensions'
  const chosen = params.getAll('status')
  if (chosen.length === 0) return 'all'
  const every = chosen.length === unfinished.length
  return every && unfinished.every((status) => chosen.includes(status)) ? 'unfinished' : null
}

/** Whether the list is narrowed at all; another order, tab or instant is no condition. */
export function isNarrowed(params: URLSearchParams): boolean {
  return [...params.keys()].some((name) => !['sort', 'role', 'asOf', 'units'].includes(name))
}

/** How the list is looked at, whichever tab of it: at which instant, and with whose successors. */
export const viewIn = (params: URLSearchParams) => ({
  asOf: asOfIn(params),
  units: params.get('units'),
})
