import type {
  Assignment,
  AssignmentDetail,
  AssignmentListQuery,
  AssignmentPage,
  History,
  MoveDueDateBody,
  ReasonBody,
} from '@dunghan/contract'
import {
  assertNoBreach,
  checkDueDateMove,
  checkReason,
  effectiveDueOn,
  mayWithdrawAssignment,
  nextState,
} from '@dunghan/domain'
import { act } from '../../act.ts'
import { authorize, type Ctx, requireVersion } from '../../context.ts'
import { isUniqueViolation } from '../../db/errors.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Deps } from '../../deps.ts'
import { pageOf, readCursor } from '../../paging.ts'
import { Refusal } from '../../refusal.ts'
import { toHistoryEvent } from '../history/history.mapper.ts'
import { historyStore } from '../history/history.store.ts'
import { passToHeir } from '../units/pass-to-heir.ts'
import { narrowToUnits } from '../units/units-as-of.ts'
import { groundAsOf, instantAsOf } from './as-of.ts'
import { filterOf } from './asked-filter.ts'
import { lockAssignment, visibleTo, withinReach } from './assignment-access.ts'
import { AssignmentCursor } from './assignment-cursor.ts'
import type { AssignmentFilter } from './assignment-filter.store.ts'
import { assignmentLifeStore } from './assignment-life.store.ts'
import type { AssignmentRecord } from './assignment-record.ts'
import { sortKey } from './assignment-sort.store.ts'
import { toAssignmentDetail, type View, viewOf } from './assignments.mapper.ts'
import { assignmentStore } from './assignments.store.ts'
import { changeAssignment } from './change-assignment.ts'
import { dueDateChange } from './due-date-change.ts'
import { presentAssignment, viewAssignments } from './view-assignments.ts'

