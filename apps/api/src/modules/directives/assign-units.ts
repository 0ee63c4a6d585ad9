import {
  type AssignmentRole,
  type CivilDate,
  civilDateAt,
  effectiveDueOn,
  type Role,
  unfitForWork,
  type WorkCalendar,
} from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import type { Ctx } from '../../context.ts'
import { recordedAt } from '../../db/recording.ts'
import type { Tx } from '../../db/transaction.ts'
import { Refusal, type RefusalReason } from '../../refusal.ts'
import {
  assignmentPeriodStore,
  type NewAssignment,
} from '../assignments/assignment-period.store.ts'
import { historyStore } from '../history/history.store.ts'
import { type UnitRecord, unitStore } from '../units/units.store.ts'
import type { DirectiveFields, TaskRecord } from './directive-record.ts'

/** One task with the units it is given to; `pointer` is where it stands in what was sent. */
export interface Giving {
  task: TaskRecord
  unitIds: string[]
  supportUnitIds: string[]
  pointer: string
}

/**
 * Gives tasks to their units: one assignment each, the first stretch of its life, its first event.
 * @throws Refusal `invalid-request` naming a unit that is unknown, not in being today, or named twice
 */
export async function assignUnits(
  tx: Tx,
  ctx: Ctx,
  role: Role,
  directive: DirectiveFields & { id: string },
  givings: Giving[],
  calendar: WorkCalendar,
): Promise<void> {
  await checkUnits(tx, ctx, givings)
  const assignments = givings.flatMap((giving) => [
    ...giving.unitIds.map((unitId) =>
      newAssignment(ctx, directive, giving, unitId, 'lead', calendar),
    ),
    ...giving.supportUnitIds.map((unitId) =>
      newAssignment(ctx, directive, giving, unitId, 'support', calendar),
    ),
  ])
  await assignmentPeriodStore(tx).insertMany(assignments, recordedAt(tx))
  await historyStore(tx).append(
    ctx,
    ...assignments.map((assignment) => ({
      type: 'assignment.assigned' as const,
      role,
      subject: 'assignment' as const,
      subjectId: assignment.id,
      assignmentId: assignment.id,
      after: {
        state: assignment.state,
        role: assignment.role,
        unitId: assignment.unitId,
        dueOn: assignment.dueOn,
        effectiveDueOn: assignment.effectiveDueOn,
      },
    })),
  )
}

function newAssignment(
  ctx: Ctx,
  directive: DirectiveFields & { id: string },
  { task }: Giving,
  unitId: string,
  role: AssignmentRole,
  calendar: WorkCalendar,
): NewAssignment {
  return {
    id: newId(),
    assignedAt: ctx.now,
    role,
    unitId,
    state: 'assigned',
    dueOn: task.dueOn,
    effectiveDueOn: effectiveDueOn(calendar, task.dueOn),
    extended: false,
    receivedAt: null,
    submittedAt: null,
    completedAt: null,
    timeliness: null,
    firstTimeliness: null,
    daysLate: null,
    withdrawnAt: null,
    withdrawalReason: null,
    taskId: task.id,
    directiveId: directive.id,
    kind: directive.kind,
    visibility: directive.visibility,
    directedById: directive.directedById,
    draftedById: directive.draftedById,
    issuedOn: directive.issuedOn,
  }
}

async function checkUnits(tx: Tx, ctx: Ctx, givings: Giving[]): Promise<void> {
  const today = civilDateAt(ctx.now)
  const asked = new Set(
    givings.flatMap(({ unitIds, supportUnitIds }) => [...unitIds, ...supportUnitIds]),
  )
  const known = new Map((await unitStore(tx).listByIds([...asked])).map((unit) => [unit.id, unit]))
  for (const { unitIds, supportUnitIds, pointer } of givings) {
    const taken = new Set<string>()
    for (const [field, ids] of [
      ['unitIds', unitIds],
      ['supportUnitIds', supportUnitIds],
    ] as const) {
      for (const [i, id] of ids.entries()) {
        const reason = taken.has(id) ? 'unit-twice' : unfitness(known.get(id), today)
        if (reason)
          throw new Refusal('invalid-request', { pointer: `${pointer}/${field}/${i}`, reason })
        taken.add(id)
      }
    }
  }
}

/** Why a unit is given nothing today; null when it may be. */
function unfitness(unit: UnitRecord | undefined, today: CivilDate): RefusalReason | null {
  return unit ? unfitForWork(unit, today) : 'unknown-id'
}
