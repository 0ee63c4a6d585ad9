import type { Statistics, StatisticsQuery } from '@dunghan/contract'
import { allows } from '@dunghan/domain'
import type { Ctx } from '../../context.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import { groundAsOf, instantAsOf } from '../assignments/as-of.ts'
import { filterOf } from '../assignments/asked-filter.ts'
import { withinReach } from '../assignments/assignment-access.ts'
import { countAssignments } from './count-assignments.ts'

export function statisticsService(deps: Pick<Deps, 'database' | 'rulebooks' | 'clock'>) {
  return {
    /** The office counts all, a unit its own. */
    async count(ctx: Ctx, query: StatisticsQuery): Promise<Statistics> {
      const mayAsk =
        allows(ctx.actor.roles, 'statistics.readAll') ||
        allows(ctx.actor.roles, 'statistics.readOwn')
      if (!mayAsk) throw new Refusal('forbidden')
      const { groupBy, basis, from, to, asOf, units, ...filters } = query
      // Who drafted what is the office's own affair.
      if (groupBy === 'specialist' && ctx.actor.unitId !== null) {
        throw new Refusal('forbidden', { pointer: '/groupBy', reason: 'grouping-of-the-office' })
      }
      const filter = withinReach(ctx, { ...filterOf(filters), role: ['lead'] })
      const ground = await groundAsOf(deps, asOf ? instantAsOf(asOf, ctx.now) : ctx.now)
      // A unit counts its own, and not what those it succeeded were given.
      const view = ctx.actor.unitId === null ? units : 'as_assigned'
      const question = { groupBy, basis, from, to, units: view }
      const asker = { language: ctx.language, unitKey: 'id' } as const
      return countAssignments(deps.database.prisma, filter, question, ground, asker)
    },
  }
}