export function assignmentsService(deps: Pick<Deps, 'database' | 'rulebooks' | 'clock'>) {
  const { database, rulebooks } = deps
  const db = database.prisma

  return {
    async list(ctx: Ctx, query: AssignmentListQuery): Promise<AssignmentPage> {
      const { limit, cursor, sort, asOf, units, ...filters } = query
      const at = asOf ? instantAsOf(asOf, ctx.now) : undefined
      const narrowed = at || units === 'by_successor'
      const ground = narrowed ? await groundAsOf(deps, at ?? ctx.now) : null
      const asked = { ...filterOf(filters), asOf: at }
      const filter: AssignmentFilter = withinReach(
        ctx,
        ground ? narrowToUnits(asked, ground.units, units) : asked,
      )
      const view: View = ground
        ? { ...ground, actor: ctx.actor, asOf: at }
        : viewOf(ctx, await rulebooks.current())
      const assignments = assignmentStore(db)
      const [records, total] = await Promise.all([
        assignments.list(filter, view.moment, {
          sort,
          after: readCursor(cursor, AssignmentCursor),
          limit: limit + 1,
        }),
        assignments.count(filter, view.moment),
      ])
      const page = pageOf(records, limit, (record) => sortKey(sort, record), total)
      return { ...page, items: await viewAssignments(db, view, page.items) }
    },

    /** @throws Refusal `not-found`, also for another unit's */
    async get(ctx: Ctx, id: string): Promise<AssignmentDetail> {
      const [found, life] = await Promise.all([
        assignmentStore(db).findById(id),
        assignmentLifeStore(db).find(id),
      ])
      const record = visibleTo(ctx, found)
      if (!life) throw new Refusal('not-found')
      return toAssignmentDetail(record, life, viewOf(ctx, await rulebooks.current()))
    },

    /** Its life, oldest first. @throws Refusal `not-found` */
    async history(ctx: Ctx, id: string): Promise<History> {
      visibleTo(ctx, await assignmentStore(db).findById(id))
      const events = await historyStore(db).listOfAssignment(id)
      const ofOffice = ctx.actor.unitId === null
      return { items: events.map((event) => toHistoryEvent(event, ofOffice)) }
    },

    /** The unit has seen the order; saying so twice changes nothing. */
    receive(ctx: Ctx, id: string): Promise<Assignment> {
      const role = authorize(ctx, 'assignment.receive')
      return act(database, ctx, async (tx) => {
        const assignment = await lockAssignment(tx, ctx, id)
        const state = nextState(assignment.state, 'receive')
        if (state !== assignment.state) {
          const change = { state, receivedAt: ctx.now }
          await changeAssignment(tx, ctx, assignment, change, { type: 'assignment.received', role })
        }
        return present(tx, ctx, id)
      })
    },

    /**
     * Undoes an accepted report: the unit owes one again, or the unit that succeeded it; both verdict
     * and reason stay.
     */
    reopen(ctx: Ctx, id: string, body: ReasonBody): Promise<Assignment> {
      const role = authorize(ctx, 'assignment.reopen')
      return act(database, ctx, async (tx) => {
        const assignment = await lockAssignment(tx, ctx, id)
        const { withdrawn } = assignment.directive
        const state = nextState(assignment.state, 'reopen', withdrawn)
        assertNoBreach(checkReason(body.reason))
        // Owed again, it falls due by the calendar in force now.
        const { calendar } = await rulebooks.of(tx)
        const due = effectiveDueOn(calendar, assignment.dueOn)
        const change = { state, completedAt: null, effectiveDueOn: due }
        await changeAssignment(tx, ctx, assignment, change, {
          type: 'assignment.reopened',
          role,
          note: { reason: body.reason },
        })
        await passToHeir(tx, ctx, role, { ...assignment, ...change }, body.reason ?? '')
        return present(tx, ctx, id)
      }).catch(refuseSecondShare)
    },

    /**
     * The office moves a due date itself, either way. A report that waits keeps its class: it was
     * judged when it was sent. A move to the date that holds already leaves no trace.
     * @throws Refusal `not-found`, `stale`
     * @throws RuleViolation `due-before-issue`, `reason-required`, `invalid-transition`
     */
    moveDueDate(ctx: Ctx, id: string, version: number, body: MoveDueDateBody): Promise<Assignment> {
      const role = authorize(ctx, 'assignment.moveDueDate')
      return act(database, ctx, async (tx) => {
        const assignment = await lockAssignment(tx, ctx, id)
        requireVersion(assignment.version, version)
        nextState(assignment.state, 'moveDueDate')
        const { dueOn, reason } = body
        assertNoBreach(checkDueDateMove({ dueOn, reason, issuedOn: assignment.issuedOn }))
        const rulebook = await rulebooks.of(tx)
        if (dueOn && dueOn !== assignment.dueOn) {
          const change = dueDateChange(rulebook.calendar, assignment, dueOn)
          const cause = { type: 'assignment.due_date_moved', role, note: { reason } } as const
          await changeAssignment(tx, ctx, assignment, change, cause)
        }
        return presentAssignment(tx, ctx, rulebook, id)
      })
    },

    /** Takes one unit's assignment back; it leaves every count and stays readable. */
    withdraw(ctx: Ctx, id: string, body: ReasonBody): Promise<Assignment> {
      const role = authorize(ctx, 'assignment.withdraw')
      return act(database, ctx, async (tx) => {
        const assignment = visibleTo(ctx, await assignmentStore(tx).findByIdForUpdate(id))
        if (!mayWithdrawAssignment(ctx.actor, ownersOf(assignment))) throw new Refusal('forbidden')
        const state = nextState(assignment.state, 'withdraw')
        assertNoBreach(checkReason(body.reason))
        const change = { state, withdrawnAt: ctx.now, withdrawalReason: body.reason }
        await changeAssignment(tx, ctx, assignment, change, { type: 'assignment.withdrawn', role })
        return present(tx, ctx, id)
      })
    },
  }

  async function present(tx: Tx, ctx: Ctx, id: string): Promise<Assignment> {
    return presentAssignment(tx, ctx, await rulebooks.of(tx), id)
  }
}

/** Meanwhile the heir was given the same task, or another of its old shares was reopened. */
function refuseSecondShare(error: unknown): never {
  if (isUniqueViolation(error, 'assignment_period_task_unit_key')) {
    throw new Refusal('invalid-transition', { pointer: '', reason: 'successor-has-task' })
  }
  throw error
}

const ownersOf = ({ draftedById, directive }: AssignmentRecord) => ({
  draftedById,
  recordedById: directive.recordedById,
})
