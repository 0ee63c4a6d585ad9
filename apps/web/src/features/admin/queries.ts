import type { operations } from '@dunghan/api-client'
import { compareVietnamese } from '@dunghan/domain'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, client } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { everyPage } from '../../api/reference-data.ts'
import type { Schema } from '../../api/types.ts'
import { mailStates } from './records-known.ts'

type Query<Name extends keyof operations> = NonNullable<operations[Name]['parameters']['query']>

const PAGE = 100
/** The most the API gives at once. */
const MOST = 200

interface Paged {
  nextCursor: string | null
}

/** How a list goes on: from the place the page before ended. */
const onward = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: Paged) => page.nextCursor ?? undefined,
}

/** The conditions of a list in the address of its page; `many` may be repeated. */
export function conditionsIn(params: URLSearchParams, many?: string): Record<string, unknown> {
  const q = params.get('q')
  return {
    ...(q ? { q } : {}),
    ...(many && params.has(many) ? { [many]: params.getAll(many) } : {}),
  }
}

export type UnitTab = 'standing' | 'ended' | 'all'

/** Which units the page shows: those in being or to come, unless the others are asked for. */
export function unitTabIn(params: URLSearchParams): UnitTab {
  const asked = params.get('standing')
  return asked === 'ended' || asked === 'all' ? asked : 'standing'
}

/** What the list of units is narrowed by, from the address of its page. */
export function unitConditionsIn(params: URLSearchParams): Query<'listUnits'> {
  const standings = { standing: ['current', 'upcoming'], ended: ['ended'], all: undefined } as const
  const standing = standings[unitTabIn(params)]
  return { ...conditionsIn(params, 'type'), ...(standing && { standing: [...standing] }) }
}

export const unitList = (filters: Query<'listUnits'>) =>
  infiniteQueryOptions({
    queryKey: ['units', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.GET('/api/v1/units', {
          params: { query: { ...filters, limit: PAGE, cursor: pageParam } },
          signal,
        }),
      ),
    ...onward,
  })

export const leaderList = (filters: Query<'listLeaders'>) =>
  infiniteQueryOptions({
    queryKey: ['leaders', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.GET('/api/v1/leaders', {
          params: { query: { ...filters, limit: PAGE, cursor: pageParam } },
          signal,
        }),
      ),
    ...onward,
  })

export const accountList = (filters: Query<'listAccounts'>) =>
  infiniteQueryOptions({
    queryKey: ['accounts', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.GET('/api/v1/accounts', {
          params: { query: { ...filters, limit: PAGE, cursor: pageParam } },
          signal,
        }),
      ),
    ...onward,
  })

/** Every account there is, by the name it is shown by. */
export const allAccounts = queryOptions({
  queryKey: ['accounts', 'all'],
  queryFn: async ({ signal }) => {
    const accounts = await everyPage<Schema<'Account'>>((cursor) =>
      answer(
        client.GET('/api/v1/accounts', { params: { query: { limit: MOST, cursor } }, signal }),
      ),
    )
    return accounts.sort((a, b) => compareVietnamese(a.displayName, b.displayName))
  },
})

export const settings = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => answer(client.GET('/api/v1/settings', { signal })),
})

/** Often enough that a run that was asked for is seen to begin and to end. */
const JOBS_AGAIN_MS = 5_000

export const jobList = queryOptions({
  queryKey: ['jobs'],
  queryFn: ({ signal }) => answer(client.GET('/api/v1/jobs', { signal })),
  refetchInterval: JOBS_AGAIN_MS,
})

/** Which mail the page shows: of one state, or all. */
export function mailConditionsIn(params: URLSearchParams): Query<'listMails'> {
  const asked = params.get('state')
  const state = mailStates.find((one) => one === asked)
  return state ? { state } : {}
}

/** The mail that goes out, the latest first; renewed with the jobs that send it. */
export const mailList = (filters: Query<'listMails'>) =>
  infiniteQueryOptions({
    queryKey: ['mails', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.GET('/api/v1/mails', {
          params: { query: { ...filters, limit: PAGE, cursor: pageParam } },
          signal,
        }),
      ),
    refetchInterval: JOBS_AGAIN_MS,
    ...onward,
  })

/** What the history is narrowed by, from the address of its page. */
export function auditConditionsIn(params: URLSearchParams): Query<'listAuditEvents'> {
  const one = (name: string) => params.get(name) || undefined
  const types = params.getAll('type') as NonNullable<Query<'listAuditEvents'>['type']>
  const subject = params.getAll('subject') as NonNullable<Query<'listAuditEvents'>['subject']>
  return {
    ...(types.length > 0 && { type: types }),
    ...(subject.length > 0 && { subject }),
    subjectId: one('subjectId'),
    account: one('account'),
    unit: one('unit'),
    from: one('from'),
    to: one('to'),
  }
}

/** Everything that was done, the latest first. */
export const auditList = (filters: Query<'listAuditEvents'>) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.GET('/api/v1/audit', {
          params: { query: { ...filters, limit: PAGE, cursor: pageParam } },
          signal,
        }),
      ),
    ...onward,
  })

export const lastSeal = queryOptions({
  queryKey: ['audit', 'seal'],
  queryFn: ({ signal }) =>
    answer(client.GET('/api/public/v1/seals', { params: { query: { limit: 1 } }, signal })),
})

/** Who changed the calendar, when and why; the latest first. */
export const calendarChanges = infiniteQueryOptions({
  queryKey: ['calendar', 'changes'],
  queryFn: ({ pageParam, signal }) =>
    answer(
      client.GET('/api/v1/calendar/changes', {
        params: { query: { limit: 20, cursor: pageParam } },
        signal,
      }),
    ),
  ...onward,
})

/** After a record was saved, whatever lists or offers it is read again. */
export const forget = (root: 'units' | 'leaders' | 'accounts' | 'jobs' | 'mails') =>
  queryClient.invalidateQueries({ queryKey: [root] })
