import { type CivilDate, compareVietnamese, finalSuccessors, unfitForWork } from '@dunghan/domain'
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

/** All there is of what comes page by page. */
export async function everyPage<T>(ask: (cursor?: string) => Promise<Page<T>>): Promise<T[]> {
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

/** One unit, with those before and after it. */
export const unitDetail = (id: string) =>
  queryOptions({
    queryKey: ['units', 'one', id],
    queryFn: ({ signal }) =>
      answer(client.GET('/api/v1/units/{id}', { params: { path: { id } }, signal })),
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

/** Who may have drafted a directive, by name; for the office. */
export const everySpecialist = queryOptions({
  queryKey: ['specialists'],
  queryFn: async ({ signal }) =>
    (await answer(client.GET('/api/v1/specialists', { signal }))).items,
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

/** The unit that stands in the place of another now; none where it stands itself. */
export function heirOf(all: readonly Schema<'Unit'>[], id: string): Schema<'Unit'> | undefined {
  const heirId = finalSuccessors(all).get(id)
  return all.find((unit) => unit.id === heirId && heirId !== id)
}

/**
 * Those that may be given work on a day. A unit that ended is found by its old name all the same:
 * under the one that stands in its place.
 */
export function givenWorkOn(
  all: readonly Schema<'Unit'>[],
  day: CivilDate,
): (Schema<'Unit'> & { formerNames: string[] })[] {
  const successors = finalSuccessors(all)
  const formerNames = new Map<string | undefined, string[]>()
  for (const { id, name } of all) {
    const heir = successors.get(id)
    if (heir !== id) formerNames.set(heir, [...(formerNames.get(heir) ?? []), name])
  }
  return all
    .filter((unit) => unfitForWork(unit, day) === null)
    .map((unit) => ({ ...unit, formerNames: formerNames.get(unit.id) ?? [] }))
}
