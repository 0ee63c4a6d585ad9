import type { AssignmentQuery } from '../../api/assignments.ts'
import { reportDraftKeys } from '../../lib/draft-keys.ts'

/** As many as one answer names. */
const MOST = 50

/** When what an account wrote of a report was last kept in this browser, by the id of its assignment. */
export function keptReportsOf(accountId: string): Map<string, string> {
  try {
    const prefix = reportDraftKeys(accountId)
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
    const kept = keys.flatMap((key): [string, string][] => {
      const savedAt = savedAtIn(localStorage.getItem(key))
      return savedAt ? [[key.slice(prefix.length), savedAt]] : []
    })
    const latestFirst = kept.toSorted(([, a], [, b]) => b.localeCompare(a))
    return new Map(latestFirst.slice(0, MOST))
  } catch {
    // Storage may be forbidden; then nothing is kept.
    return new Map()
  }
}

/** The instant, as ISO; null for a draft that cannot be read. */
function savedAtIn(text: string | null): string | null {
  try {
    const savedAt: unknown = JSON.parse(text ?? 'null')?.savedAt
    return typeof savedAt === 'number' ? new Date(savedAt).toISOString() : null
  } catch {
    return null
  }
}

/** What the drafts are about. */
export const assignmentsNamed = (kept: ReadonlyMap<string, string>): AssignmentQuery => ({
  id: [...kept.keys()],
  limit: MOST,
})
