import { z } from 'zod'

/** Every problem the API can answer with; the name is the last part of the problem's `type`. */
export const problemNames = [
  'invalid-request',
  'unauthenticated',
  'invalid-credentials',
  'forbidden',
  'password-change-required',
  'not-found',
  'invalid-transition',
  'report-awaiting-review',
  'already-reviewed',
  'duplicate-document',
  'unit-already-has-account',
  'already-exists',
  'mail-not-retried',
  'stale',
  'request-too-large',
  'file-too-large',
  'file-type-not-allowed',
  'range-not-satisfiable',
  'due-date-required',
  'due-before-issue',
  'issued-in-future',
  'number-required',
  'signed-file-required',
  'signature-required',
  'comment-required',
  'reason-required',
  'due-date-not-later',
  'extension-limit-reached',
  'extension-awaiting-decision',
  'already-decided',
  'as-of-in-future',
  'monthly-report-too-early',
  'export-too-large',
  'too-many-documents',
  'calendar-import-refused',
  'no-working-day',
  'outside-calendar',
  'day-name-required',
  'make-up-on-weekday',
  'password-too-weak',
  'idempotency-key-reused',
  'precondition-required',
  'too-many-attempts',
  'rate-limited',
  'not-ready',
  'internal',
] as const

export type ProblemName = (typeof problemNames)[number]

/** RFC 9457. `type` is the only machine name; the rest is for people, in the language asked for. */
export const Problem = z
  .object({
    type: z.string().meta({ example: '/problems/due-date-required' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' })

export type Problem = z.infer<typeof Problem>
