import {
  assignmentStates,
  assignmentStatuses,
  directiveKinds,
  reviewVerdicts,
  statisticsBases,
  statisticsGroupings,
  timelinesses,
  unitViews,
} from '@dunghan/domain'
import { z } from 'zod'
import { assignmentSorts, DirectiveRef, FormerUnit, Withdrawal } from './assignments.ts'
import {
  AsOf,
  anyOf,
  CivilDate,
  Id,
  Instant,
  isInOurTime,
  LocalTime,
  lookup,
  PageQuery,
  page,
  SearchQuery,
} from './common.ts'
import { StatisticsFigures } from './statistics.ts'
import { UnitRef, UnitType } from './units.ts'

export const PublicFile = z
  .object({ id: Id, name: z.string(), mediaType: z.string(), size: z.number().int() })
  .meta({ id: 'PublicFile' })

export const PublicAssignment = z
  .object({
    id: Id,
    state: z.enum(assignmentStates),
    status: z.enum(assignmentStatuses).nullable(),
    directive: DirectiveRef,
    task: z.object({ id: Id, content: z.string() }),
    unit: UnitRef,
    dueOn: CivilDate,
    effectiveDueOn: CivilDate,
    originalDueOn: CivilDate,
    receivedAt: Instant.nullable(),
    submittedAt: Instant.nullable(),
    completedAt: Instant.nullable(),
    timeliness: z.enum(timelinesses).nullable(),
    daysLate: z.number().int().nullable(),
    updatedAt: Instant,
  })
  .meta({ id: 'PublicAssignment' })
export const PublicAssignmentPage = page(PublicAssignment).meta({ id: 'PublicAssignmentPage' })

/** What of an assignment's life anyone may read: that it happened and when, never who or why. */
export const publicEventTypes = [
  'assigned',
  'received',
  'reported',
  'accepted',
  'returned',
  'reopened',
  'withdrawn',
  'due_date_moved',
  'unit_succeeded',
  'extended',
  'calendar_changed',
] as const

export const PublicAssignmentDetail = PublicAssignment.extend({
  directive: DirectiveRef.extend({
    abstract: z.string(),
    signedBy: z.string(),
    directedBy: z.object({ name: z.string(), position: z.string() }),
    files: z.array(PublicFile),
  }),
  supportUnits: z.array(UnitRef),
  formerUnits: z.array(FormerUnit),
  reports: z.array(
    z.object({
      unit: UnitRef,
      title: z.string(),
      number: z.string(),
      symbol: z.string(),
      issuedOn: CivilDate,
      submittedAt: Instant,
      timeliness: z.enum(timelinesses),
      verdict: z.enum(reviewVerdicts).nullable(),
      files: z.array(PublicFile),
    }),
  ),
  withdrawal: Withdrawal.nullable(),
  history: z.array(
    z.object({
      at: Instant,
      type: z.enum(publicEventTypes),
      dueOn: CivilDate.nullable(),
      units: z
        .object({ from: UnitRef, to: UnitRef })
        .nullable()
        .meta({ description: 'Where one unit succeeded another, both by their names of then.' }),
      calendar: z
        .object({ effectiveDueOn: CivilDate, reason: z.string() })
        .nullable()
        .meta({ description: 'Where the working calendar moved it: to which day, and why.' }),
    }),
  ),
}).meta({ id: 'PublicAssignmentDetail' })

const filters = {
  ...SearchQuery,
  unit: anyOf(lookup(40)).meta({ description: "A unit's code." }),
  unitType: anyOf(UnitType),
  directedById: anyOf(Id).meta({ description: 'The key of a row of statistics by leader.' }),
  status: anyOf(z.enum(assignmentStatuses)),
  timeliness: anyOf(z.enum(timelinesses)),
  kind: anyOf(z.enum(directiveKinds)),
  dueFrom: CivilDate.optional(),
  dueTo: CivilDate.optional(),
  issuedFrom: CivilDate.optional(),
  issuedTo: CivilDate.optional(),
  effectiveDueFrom: CivilDate.optional(),
  effectiveDueTo: CivilDate.optional(),
  activeFrom: CivilDate.optional(),
  updatedSince: z.iso.datetime({ offset: true }).refine(isInOurTime).optional(),
}

