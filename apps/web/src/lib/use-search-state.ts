import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import type { Search } from './paths.ts'

/** What leaves the URL whenever a filter changes: a place in the old list means nothing in the new. */
const PLACE = ['cursor', 'trang']

/**
 * Filters, tabs and sort kept in the URL, so that every view can be bookmarked, sent and returned
 * to with Back.
 */
export function useSearchState() {
  const [params, setParams] = useSearchParams()

  const set = useCallback(
    (patch: Search, { replace = false } = {}) => {
      setParams((before) => patched(before, patch), { replace, preventScrollReset: true })
    },
    [setParams],
  )

  return useMemo(
    () => ({
      params,
      get: (name: string) => params.get(name) ?? '',
      all: (name: string) => params.getAll(name),
      set,
      clear: (names: readonly string[]) =>
        set(Object.fromEntries(names.map((name) => [name, null]))),
    }),
    [params, set],
  )
}

export type SearchState = ReturnType<typeof useSearchState>

/** `before` with each parameter of `patch` replaced, or removed when it has no value. */
export function patched(before: URLSearchParams, patch: Search): URLSearchParams {
  const after = new URLSearchParams(before)
  for (const place of PLACE) if (!(place in patch)) after.delete(place)
  for (const [name, value] of Object.entries(patch)) {
    after.delete(name)
    if (value === null || value === undefined || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) after.append(name, String(one))
  }
  return after
}
