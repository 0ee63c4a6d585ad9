import type { Compliance, ComplianceQuery, Statistics, StatisticsQuery } from '@dunghan/contract'
import { allows, groupingsOfSubject } from '@dunghan/domain'
import type { Ctx } from '../../context.ts'
import { createUnlessChanged } from '../../db/unless-changed.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import { groundAsOf, instantAsOf } from '../assignments/as-of.ts'
import { filterOf } from '../assignments/asked-filter.ts'
import { withinReach } from '../assignments/assignment-access.ts'
import { countAssignments } from './count-assignments.ts'
import { measureCompliance } from './measure-compliance.ts'

export function statisticsService(
  deps: Pick<Deps, 'database' | 'rulebooks' | 'clock' | 'freshness'>,
) {
  const unlessChanged = createUnlessChanged<Statistics>(deps)

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
      // A unit counts its own, and not what those it succeeded were given.
      const view = ctx.actor.unitId === null ? units : 'as_assigned'
      const question = { groupBy, basis, from, to, units: view }
      const asker = { language: ctx.language, unitKey: 'id' } as const
      const countAt = async (at: Date) => {
        const ground = await groundAsOf(deps, at)
        return countAssignments(deps.database.prisma, filter, question, ground, asker)
      }
      if (asOf) return countAt(instantAsOf(asOf, ctx.now))
      const key = JSON.stringify([filter, question, asker])
      return unlessChanged(key, () => countAt(deps.clock()))
    },

    /**
     * Who enters and reviews on time. The office is measured before its own eyes alone: a unit reads
     * how it entered its own reports.
     * @throws Refusal `forbidden`; `invalid-request` for a grouping the subject does not have
     */
    async comply(ctx: Ctx, query: ComplianceQuery): Promise<Compliance> {
      const { subject, from, to, asOf } = query
      const own = ctx.actor.unitId
      const all = allows(ctx.actor.roles, 'statistics.readAll')
      if (!all && !(own && allows(ctx.actor.roles, 'statistics.readOwn'))) {
        throw new Refusal('forbidden')
      }
      if (!all && subject !== 'report_entry') {
        throw new Refusal('forbidden', { pointer: '/subject', reason: 'compliance-of-the-office' })
      }
      const groupings = groupingsOfSubject[subject]
      const { groupBy = groupings[0] } = query
      if (!groupings.includes(groupBy)) {
        const reason = 'grouping-of-another-subject'
        throw new Refusal('invalid-request', { pointer: '/groupBy', reason })
      }
      const ground = await groundAsOf(deps, asOf ? instantAsOf(asOf, ctx.now) : ctx.now)
      // A unit's are those it sent itself, and not what those it succeeded did.
      const units = all ? query.units : 'as_assigned'
      const unitId = all || !own ? undefined : [own]
      const question = { subject, groupBy, from, to, units, unitId }
      return measureCompliance(deps.database.prisma, question, ground, ctx.language)
    },
  }
}
