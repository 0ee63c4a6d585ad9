import type { CalendarOutcome } from '@dunghan/contract'
import { type CivilDate, effectiveDueOn, type Role, type WorkCalendar } from '@dunghan/domain'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import { assignmentStore } from '../assignments/assignments.store.ts'
import { changeAssignments } from '../assignments/change-assignment.ts'
import { type DueDates, movingAssignmentStore } from './moving-assignments.store.ts'

/** Due dates that fall on another day by a calendar, with how many assignments have them. */
export interface Move extends DueDates {
  count: number
  after: CivilDate
}

/** How many of what moves are shown, and how many are changed by one statement. */
const mostShown = 100
const atOnce = 5_000

/**
 * What of all that is still owed falls due on another day by this calendar.
 * @throws RuleViolation `no-working-day`, `outside-calendar`
 */
export async function movesBy(tx: Tx, calendar: WorkCalendar): Promise<Move[]> {
  const groups = await movingAssignmentStore(tx).listDueDates()
  return groups
    .map((group) => ({ ...group, after: effectiveDueOn(calendar, group.dueOn) }))
    .filter(({ effectiveDueOn: before, after }) => before !== after)
}

/** How many move, and the first of them by due date. */
export async function showMoves(
  tx: Tx,
  moves: Move[],
  calendar: WorkCalendar,
): Promise<CalendarOutcome['moved']> {
  const total = moves.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return { total, assignments: [] }
  const ids = await movingAssignmentStore(tx).listIds(moves, mostShown)
  const records = new Map(
    (await assignmentStore(tx).listByIds(ids)).map((record) => [record.id, record]),
  )
  const afterOf = new Map(moves.map((move) => [nameOf(move), move.after]))
  const assignments = ids.flatMap((id) => {
    const record = records.get(id)
    if (!record) return []
    const { role, unit, dueOn, kind, directiveId, directive, issuedOn } = record
    const { number, symbol, title } = directive
    const before = record.effectiveDueOn
    const after = afterOf.get(nameOf(record)) ?? before
    return [
      {
        id,
        role,
        unit,
        directive: { id: directiveId, kind, number, symbol, title, issuedOn },
        task: { id: record.taskId, content: record.taskContent },
        dueOn,
        effectiveDueOnBefore: before,
        effectiveDueOnAfter: after,
        workingDaysMoved: calendar.workingDaysBetween(before, after),
      },
    ]
  })
  return { total, assignments }
}

/** Gives all of them their new day, each with an event that names the cause. */
export async function moveAll(
  tx: Tx,
  ctx: Ctx,
  role: Role,
  moves: Move[],
  note: Record<string, unknown>,
): Promise<void> {
  if (moves.length === 0) return
  const afterOf = new Map(moves.map((move) => [nameOf(move), move.after]))
  const byDay = Map.groupBy(
    await movingAssignmentStore(tx).listForUpdate(moves),
    (assignment) => afterOf.get(nameOf(assignment)) as CivilDate,
  )
  const cause = { type: 'assignment.calendar_changed', role, note } as const
  for (const [day, assignments] of byDay) {
    for (let i = 0; i < assignments.length; i += atOnce) {
      const some = assignments.slice(i, i + atOnce)
      await changeAssignments(tx, ctx, some, { effectiveDueOn: day }, cause)
    }
  }
}

const nameOf = ({ dueOn, effectiveDueOn }: DueDates) => `${dueOn} ${effectiveDueOn}`
