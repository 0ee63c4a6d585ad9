import { assignmentRoles, type CalendarBasis, dayKinds } from '@dunghan/domain'
import { z } from 'zod'
import { DirectiveRef } from './assignments.ts'
import {
  CivilDate,
  Flag,
  Id,
  Instant,
  LocalTime,
  line,
  optional,
  PageQuery,
  page,
} from './common.ts'
import { UnitRef } from './units.ts'

const dueDateQuestion = {
  dueOn: CivilDate,
  issuedOn: optional(CivilDate),
  issuedTime: optional(LocalTime),
}

export const DueDatePreviewBody = z.strictObject(dueDateQuestion).meta({ id: 'DueDateQuestion' })

const dueDatePreview = {
  dueOn: CivilDate,
  effectiveDueOn: CivilDate,
  workingDays: z.number().int(),
  entryDeadlineAt: Instant.nullable(),
  explanation: z.string(),
  provisionalYears: z
    .array(z.number().int())
    .meta({ description: 'The years it rests on whose days off follow from the law alone.' }),
}

export const DueDatePreview = z.object(dueDatePreview).meta({ id: 'DueDatePreview' })

export const DueDateQuery = z.strictObject({
  dueOn: CivilDate,
  issuedOn: CivilDate.optional(),
  issuedTime: LocalTime.optional(),
})

/** The same for anyone, with the days counted one by one. */
export const DueDateCount = z
  .object({
    ...dueDatePreview,
    from: CivilDate,
    days: z.array(
      z.object({
        date: CivilDate,
        kind: z.enum(dayKinds),
        name: z.string().nullable(),
        number: z.number().int().nullable().meta({
          description: 'Which working day after `from` it is; null on a day off.',
        }),
      }),
    ),
    unlisted: z.number().int().meta({ description: 'Days after those listed, of a far due date.' }),
  })
  .meta({ id: 'DueDateCount' })

const year = z.coerce.number().int()

export const CalendarYearParam = z.strictObject({ year })

const kind = z.enum(dayKinds)

export const CalendarYear = z
  .object({
    year: z.number().int(),
    version: z.number().int(),
    basis: z.enum(['announced', 'partly_rule', 'rule'] satisfies CalendarBasis[]),
    days: z.array(z.object({ date: CivilDate, kind, name: z.string(), overridden: z.boolean() })),
    announcement: z
      .object({ document: z.string(), reason: z.string(), recordedAt: Instant })
      .nullable()
      .meta({ description: 'By what the office entered or confirmed this year as official.' }),
    awaiting: z.boolean().meta({ description: 'An official calendar is wanted and not entered.' }),
    awaitingYears: z.array(z.number().int()),
  })
  .meta({ id: 'CalendarYear' })

export const CalendarDayParam = z.strictObject({ date: CivilDate })

export const PreviewQuery = z.strictObject({ preview: Flag.optional() })

const reason = optional(line(500))

export const EditCalendarDayBody = z
  .strictObject({ kind, name: optional(line(120)), reason, document: optional(line(300)) })
  .meta({ id: 'EditCalendarDay' })

export const AnnounceCalendarYearBody = z
  .strictObject({ reason, document: line(300) })
  .meta({ id: 'AnnounceCalendarYear' })

export const calendarFormats = ['csv', 'ics'] as const

export const ImportCalendarYearBody = z
  .strictObject({
    year: z.number().int(),
    format: z.enum(calendarFormats),
    content: z.string().max(900_000),
    reason,
    document: line(300),
  })
  .meta({ id: 'ImportCalendarYear' })

/** What a change of the calendar did, or would do, to what is still owed. */
export const CalendarOutcome = z
  .object({
    version: z.number().int(),
    moved: z.object({
      total: z.number().int(),
      assignments: z
        .array(
          z.object({
            id: Id,
            role: z.enum(assignmentRoles),
            unit: UnitRef,
            directive: DirectiveRef,
            task: z.object({ id: Id, content: z.string() }),
            dueOn: CivilDate,
            effectiveDueOnBefore: CivilDate,
            effectiveDueOnAfter: CivilDate,
            workingDaysMoved: z.number().int(),
          }),
        )
        .meta({ description: 'The first 100 by due date.' }),
    }),
    year: CalendarYear,
  })
  .meta({ id: 'CalendarOutcome' })

export const CalendarChangesQuery = z.strictObject({ ...PageQuery })

export const CalendarChangePage = page(
  z.object({
    version: z.number().int(),
    recordedAt: Instant,
    changedBy: z.object({ id: Id, displayName: z.string() }).nullable(),
    days: z.array(z.object({ date: CivilDate, kind, name: z.string() })),
    announcedYear: z.number().int().nullable(),
    reason: z.string(),
    document: z.string().nullable(),
  }),
).meta({ id: 'CalendarChangePage' })

/** `date,kind,name`, a row for each day that is not what its weekday says. */
export const CalendarCsv = z.string().meta({ example: 'date,kind,name\n2027-02-04,off,Tết' })

export type DueDatePreviewBody = z.infer<typeof DueDatePreviewBody>
export type DueDatePreview = z.infer<typeof DueDatePreview>
export type DueDateQuery = z.infer<typeof DueDateQuery>
export type DueDateCount = z.infer<typeof DueDateCount>
export type CalendarYearParam = z.infer<typeof CalendarYearParam>
export type CalendarYear = z.infer<typeof CalendarYear>
export type EditCalendarDayBody = z.infer<typeof EditCalendarDayBody>
export type AnnounceCalendarYearBody = z.infer<typeof AnnounceCalendarYearBody>
export type ImportCalendarYearBody = z.infer<typeof ImportCalendarYearBody>
export type CalendarOutcome = z.infer<typeof CalendarOutcome>
export type CalendarChangesQuery = z.infer<typeof CalendarChangesQuery>
export type CalendarChangePage = z.infer<typeof CalendarChangePage>