/** Whether a unit stands for itself, or also for those it succeeded. */
const unitView = { units: z.enum(unitViews).default('as_assigned') }

export const PublicAssignmentListQuery = z.strictObject({
  ...PageQuery,
  ...filters,
  ...unitView,
  sort: z.enum(assignmentSorts).default('dueOn'),
})

const publicGroupings = statisticsGroupings.filter((name) => name !== 'specialist')

export const PublicStatisticsQuery = z.strictObject({
  ...filters,
  ...unitView,
  asOf: AsOf.optional(),
  groupBy: z.enum(publicGroupings).default('unit'),
  basis: z.enum(statisticsBases).default('issued'),
  from: CivilDate.optional(),
  to: CivilDate.optional(),
})

export const PublicDirective = z
  .object({
    id: Id,
    kind: z.enum(directiveKinds),
    title: z.string(),
    number: z.string().nullable(),
    symbol: z.string().nullable(),
    abstract: z.string(),
    issuedOn: CivilDate,
    issuedTime: LocalTime.nullable(),
    directedBy: z.object({ name: z.string(), position: z.string() }),
    signedBy: z.string(),
    recordedAt: Instant,
    files: z.array(PublicFile),
    tasks: z.array(
      z.object({
        id: Id,
        content: z.string(),
        dueOn: CivilDate,
        effectiveDueOn: CivilDate,
        assignments: z.array(PublicAssignment),
        supportUnits: z.array(UnitRef),
      }),
    ),
    withdrawal: Withdrawal.nullable(),
  })
  .meta({ id: 'PublicDirective' })

export const PublicUnit = z
  .object({ code: z.string(), name: z.string(), shortName: z.string(), type: UnitType })
  .meta({ id: 'PublicUnit' })
export const PublicUnits = z.object({ items: z.array(PublicUnit) }).meta({ id: 'PublicUnits' })
export const PublicUnitParam = z.strictObject({ code: lookup(40) })
export const PublicUnitQuery = z.strictObject(unitView)

export const PublicUnitDetail = PublicUnit.extend({
  validFrom: CivilDate.nullable(),
  validTo: CivilDate.nullable(),
  successor: PublicUnit.nullable(),
  predecessors: z.array(PublicUnit.extend({ validTo: CivilDate.nullable() })),
  figures: StatisticsFigures,
}).meta({ id: 'PublicUnitDetail' })

export const PublicLeaders = z
  .object({ items: z.array(z.object({ name: z.string(), position: z.string() })) })
  .meta({ id: 'PublicLeaders' })

export type PublicFile = z.infer<typeof PublicFile>
export type PublicAssignment = z.infer<typeof PublicAssignment>
export type PublicAssignmentPage = z.infer<typeof PublicAssignmentPage>
export type PublicAssignmentDetail = z.infer<typeof PublicAssignmentDetail>
export type PublicAssignmentListQuery = z.infer<typeof PublicAssignmentListQuery>
export type PublicStatisticsQuery = z.infer<typeof PublicStatisticsQuery>
export type PublicDirective = z.infer<typeof PublicDirective>
export type PublicUnit = z.infer<typeof PublicUnit>
export type PublicUnits = z.infer<typeof PublicUnits>
export type PublicUnitParam = z.infer<typeof PublicUnitParam>
export type PublicUnitQuery = z.infer<typeof PublicUnitQuery>
export type PublicUnitDetail = z.infer<typeof PublicUnitDetail>
export type PublicLeaders = z.infer<typeof PublicLeaders>
