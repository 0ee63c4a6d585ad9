import { useEffect } from 'react'
import type { Schema } from '../../api/types.ts'
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
  `dunghan-report-draft-${accountId}-${assignmentId}`

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

/** Keeps what is typed shortly after it was, once anything was. */
export function useKeepDraft(
  accountId: string,
  assignmentId: string,
  draft: ReportDraft,
  files: Schema<'File'>[],
  touched: boolean,
): void {
  const text = JSON.stringify({ draft, files })
  useEffect(() => {
    if (!touched) return
    const timer = setTimeout(() => saveReportDraft(accountId, assignmentId, JSON.parse(text)), 400)
    return () => clearTimeout(timer)
  }, [accountId, assignmentId, text, touched])
}
