import { type Key, useEffect, useMemo, useRef, useState } from 'react'
import type { Assignment } from '../../api/assignments.ts'
import { formatNumber } from '../../lib/format.ts'
import { patched } from '../../lib/patched-search.ts'
import { m } from '../../paraglide/messages.js'
import { notifyDone } from '../../ui/notify.ts'

/**
 * The rows chosen of a list. They stay as more rows are loaded and as the order changes; another
 * filter is another list, and they are let go with a word.
 */
export function useChosen(params: URLSearchParams) {
  const [chosen, setChosen] = useState<ReadonlyMap<Key, Assignment>>(new Map())
  const last = useRef<Key | null>(null)
  const filter = patched(params, { sort: null }).toString()
  const before = useRef(filter)
  const count = chosen.size

  useEffect(() => {
    if (before.current === filter) return
    before.current = filter
    last.current = null
    if (count === 0) return
    setChosen(new Map())
    notifyDone(m.lists_chosen_cleared({ count: formatNumber(count) }))
  }, [filter, count])

  return useMemo(
    () => ({
      chosen,
      rows: [...chosen.values()],
      last,
      choose(rows: readonly Assignment[], on: boolean) {
        setChosen((present) => {
          const next = new Map(present)
          for (const row of rows) {
            if (on) next.set(row.id, row)
            else next.delete(row.id)
          }
          return next
        })
      },
      clear: () => setChosen(new Map()),
    }),
    [chosen],
  )
}

export type Chosen = ReturnType<typeof useChosen>
