import type { AssignmentQuery } from '../../api/assignments.ts'

const PAGE = 50
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
const ONE = ['q', 'dueFrom', 'dueTo', 'issuedFrom', 'issuedTo', 'sort'] as const

/** What the list is narrowed and sorted by, from the address of the page; the API's own names. */
export function queryIn(params: URLSearchParams): AssignmentQuery {
  const query: Record<string, unknown> = { limit: PAGE, role: [params.get('role') ?? 'lead'] }
  for (const name of ANY_OF) if (params.has(name)) query[name] = params.getAll(name)
  for (const name of ONE) if (params.get(name)) query[name] = params.get(name)
  return query
}

/** Whether the list is narrowed at all; another order or tab is no condition. */
export function isNarrowed(params: URLSearchParams): boolean {
  return [...params.keys()].some((name) => name !== 'sort' && name !== 'role')
}
