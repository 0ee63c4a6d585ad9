import type { UnitSuccession } from '@dunghan/contract'
import type { AccountRecord } from '../accounts/accounts.store.ts'
import type { AssignmentRecord } from '../assignments/assignment-record.ts'
import { directiveRefOf } from '../assignments/assignments.mapper.ts'
import type { HeldAssignments } from '../assignments/assignments-of-units.store.ts'
import type { Settled, SuccessionPlan } from './plan-succession.ts'
import { toUnitRef } from './units.mapper.ts'

/** How many of the shares taken back are named. */
const mostNamed = 100

const none = { lead: 0, support: 0 }

/** What a succession does, unit by unit. */
export function toSuccession(
  { ending, successor, isNew, moved, settled }: SuccessionPlan,
  held: Map<string, HeldAssignments>,
  accounts: Map<string, AccountRecord>,
): Omit<UnitSuccession, 'preview' | 'endsOn'> {
  const shares = settled.map(({ share }) => share)
  const accountOf = (unitId: string) => {
    const account = accounts.get(unitId)
    if (!account) return null
    const { id, username, disabledAt } = account
    return { id, username, disabled: disabledAt !== null }
  }
  return {
    successor: successor && {
      ...toUnitRef(successor),
      isNew,
      validFrom: successor.validFrom,
      hasAccount: accounts.has(successor.id),
    },
    units: ending.map((unit) => ({
      unit: toUnitRef(unit),
      moved: count(moved, unit.id),
      withdrawn: count(shares, unit.id),
      unanswered: successor ? none : (held.get(unit.id)?.open ?? none),
      closed: held.get(unit.id)?.closed ?? 0,
      account: accountOf(unit.id),
    })),
    settled: settled.slice(0, mostNamed).map(toSettled),
    settledTotal: settled.length,
  }
}

function count(assignments: AssignmentRecord[], unitId: string) {
  const own = assignments.filter((assignment) => assignment.unitId === unitId)
  const lead = own.filter(({ role }) => role === 'lead').length
  return { lead, support: own.length - lead }
}

const toShare = ({ id, unit, role, state }: AssignmentRecord) => ({
  assignmentId: id,
  unit,
  role,
  state,
})

function toSettled({ share, kept }: Settled): UnitSuccession['settled'][number] {
  return {
    ...toShare(share),
    task: { id: share.taskId, content: share.taskContent },
    directive: directiveRefOf(share),
    kept: toShare(kept),
  }
}
