import { useMemo } from 'react'
import { type Known, notUnderstood, understood } from './known-search.ts'
import { useSearchState } from './use-search-state.ts'

/**
 * The search of a page that knows what may stand there: `params` is what is understood of it, and
 * `broken` what is not, to be said on the page.
 * @param known the same object each time
 */
export function useKnownSearch(known: Known) {
  const state = useSearchState()
  return useMemo(
    () => ({
      ...state,
      params: understood(state.params, known),
      broken: notUnderstood(state.params, known),
    }),
    [state, known],
  )
}
