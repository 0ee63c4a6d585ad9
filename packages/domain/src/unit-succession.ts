/*
 * Units end, merge and are renamed; each names the unit that succeeds it. Work still open moves to
 * the successor, what was done stays under the old name, and figures can be read either way.
 *
 * A succession is an act of the day it is made: the last day of the units that end is past, or that
 * very day, and the successor is in being. Lines of succession only ever grow at their end, so none
 * bites its own tail.
 */
import type { AssignmentRole, AssignmentState } from './assignment.ts'
import { addDays, type CivilDate } from './civil-date.ts'
import { unfitForWork } from './unit-standing.ts'

/** Figures by the units the work stands under, or by those that stand in their place now. */
export const unitViews = ['as_assigned', 'by_successor'] as const

export type UnitView = (typeof unitViews)[number]

/** What a succession is judged by, of each unit in it. */
export interface SucceedingUnit {
  id: string
  validFrom: CivilDate | null
  validTo: CivilDate | null
  successorId: string | null
}

export const successionFaults = [
  'unit-chosen-twice',
  'unit-already-succeeded',
  'unit-succeeds-itself',
  'successor-ended',
  'successor-not-yet',
  'ends-in-future',
  'ends-before-beginning',
] as const

export type SuccessionFault = (typeof successionFaults)[number]

/** The unit at the end of each unit's line of successors; itself where there is none. */
export function finalSuccessors(
  units: Iterable<{ id: string; successorId: string | null }>,
): Map<string, string> {
  const next = new Map([...units].map(({ id, successorId }) => [id, successorId]))
  const last = (id: string): string => {
    const passed = new Set([id])
    for (let at = id; ; ) {
      const successor = next.get(at)
      // A line that bites its own tail, which no act can make, ends where it began to repeat.
      if (!successor || !next.has(successor) || passed.has(successor)) return at
      passed.add(successor)
      at = successor
    }
  }
  return new Map([...next.keys()].map((id) => [id, last(id)]))
}

/**
 * The first thing wrong with a succession, and the field it is about; null where it may be made.
 * @param successor null where the units end without one
 */
export function faultOfSuccession({
  ending,
  successor,
  endsOn,
  today,
}: {
  ending: readonly SucceedingUnit[]
  successor: SucceedingUnit | null
  endsOn: CivilDate
  today: CivilDate
}): { fault: SuccessionFault; pointer: string } | null {
  for (const [i, unit] of ending.entries()) {
    const pointer = `/unitIds/${i}`
    if (ending.findIndex(({ id }) => id === unit.id) < i) {
      return { fault: 'unit-chosen-twice', pointer }
    }
    if (unit.successorId !== null) return { fault: 'unit-already-succeeded', pointer }
  }
  if (successor && ending.some(({ id }) => id === successor.id)) {
    return { fault: 'unit-succeeds-itself', pointer: '/successor/id' }
  }
  const unfit = successor && unfitForWork(successor, today)
  if (unfit === 'unit-no-longer') return { fault: 'successor-ended', pointer: '/successor/id' }
  if (unfit === 'unit-not-yet') return { fault: 'successor-not-yet', pointer: '/successor/id' }
  if (endsOn > today) return { fault: 'ends-in-future', pointer: '/endsOn' }
  if (ending.some(({ validFrom }) => validFrom !== null && validFrom > endsOn)) {
    return { fault: 'ends-before-beginning', pointer: '/endsOn' }
  }
  return null
}

/** Since when a unit is in being that was made to succeed others: at once, on their last day too. */
export function successorBegins(endsOn: CivilDate, today: CivilDate): CivilDate {
  const dayAfter = addDays(endsOn, 1)
  return dayAfter < today ? dayAfter : today
}

/** A unit's part in a task, as a succession weighs it. */
export interface TaskShare {
  role: AssignmentRole
  state: AssignmentState
  /** Whether it is the successor's own already. */
  ofSuccessor: boolean
}

/** How far an answer has got. */
const progress: readonly AssignmentState[] = [
  'withdrawn',
  'assigned',
  'received',
  'returned',
  'submitted',
  'completed',
]

/**
 * Of several shares in one task that come together in one unit, the one that stays: that unit
 * answers once. Leading goes before supporting, then what has got furthest, then what is the
 * successor's own, then the first in the order given.
 */
export function keptShare<Share extends TaskShare>(shares: readonly [Share, ...Share[]]): Share {
  return shares.reduce((kept, share) => (outweighs(share, kept) ? share : kept))
}

function outweighs(share: TaskShare, kept: TaskShare): boolean {
  if (share.role !== kept.role) return share.role === 'lead'
  const further = progress.indexOf(share.state) - progress.indexOf(kept.state)
  return further === 0 ? share.ofSuccessor && !kept.ofSuccessor : further > 0
}
