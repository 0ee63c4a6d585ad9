import { assignmentStatuses, directiveKinds, visibilities } from '@dunghan/domain'
import { z } from 'zod'
import { AccountRef } from './accounts.ts'
import { Assignment, Withdrawal } from './assignments.ts'
import {
  anyOf,
  CivilDate,
  Id,
  Instant,
  LocalTime,
  line,
  optional,
  orNull,
  PageQuery,
  page,
  prose,
  SearchQuery,
} from './common.ts'
import { AttachedFile, FileUse, FileUses } from './files.ts'
import { LeaderRef } from './leaders.ts'
import { Entry } from './reports.ts'
import { UnitRef } from './units.ts'

export const AddTaskBody = z
  .strictObject({
    content: prose(5000),
    dueOn: optional(CivilDate),
    unitIds: z.array(Id).min(1).max(300),
    supportUnitIds: z.array(Id).max(300).default([]),
  })
  .meta({ id: 'AddTask' })

export const AddUnitsBody = z
  .strictObject({
    unitIds: z.array(Id).max(300).default([]),
    supportUnitIds: z.array(Id).max(300).default([]),
  })
  .meta({ id: 'AddUnits' })

export const EnterDirectiveBody = z
  .strictObject({
    kind: z.enum(directiveKinds),
    title: line(1000),
    number: optional(line(20)),
    symbol: optional(line(60)),
    abstract: prose(2000, 0).default(''),
    issuedOn: CivilDate,
    issuedTime: optional(LocalTime),
    directedById: Id,
    signedBy: line(100),
    draftedById: optional(Id),
    visibility: z.enum(visibilities).default('public'),
    files: FileUses,
    tasks: z.array(AddTaskBody).max(100),
  })
  .meta({ id: 'EnterDirective' })

export const EditDirectiveBody = z
  .strictObject({
    kind: z.enum(directiveKinds).optional(),
    title: line(1000).optional(),
    number: orNull(line(20)).optional(),
    symbol: orNull(line(60)).optional(),
    abstract: prose(2000, 0).optional(),
    issuedOn: CivilDate.optional(),
    issuedTime: orNull(LocalTime).optional(),
    directedById: Id.optional(),
    signedBy: line(100).optional(),
    draftedById: Id.optional(),
    visibility: z.enum(visibilities).optional(),
    files: z.array(FileUse).max(30).optional(),
  })
  .meta({ id: 'EditDirective' })

export const Task = z
  .object({
    id: Id,
    content: z.string(),
    dueOn: CivilDate,
    effectiveDueOn: CivilDate,
    assignments: z.array(Assignment),
    supportUnits: z.array(UnitRef),
  })
  .meta({ id: 'Task' })

const directiveFields = {
  id: Id,
  version: z.number().int(),
  kind: z.enum(directiveKinds),
  title: z.string(),
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  abstract: z.string(),
  issuedOn: CivilDate,
  issuedTime: LocalTime.nullable(),
  directedById: Id,
  directedBy: LeaderRef,
  signedBy: z.string(),
  draftedById: Id,
  draftedBy: AccountRef,
  visibility: z.enum(visibilities),
  recordedAt: Instant,
  recordedBy: AccountRef,
  entry: Entry,
  withdrawal: Withdrawal.nullable(),
}

export const Directive = z
  .object({
    ...directiveFields,
    files: z.array(AttachedFile),
    tasks: z.array(Task),
    warnings: z
      .array(z.string())
      .meta({ description: 'What is unusual but accepted, in the language asked for.' }),
    can: z.array(z.enum(['edit', 'withdraw'])),
  })
  .meta({ id: 'Directive' })

/** A directive in a list: its own fields, and how its assignments stand. */
export const DirectiveSummary = z
  .object({
    ...directiveFields,
    taskCount: z.number().int(),
    unitCount: z.number().int(),
    counts: z.partialRecord(z.enum(assignmentStatuses), z.number().int()),
  })
  .meta({ id: 'DirectiveSummary' })

export const DirectiveListQuery = z.strictObject({
  ...PageQuery,
  ...SearchQuery,
  kind: anyOf(z.enum(directiveKinds)),
  directedById: anyOf(Id),
  draftedById: anyOf(Id),
  unitId: anyOf(Id),
  status: anyOf(z.enum(assignmentStatuses)),
  issuedFrom: CivilDate.optional(),
  issuedTo: CivilDate.optional(),
  visibility: anyOf(z.enum(visibilities)),
  withdrawn: z.enum(['true', 'false']).optional(),
})
export const DirectivePage = page(DirectiveSummary).meta({ id: 'DirectivePage' })

export type AddTaskBody = z.infer<typeof AddTaskBody>
export type AddUnitsBody = z.infer<typeof AddUnitsBody>
export type EnterDirectiveBody = z.infer<typeof EnterDirectiveBody>
export type EditDirectiveBody = z.infer<typeof EditDirectiveBody>
export type Task = z.infer<typeof Task>
export type Directive = z.infer<typeof Directive>
export type DirectiveSummary = z.infer<typeof DirectiveSummary>
export type DirectiveListQuery = z.infer<typeof DirectiveListQuery>
export type DirectivePage = z.infer<typeof DirectivePage>
