import type { WorkChanged } from '@dunghan/contract'
import type { ChangedAssignment } from './events.store.ts'

/** Whose work a stream may speak of. */
export interface Reach {
  /** The office reads all; else only what is its own unit's. */
  readsAll: boolean
  unitId: string | null
}

/** More than this are not named one by one. */
export const mostNamed = 50

/** What changed on record; `rules`: by which everything is counted. */
export interface Changes {
  rules: boolean
  assignments: readonly ChangedAssignment[]
}

/** What of the changes a reader is told: nothing of work that is not theirs; null: nothing at all. */
export function workWithin(reach: Reach, { rules, assignments }: Changes): WorkChanged | null {
  const own = reach.readsAll
    ? assignments
    : assignments.filter(({ unitId }) => unitId === reach.unitId)
  if (rules || own.length > mostNamed) return { many: true }
  if (own.length === 0) return null
  return {
    assignmentIds: own.map(({ assignmentId }) => assignmentId),
    // A unit opens no directive.
    directiveIds: reach.readsAll ? [...new Set(own.map(({ directiveId }) => directiveId))] : [],
  }
}
