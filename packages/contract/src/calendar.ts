import { type CalendarBasis, dayKinds } from '@dunghan/domain'
import { z } from 'zod'
import { CivilDate, Instant, LocalTime, optional } from './common.ts'

export const DueDatePreviewBody = z
  .strictObject({
    dueOn: CivilDate,
    issuedOn: optional(CivilDate),
    issuedTime: optional(LocalTime),
  })
  .meta({ id: 'DueDateQuestion' })

export const DueDatePreview = z
  .object({
    dueOn: CivilDate,
    effectiveDueOn: CivilDate,
    workingDays: z.number().int(),
    entryDeadlineAt: Instant.nullable(),
    explanation: z.string(),
  })
  .meta({ id: 'DueDatePreview' })

export const CalendarYearParam = z.strictObject({ year: z.coerce.number().int() })

export const CalendarYear = z
  .object({
    year: z.number().int(),
    basis: z.enum(['announced', 'partly_rule', 'rule'] satisfies CalendarBasis[]),
    days: z.array(z.object({ date: CivilDate, kind: z.enum(dayKinds), name: z.string() })),
  })
  .meta({ id: 'CalendarYear' })

export type DueDatePreviewBody = z.infer<typeof DueDatePreviewBody>
export type DueDatePreview = z.infer<typeof DueDatePreview>
export type CalendarYearParam = z.infer<typeof CalendarYearParam>
export type CalendarYear = z.infer<typeof CalendarYear>
