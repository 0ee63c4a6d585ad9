import type { Schema } from '../../../api/types.ts'
import { directiveDraftKey as keyOf } from '../../../lib/draft-keys.ts'
import { copyOf, type EntryDraft } from './entry-draft.ts'

/*
 * The draft outlives a closed tab in this browser, for the account that typed it. Nothing secret is
 * in it: a document that is kept here is about to be published.
 */

export interface KeptDraft {
  savedAt: string
  draft: EntryDraft
  files: Schema<'File'>[]
}

const SHAPE = 1

export function loadDraft(accountId: string): KeptDraft | null {
  try {
    const text = localStorage.getItem(keyOf(accountId))
    const kept = text ? JSON.parse(text) : null
    // A draft of another version of the product is not guessed at.
    if (kept?.shape !== SHAPE) return null
    return { ...kept, draft: { ...kept.draft, tasks: kept.draft.tasks.map(copyOf) } }
  } catch {
    return null
  }
}

/** False when the browser keeps nothing. */
export function saveDraft(accountId: string, kept: KeptDraft): boolean {
  try {
    localStorage.setItem(keyOf(accountId), JSON.stringify({ shape: SHAPE, ...kept }))
    return true
  } catch {
    return false
  }
}

export function discardDraft(accountId: string): void {
  try {
    localStorage.removeItem(keyOf(accountId))
  } catch {
    // Then there was none.
  }
}
