import {
  assignmentActs,
  assignmentRoles,
  assignmentStates,
  assignmentStatuses,
  directiveKinds,
  eventTypes,
  timelinesses,
  unitViews,
  visibilities,
} from '@dunghan/domain'
import { z } from 'zod'
import { AccountRef } from './accounts.ts'
import {
  AsOf,
  anyOf,
  CivilDate,
  Flag,
  Id,
  Instant,
  LocalTime,
  optional,
  PageQuery,
  page,
  prose,
  SearchQuery,
} from './common.ts'
import { Extension } from './extensions.ts'
import { AttachedFile } from './files.ts'
import { LeaderRef } from './leaders.ts'
import { Report } from './reports.ts'
import { UnitRef, UnitType } from './units.ts'

export const assignmentSorts = [
  'dueOn',
  '-dueOn',
  'submittedAt',
  '-submittedAt',
  '-issuedOn',
] as const

/** What a list or a count of assignments may be narrowed by; the same words everywhere. */
export const AssignmentFilters = {
  ...SearchQuery,
  id: anyOf(Id).meta({ description: 'Chosen one by one, 200 at most.' }),
  unitId: anyOf(Id),
  unitType: anyOf(UnitType),
  status: anyOf(z.enum(assignmentStatuses)),
  state: anyOf(z.enum(assignmentStates)),
  directiveId: anyOf(Id),
  directedById: anyOf(Id),
  draftedById: anyOf(Id),
  kind: anyOf(z.enum(directiveKinds)),
  timeliness: anyOf(z.enum(timelinesses)),
  dueFrom: CivilDate.optional(),
  dueTo: CivilDate.optional(),
  issuedFrom: CivilDate.optional(),
  issuedTo: CivilDate.optional(),
  effectiveDueFrom: CivilDate.optional(),
  effectiveDueTo: CivilDate.optional(),
  activeFrom: CivilDate.optional().meta({ description: 'Not completed before this day began.' }),
  extended: Flag.optional().meta({ description: 'Whether the due date was put off.' }),
  extensionPending: Flag.optional().meta({
    description: 'Whether a request for extension waits for its decision.',
  }),
  extensionDecidedFrom: CivilDate.optional().meta({
    description: 'A request for extension was approved or rejected on this day or later.',
  }),
  units: z.enum(unitViews).default('as_assigned').meta({
    description:
      'Whether a unit stands for itself, or also for those it succeeded, by the successions known then.',
  }),
  asOf: AsOf.optional(),
}

export const AssignmentListQuery = z.strictObject({
  ...PageQuery,
  ...AssignmentFilters,
  role: anyOf(z.enum(assignmentRoles)).meta({
    description:
      'Without it the office is shown what is counted (`lead`), a unit all that it has a part in.',
  }),
  sort: z.enum(assignmentSorts).default('dueOn'),
})

export const DirectiveRef = z
  .object({
    id: Id,
    kind: z.enum(directiveKinds),
    number: z.string().nullable(),
    symbol: z.string().nullable(),
    title: z.string(),
    issuedOn: CivilDate,
  })
  .meta({ id: 'DirectiveRef' })

export const Withdrawal = z.object({ at: Instant, reason: z.string() }).meta({ id: 'Withdrawal' })

export const Assignment = z
  .object({
    id: Id,
    version: z.number().int(),
    state: z.enum(assignmentStates),
    status: z.enum(assignmentStatuses).nullable().meta({
      description: 'The bucket it counts in; null where it is not counted (withdrawn, supporting).',
    }),
    role: z.enum(assignmentRoles),
    directive: DirectiveRef,
    task: z.object({ id: Id, content: z.string() }),
    unit: UnitRef,
    dueOn: CivilDate,
    effectiveDueOn: CivilDate,
    originalDueOn: CivilDate,
    workingDaysLeft: z.number().int(),
    receivedAt: Instant.nullable(),
    submittedAt: Instant.nullable(),
    completedAt: Instant.nullable(),
    timeliness: z.enum(timelinesses).nullable(),
    firstTimeliness: z.enum(timelinesses).nullable(),
    daysLate: z.number().int().nullable(),
    reports: z.array(Report),
    extensions: z.array(Extension),
    extensionsLeft: z.number().int().meta({
      description: 'How many extensions may still be approved, of those the office allows.',
    }),
    withdrawal: Withdrawal.nullable(),
    can: z.array(z.enum(assignmentActs)),
  })
  .meta({ id: 'Assignment' })

export const AssignmentPage = page(Assignment).meta({ id: 'AssignmentPage' })

/** A unit an assignment was taken over from, and when. */
export const FormerUnit = z.object({ unit: UnitRef, until: Instant }).meta({ id: 'FormerUnit' })

/** One assignment opened: what the unit and the office read beside it. */
export const AssignmentDetail = Assignment.extend({
  directive: DirectiveRef.extend({
    abstract: z.string(),
    issuedTime: LocalTime.nullable(),
    directedBy: LeaderRef,
    signedBy: z.string(),
    visibility: z.enum(visibilities),
    files: z.array(AttachedFile),
  }),
  task: z.object({
    id: Id,
    content: z.string(),
    units: z.array(UnitRef.extend({ role: z.enum(assignmentRoles) })),
  }),
  formerUnits: z.array(FormerUnit).meta({
    description: 'Whose it was before its unit took over, by the names of then, oldest first.',
  }),
}).meta({ id: 'AssignmentDetail' })

export const ReasonBody = z
  .strictObject({ reason: optional(prose(2000, 0)) })
  .meta({ id: 'Reason' })

const Facts = z.record(z.string(), z.unknown()).nullable()

export const HistoryEvent = z
  .object({
    id: Id,
    at: Instant,
    type: z.enum(eventTypes),
    by: z
      .object({
        account: AccountRef.nullable(),
        role: z.string().nullable(),
        unit: UnitRef.nullable(),
      })
      .meta({ description: 'Who acted; account null means the system itself.' }),
    before: Facts,
    after: Facts,
    requestId: z.string(),
  })
  .meta({ id: 'HistoryEvent' })

export const History = z.object({ items: z.array(HistoryEvent) }).meta({ id: 'History' })

export type AssignmentListQuery = z.infer<typeof AssignmentListQuery>
export type DirectiveRef = z.infer<typeof DirectiveRef>
export type Withdrawal = z.infer<typeof Withdrawal>
export type Assignment = z.infer<typeof Assignment>
export type AssignmentPage = z.infer<typeof AssignmentPage>
export type AssignmentDetail = z.infer<typeof AssignmentDetail>
export type ReasonBody = z.infer<typeof ReasonBody>
export type HistoryEvent = z.infer<typeof HistoryEvent>
export type History = z.infer<typeof History>
