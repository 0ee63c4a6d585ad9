import { eventTypes } from '@dunghan/domain'
import { z } from 'zod'
import { anyOf, CivilDate, Id, Instant, PageQuery, page } from './common.ts'
import { UnitRef } from './units.ts'

export const auditSubjects = [
  'directive',
  'assignment',
  'unit',
  'leader',
  'account',
  'settings',
  'calendar',
  'monthly_report',
  'file',
] as const

const Hash = z.string().meta({ description: 'SHA-256 in lower-case hexadecimal.' })
const Facts = z.record(z.string(), z.unknown()).nullable()

/** One thing that was done, with its place in the history that cannot be rewritten unnoticed. */
export const AuditEvent = z
  .object({
    id: Id,
    at: Instant,
    type: z.enum(eventTypes),
    by: z.object({
      account: z.object({ id: Id, displayName: z.string() }).nullable(),
      role: z.string().nullable(),
      unit: UnitRef.nullable(),
    }),
    subject: z.enum(auditSubjects),
    subjectId: Id,
    subjectName: z.string().nullable().meta({
      description: 'What it was done to, as it is called now; null for what has no name.',
    }),
    before: Facts,
    after: Facts,
    requestId: z.string(),
    chain: z.number().int(),
    position: z.number().int(),
    hash: Hash,
  })
  .meta({ id: 'AuditEvent' })

export const AuditQuery = z.strictObject({
  ...PageQuery,
  account: Id.optional(),
  type: anyOf(z.enum(eventTypes)),
  subject: anyOf(z.enum(auditSubjects)),
  subjectId: Id.optional(),
  unit: Id.optional().meta({ description: 'What this unit did.' }),
  from: CivilDate.optional().meta({ description: 'On this day in Việt Nam or later.' }),
  to: CivilDate.optional().meta({ description: 'On this day in Việt Nam or earlier.' }),
})

export const AuditPage = page(AuditEvent).meta({ id: 'AuditPage' })

/** What anyone may keep, to hold the history to it later. */
export const AuditSeal = z
  .object({ number: z.number().int(), at: Instant, hash: Hash })
  .meta({ id: 'AuditSeal' })

export const AuditSealPage = page(AuditSeal).meta({ id: 'AuditSealPage' })
export const AuditSealQuery = z.strictObject(PageQuery)

export const brokenKinds = [
  'event-altered',
  'event-missing',
  'chain-cut',
  'head-altered',
  'event-unchained',
  'seal-altered',
  'seal-missing',
  'seal-broken',
  'report-without-event',
  'review-without-event',
] as const

/** The first thing found that is not as it was recorded. */
export const AuditBreak = z
  .object({
    kind: z.enum(brokenKinds),
    chain: z.number().int().nullable(),
    position: z.number().int().nullable(),
    eventId: Id.nullable(),
    at: Instant.nullable(),
    seal: z.number().int().nullable(),
    recordId: Id.nullable().meta({ description: 'The report or review that has no event.' }),
  })
  .meta({ id: 'AuditBreak' })

export const AuditVerification = z
  .object({
    verified: z.boolean(),
    checkedAt: Instant,
    events: z.number().int(),
    chains: z.number().int().meta({ description: 'How many the events are in.' }),
    seals: z.number().int(),
    firstBroken: AuditBreak.nullable(),
    lastSeal: AuditSeal.nullable(),
  })
  .meta({ id: 'AuditVerification' })

export const NdjsonFile = z.string().meta({ description: 'JSON, one value a line, in UTF-8.' })

export type BrokenKind = (typeof brokenKinds)[number]
export type AuditEvent = z.infer<typeof AuditEvent>
export type AuditQuery = z.infer<typeof AuditQuery>
export type AuditPage = z.infer<typeof AuditPage>
export type AuditSeal = z.infer<typeof AuditSeal>
export type AuditSealPage = z.infer<typeof AuditSealPage>
export type AuditSealQuery = z.infer<typeof AuditSealQuery>
export type AuditBreak = z.infer<typeof AuditBreak>
export type AuditVerification = z.infer<typeof AuditVerification>
