import {
  assignmentStatuses,
  statisticsBases,
  statisticsGroupings,
  unitViews,
} from '@dunghan/domain'
import { z } from 'zod'
import { AssignmentFilters } from './assignments.ts'
import { CivilDate, Instant } from './common.ts'

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
  .object({ key: z.string(), label: z.string(), ...figures })
  .meta({ id: 'StatisticsRow' })

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

export type StatisticsQuery = z.infer<typeof StatisticsQuery>
export type StatisticsFigures = z.infer<typeof StatisticsFigures>
export type StatisticsRow = z.infer<typeof StatisticsRow>
export type Statistics = z.infer<typeof Statistics>
