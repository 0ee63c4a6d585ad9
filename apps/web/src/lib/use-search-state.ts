import { useCallback, useMemo, useRef } from 'react'
import { useNavigation, useSearchParams } from 'react-router-dom'
import { patched } from './patched-search.ts'
import type { Search } from './paths.ts'

export { patched }

/**
 * Filters, tabs and sort kept in the URL, so that every view can be bookmarked, sent and returned
 * to with Back.
 */
export function useSearchState() {
  const [params, setParams] = useSearchParams()
  // Two quick presses: the second builds on the first, though its page is still on the way.
  const underWay = useNavigation().location?.search
  const latest = useRef(params)
  latest.current = underWay === undefined ? params : new URLSearchParams(underWay)

  const set = useCallback(
    (patch: Search, { replace = false } = {}) => {
      latest.current = patched(latest.current, patch)
      setParams(latest.current, { replace, preventScrollReset: true })
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
