import { type CivilDate, compareVietnamese } from '@dunghan/domain'
import { queryOptions } from '@tanstack/react-query'
import { answer, client } from './client.ts'
import type { Schema } from './types.ts'

/*
 * The units and leaders that pages of several features choose from. They change a few times a year
 * and are a few hundred at most, so they are read whole and kept.
 */

const KEPT_MS = 5 * 60_000
const MOST = 200

interface Page<T> {
  items: T[]
  nextCursor: string | null
}

async function everyPage<T>(ask: (cursor?: string) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const page = await ask(cursor)
    items.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return items
}

/** Every unit there is or was. */
export const allUnits = queryOptions({
  queryKey: ['units', 'all'],
  queryFn: ({ signal }) =>
    everyPage<Schema<'Unit'>>((cursor) =>
      answer(client.GET('/api/v1/units', { params: { query: { limit: MOST, cursor } }, signal })),
    ),
  staleTime: KEPT_MS,
})

/** Every leader there is or was, by name. */
export const allLeaders = queryOptions({
  queryKey: ['leaders', 'all'],
  queryFn: async ({ signal }) => {
    const leaders = await everyPage<Schema<'Leader'>>((cursor) =>
      answer(client.GET('/api/v1/leaders', { params: { query: { limit: MOST, cursor } }, signal })),
    )
    return leaders.sort((a, b) => compareVietnamese(a.name, b.name))
  },
  staleTime: KEPT_MS,
})

/** Those in being, or in office, on a day. */
export function inForceOn<T extends Pick<Schema<'Unit'>, 'validFrom' | 'validTo'>>(
  all: readonly T[],
  day: CivilDate,
): T[] {
  return all.filter(
    ({ validFrom, validTo }) => (!validFrom || validFrom <= day) && (!validTo || day <= validTo),
  )
}
