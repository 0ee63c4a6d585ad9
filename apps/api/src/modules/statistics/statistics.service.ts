import type { Statistics, StatisticsQuery } from '@dunghan/contract'
import { allows, momentAt, searchWords } from '@dunghan/domain'
import type { Ctx } from '../../context.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import { withinReach } from '../assignments/assignment-access.ts'
import { countAssignments } from './count-assignments.ts'

export function statisticsService({ database, rulebooks }: Pick<Deps, 'database' | 'rulebooks'>) {
  return {
    /** The office counts all, a unit its own. */
    async count(ctx: Ctx, query: StatisticsQuery): Promise<Statistics> {
      const mayAsk =
        allows(ctx.actor.roles, 'statistics.readAll') ||
        allows(ctx.actor.roles, 'statistics.readOwn')
      if (!mayAsk) throw new Refusal('forbidden')
      const { groupBy, basis, from, to, q, ...filters } = query
      // Who drafted what is the office's own affair.
      if (groupBy === 'specialist' && ctx.actor.unitId !== null) {
        throw new Refusal('forbidden', { pointer: '/groupBy', reason: 'grouping-of-the-office' })
      }
      const filter = withinReach(ctx, { ...filters, role: ['lead'], words: searchWords(q ?? '') })
      const { calendar, settings } = await rulebooks.current()
      const moment = momentAt(calendar, ctx.now, settings.dueSoonDays)
      const question = { groupBy, basis, from, to }
      const asked = { at: ctx.now, moment, language: ctx.language, unitKey: 'id' } as const
      return countAssignments(database.prisma, filter, question, asked)
    },
  }
}
