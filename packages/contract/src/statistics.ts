import {
  assignmentStatuses,
  complianceGroupings,
  complianceSubjects,
  statisticsBases,
  statisticsGroupings,
  unitViews,
} from '@dunghan/domain'
import { z } from 'zod'
import { AssignmentFilters } from './assignments.ts'
import { AsOf, CivilDate, Instant } from './common.ts'

export const StatisticsQuery = z.strictObject({
  ...AssignmentFilters,
  groupBy: z.enum(statisticsGroupings).default('unit'),
  basis: z.enum(statisticsBases).default('issued'),
  from: CivilDate.optional(),
  to: CivilDate.optional(),
})

const share = z.number().min(0).max(1).nullable()

const figures = {
  total: z.number().int(),
  counts: z.record(z.enum(assignmentStatuses), z.number().int()),
  returned: z.number().int(),
  notReceived: z.number().int(),
  extended: z.number().int(),
  rates: z.object({ onTime: share, completion: share, overdue: share }),
}

export const StatisticsFigures = z.object(figures).meta({ id: 'StatisticsFigures' })
export const StatisticsRow = z
  .object({
    key: z.string(),
    label: z.string(),
    ...figures,
    effectiveDueFrom: CivilDate.nullable().optional(),
    effectiveDueTo: CivilDate.optional(),
  })
  .meta({
    id: 'StatisticsRow',
    description:
      'Grouped by `overdueAge`, a row says between which effective due dates its work lies: with them, and the status `overdue`, a list shows what it counts.',
  })

export const Statistics = z
  .object({
    asOf: Instant,
    basis: z.enum(statisticsBases),
    units: z.enum(unitViews),
    from: CivilDate.nullable(),
    to: CivilDate.nullable(),
    groupBy: z.enum(statisticsGroupings),
    rows: z.array(StatisticsRow),
    totals: StatisticsFigures,
  })
  .meta({ id: 'Statistics' })

export const ComplianceQuery = z.strictObject({
  subject: z.enum(complianceSubjects),
  groupBy: z.enum(complianceGroupings).optional().meta({
    description:
      'By whom; without it the specialist who drafted, the unit that reported, the reviewer.',
  }),
  from: CivilDate.optional().meta({
    description: 'Of documents by their day of issue, of reviews by the day the report was sent.',
  }),
  to: CivilDate.optional(),
  units: z.enum(unitViews).default('as_assigned'),
  asOf: AsOf.optional(),
})

const complianceFigures = {
  total: z.number().int().meta({ description: 'What was entered or reviewed: on time or late.' }),
  onTime: z.number().int(),
  late: z.number().int(),
  waiting: z.number().int().optional().meta({ description: 'Reports that wait for a verdict.' }),
  waitingLate: z.number().int().optional().meta({ description: 'Of them, those past the time.' }),
  rate: share.meta({
    description: 'On time, among all done or waiting too long; null where there is nothing.',
  }),
}

export const ComplianceFigures = z.object(complianceFigures).meta({ id: 'ComplianceFigures' })
export const ComplianceRow = z
  .object({ key: z.string(), label: z.string(), ...complianceFigures })
  .meta({ id: 'ComplianceRow' })

export const Compliance = z
  .object({
    asOf: Instant,
    subject: z.enum(complianceSubjects),
    groupBy: z.enum(complianceGroupings),
    units: z.enum(unitViews),
    from: CivilDate.nullable(),
    to: CivilDate.nullable(),
    rows: z.array(ComplianceRow),
    totals: ComplianceFigures.meta({
      description:
        'Of reviews, with what waits; by reviewer that is in no row, being nobody’s yet.',
    }),
  })
  .meta({ id: 'Compliance' })

export type StatisticsQuery = z.infer<typeof StatisticsQuery>
export type StatisticsFigures = z.infer<typeof StatisticsFigures>
export type StatisticsRow = z.infer<typeof StatisticsRow>
export type Statistics = z.infer<typeof Statistics>
export type ComplianceQuery = z.infer<typeof ComplianceQuery>
export type ComplianceFigures = z.infer<typeof ComplianceFigures>
export type ComplianceRow = z.infer<typeof ComplianceRow>
export type Compliance = z.infer<typeof Compliance>
