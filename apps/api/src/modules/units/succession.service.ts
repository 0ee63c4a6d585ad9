import type { UnitSuccession, UnitSuccessionBody } from '@dunghan/contract'
import { assertNoBreach, checkReason, type Role } from '@dunghan/domain'
import { act } from '../../act.ts'
import { authorize, type Ctx } from '../../context.ts'
import { recordedAt } from '../../db/recording.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Deps } from '../../deps.ts'
import { accountStore } from '../accounts/accounts.store.ts'
import { assignmentsOfUnitsStore } from '../assignments/assignments-of-units.store.ts'
import { historyStore } from '../history/history.store.ts'
import { planSuccession, type SuccessionPlan } from './plan-succession.ts'
import { moveToSuccessor, type SuccessionNote, withdrawSettled } from './succeed-units.ts'
import { toSuccession } from './succession.mapper.ts'
import { searchTextOf } from './unit-texts.ts'
import { unitStore } from './units.store.ts'

/** Thousands of assignments may move at once. */
const timeout = 120_000

export function successionService({ database }: Pick<Deps, 'database'>) {
  return {
    /** What a succession would do, were it made now. @throws Refusal as `succeed` */
    async preview(ctx: Ctx, body: UnitSuccessionBody): Promise<UnitSuccession> {
      authorize(ctx, 'unit.manage')
      const plan = await planSuccession(database.prisma, ctx, body)
      return describe(database.prisma, plan, { preview: true, endsOn: body.endsOn })
    },

    /**
     * Units end; another, or a new one, takes over what they have not settled. Nobody else acts
     * meanwhile: no order reaches a unit that has just ended, no report the wrong name.
     * @throws Refusal `invalid-request` at the field, `already-exists`; RuleViolation `reason-required`
     */
    succeed(ctx: Ctx, body: UnitSuccessionBody): Promise<UnitSuccession> {
      const role = authorize(ctx, 'unit.manage')
      const work = async (tx: Tx) => {
        const plan = await planSuccession(tx, ctx, body, { forUpdate: true })
        assertNoBreach(checkReason(body.reason))
        const { endsOn, document } = body
        // Before: what is counted of a unit is what it held.
        const answer = await describe(tx, plan, { preview: false, endsOn })
        const note = { reason: body.reason ?? '', document, endsOn }
        await endUnits(tx, ctx, role, plan, note)
        if (plan.successor) {
          // In this order: a unit has a task but once.
          await withdrawSettled(tx, ctx, role, plan.settled, plan.successor)
          await moveToSuccessor(tx, ctx, role, plan.moved, plan.successor, note)
        }
        return answer
      }
      return act(database, ctx, work, { alone: true, timeout })
    },
  }
}

/** The units themselves, and what the history keeps of how they stood. */
async function endUnits(
  tx: Tx,
  ctx: Ctx,
  role: Role,
  { ending, successor, isNew }: SuccessionPlan,
  note: SuccessionNote & { endsOn: string },
): Promise<void> {
  const units = unitStore(tx)
  if (isNew && successor) await units.insert(successor, searchTextOf(successor))
  const ids = ending.map(({ id }) => id)
  await units.end(ids, note.endsOn, successor?.id ?? null)
  const change = { validTo: note.endsOn, successorId: successor?.id ?? null }
  const ofUnit = (id: string) => ({ role, subject: 'unit' as const, subjectId: id })
  await historyStore(tx).append(
    { ...ctx, now: recordedAt(tx) },
    ...(isNew && successor
      ? [{ ...ofUnit(successor.id), type: 'unit.created' as const, after: { ...successor } }]
      : []),
    ...ending.flatMap((before) => [
      {
        ...ofUnit(before.id),
        type: 'unit.edited' as const,
        before: { ...before },
        after: { ...before, ...change },
      },
      {
        ...ofUnit(before.id),
        type: successor ? ('unit.succeeded' as const) : ('unit.ended' as const),
        after: { ...note, successorId: successor?.id ?? null, successor: successor?.name ?? null },
      },
    ]),
  )
}

async function describe(
  db: Tx,
  plan: SuccessionPlan,
  { preview, endsOn }: { preview: boolean; endsOn: string },
): Promise<UnitSuccession> {
  const ids = plan.ending.map(({ id }) => id)
  const [held, accounts] = await Promise.all([
    assignmentsOfUnitsStore(db).listHeld(ids),
    accountStore(db).listOfUnits(plan.successor ? [...ids, plan.successor.id] : ids),
  ])
  return { preview, endsOn, ...toSuccession(plan, held, accounts) }
}
