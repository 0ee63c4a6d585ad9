import { useEffect, useRef } from 'react'
import type { Schema } from '../../api/types.ts'
import { reportDraftKeys } from '../../lib/draft-keys.ts'
import { now } from '../../lib/use-now.ts'
import type { ReportDraft } from './report-draft.ts'

/*
 * What a clerk has typed of a report outlives a closed tab in this browser, for the account and the
 * assignment it was typed for.
 */

interface Kept {
  savedAt: number
  draft: ReportDraft
  files: Schema<'File'>[]
}

const SHAPE = 1
/** The server sweeps files that nothing refers to after a day. */
const FILES_LAST_MS = 20 * 3_600_000

const keyOf = (accountId: string, assignmentId: string) =>
  `${reportDraftKeys(accountId)}${assignmentId}`

export function loadReportDraft(accountId: string, assignmentId: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(accountId, assignmentId)) ?? 'null')
    // A draft of another version of the product is not guessed at.
    if (kept?.shape !== SHAPE) return null
    const fresh = now().getTime() - kept.savedAt < FILES_LAST_MS
    return { ...kept, files: fresh ? kept.files : [] }
  } catch {
    return null
  }
}

function saveReportDraft(
  accountId: string,
  assignmentId: string,
  kept: Omit<Kept, 'savedAt'>,
): void {
  try {
    const text = JSON.stringify({ shape: SHAPE, savedAt: now().getTime(), ...kept })
    localStorage.setItem(keyOf(accountId, assignmentId), text)
  } catch {
    // Storage may be forbidden; the draft then lasts as long as the page.
  }
}

export function discardReportDraft(accountId: string, assignmentId: string): void {
  try {
    localStorage.removeItem(keyOf(accountId, assignmentId))
  } catch {
    // Then there was none.
  }
}

/** What is the same on most reports of one unit. */
export type UsualFields = Pick<ReportDraft, 'symbol' | 'signedBy'>

const usualOf = (accountId: string) => `dunghan-report-usual-${accountId}`

/** The symbol and signer of the report this account last sent from this browser. */
export function loadUsual(accountId: string): Partial<UsualFields> {
  try {
    const { symbol, signedBy } = JSON.parse(localStorage.getItem(usualOf(accountId)) ?? '{}')
    return {
      ...(typeof symbol === 'string' && { symbol }),
      ...(typeof signedBy === 'string' && { signedBy }),
    }
  } catch {
    return {}
  }
}

export function keepUsual(accountId: string, { symbol, signedBy }: UsualFields): void {
  try {
    localStorage.setItem(usualOf(accountId), JSON.stringify({ symbol, signedBy }))
  } catch {
    // Then they are typed again.
  }
}

/**
 * Keeps what is typed shortly after it was, and at once when the page goes away.
 * @param active asked each time: nothing is kept before something was typed, nor after it was sent
 */
export function useKeepDraft(
  accountId: string,
  assignmentId: string,
  draft: ReportDraft,
  files: Schema<'File'>[],
  active: () => boolean,
): void {
  const text = JSON.stringify({ draft, files })
  const save = useRef(() => {})
  save.current = () => {
    if (active()) saveReportDraft(accountId, assignmentId, { draft, files })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed starts the wait again
  useEffect(() => {
    const timer = setTimeout(() => save.current(), 400)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => {
    const flush = () => save.current()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [])
}
