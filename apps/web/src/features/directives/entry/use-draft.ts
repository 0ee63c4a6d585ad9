import { useEffect, useReducer, useRef, useState } from 'react'
import type { Schema } from '../../../api/types.ts'
import { now, useToday } from '../../../lib/use-now.ts'
import { discardDraft, loadDraft, saveDraft } from './draft-store.ts'
import { emptyDraft } from './entry-draft.ts'
import { type EntryState, entryReducer } from './entry-reducer.ts'

const PAUSE_MS = 400

/** The draft of this account: restored when the page opens, kept while it is typed. */
export function useDraft(accountId: string) {
  const today = useToday()
  const [kept] = useState(() => loadDraft(accountId))
  const [state, dispatch] = useReducer(
    entryReducer,
    null,
    (): EntryState => ({
      draft: kept?.draft ?? emptyDraft(today),
      errors: {},
      pasted: null,
      touched: false,
    }),
  )
  const [restoredAt, setRestoredAt] = useState(kept?.savedAt ?? null)
  const [keptFiles, setKeptFiles] = useState(kept?.files ?? [])
  return {
    ...state,
    dispatch,
    keptFiles,
    /** When the draft on the page was kept; null when it began empty. */
    restoredAt,
    restart: () => {
      discardDraft(accountId)
      setRestoredAt(null)
      setKeptFiles([])
      dispatch({ type: 'restart', draft: emptyDraft(today) })
    },
  }
}

interface Kept {
  savedAt: string | null
  failed: boolean
}

/**
 * Keeps what is typed a moment after it was typed, and at once when the page goes away.
 * @param active asked each time: nothing is kept before something was typed, nor after it was sent
 */
export function useKeptDraft(
  accountId: string,
  draft: Parameters<typeof saveDraft>[1]['draft'],
  files: Schema<'File'>[],
  active: () => boolean,
): Kept {
  const [result, setResult] = useState<Kept>({ savedAt: null, failed: false })
  const save = useRef(() => {})
  save.current = () => {
    if (!active()) return
    const savedAt = now().toISOString()
    const done = saveDraft(accountId, { savedAt, draft, files })
    setResult({ savedAt: done ? savedAt : null, failed: !done })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed starts the wait again
  useEffect(() => {
    const timer = setTimeout(() => save.current(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft, files.length])
  useEffect(() => {
    const flush = () => save.current()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [])
  return result
}
