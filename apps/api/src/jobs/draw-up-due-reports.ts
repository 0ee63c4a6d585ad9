import type { Month } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import type { OwnAccord } from '../context.ts'
import type { Deps } from '../deps.ts'
import { drawUp } from '../modules/monthly-reports/draw-up.ts'
import { monthsToDrawUp } from '../modules/monthly-reports/due-months.ts'
import { monthlyOccasion } from '../modules/monthly-reports/report-occasion.ts'
import { Refusal } from '../refusal.ts'

/**
 * Draws up every monthly report that is due, months missed while no server ran included, the oldest
 * first. Of several processes one draws up each.
 * @returns those drawn up here
 */
export async function drawUpDueReports(
  deps: Pick<Deps, 'database' | 'rulebooks' | 'clock'>,
): Promise<Month[]> {
  const { calendar } = await deps.rulebooks.current()
  const due = await monthsToDrawUp(deps.database.prisma, calendar, deps.clock())
  const drawn: Month[] = []
  for (const month of due) {
    const ctx: OwnAccord = {
      actor: { accountId: null, unitId: null },
      clock: deps.clock,
      requestId: newId(),
      idempotency: null,
    }
    try {
      await drawUp(deps, ctx, null, monthlyOccasion(calendar, month))
      drawn.push(month)
    } catch (error) {
      // Somebody else was faster.
      if (!(error instanceof Refusal) || error.problem !== 'already-exists') throw error
    }
  }
  return drawn
}
