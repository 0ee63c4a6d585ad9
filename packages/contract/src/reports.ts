import { reviewVerdicts, timelinesses } from '@dunghan/domain'
import { z } from 'zod'
import { AccountRef } from './accounts.ts'
import { CivilDate, Id, Instant, LocalTime, line, optional, prose } from './common.ts'
import { AttachedFile, FileUses } from './files.ts'
import { UnitRef } from './units.ts'

export const EntryTimeliness = z.enum(['on_time', 'late'])

/** By when a document had to be entered in the software (the 15:00 rule), and whether it was. */
export const Entry = z
  .object({ deadlineAt: Instant, timeliness: EntryTimeliness })
  .meta({ id: 'Entry' })

export const SendReportBody = z
  .strictObject({
    title: line(500),
    number: optional(line(20)),
    symbol: optional(line(60)),
    abstract: prose(2000, 0).default(''),
    issuedOn: CivilDate,
    issuedTime: optional(LocalTime),
    signedBy: line(100),
    summary: prose(10_000, 0).default(''),
    files: FileUses,
  })
  .meta({ id: 'SendReport' })

export const Review = z
  .object({
    verdict: z.enum(reviewVerdicts),
    comment: z.string().nullable(),
    reviewedAt: Instant,
    reviewedBy: AccountRef,
    timeliness: EntryTimeliness,
  })
  .meta({ id: 'Review' })

export const Report = z
  .object({
    id: Id,
    attempt: z.number().int(),
    unit: UnitRef.meta({ description: 'Who sent it; since then another may have succeeded it.' }),
    title: z.string(),
    number: z.string(),
    symbol: z.string(),
    abstract: z.string(),
    issuedOn: CivilDate,
    issuedTime: LocalTime.nullable(),
    signedBy: z.string(),
    summary: z.string(),
    files: z.array(AttachedFile),
    submittedAt: Instant,
    entry: Entry,
    timeliness: z.enum(timelinesses),
    daysLate: z.number().int().nullable(),
    reviewDueAt: Instant,
    review: Review.nullable(),
  })
  .meta({ id: 'Report' })

export const ReviewBody = z
  .strictObject({ verdict: z.enum(reviewVerdicts), comment: optional(prose(5000, 0)) })
  .meta({ id: 'GiveReview' })

export type Entry = z.infer<typeof Entry>
export type SendReportBody = z.infer<typeof SendReportBody>
export type Review = z.infer<typeof Review>
export type Report = z.infer<typeof Report>
export type ReviewBody = z.infer<typeof ReviewBody>
