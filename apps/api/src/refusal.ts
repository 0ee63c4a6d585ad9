import type { ProblemName } from '@dunghan/contract'
import type { CalendarRowFaultCode, SuccessionFault } from '@dunghan/domain'

/** What exactly is wrong with the field at fault, where the problem's own words are too general. */
export type RefusalReason =
  | SuccessionFault
  | 'successor-by-succession'
  | 'succeeded-has-ended'
  | 'successor-has-task'
  | 'unit-role-alone'
  | 'unit-role-needs-unit'
  | 'office-role-without-unit'
  | 'not-oneself'
  | 'last-admin'
  | 'unknown-id'
  | 'drafter-not-specialist'
  | 'no-unit'
  | 'unit-twice'
  | 'unit-not-yet'
  | 'unit-no-longer'
  | 'file-not-own'
  | 'file-twice'
  | 'file-missing'
  | 'one-file-only'
  | 'unexpected-field'
  | 'file-empty'
  | 'upload-interrupted'
  | 'not-multipart'
  | 'grouping-of-the-office'
  | 'drafter-of-the-office'
  | `row-${CalendarRowFaultCode}`
  | 'row-unreadable'
  | 'row-name-unfit'
  | 'event-repeats'
  | 'event-not-all-day'
  | 'event-too-long'
  | 'calendar-file-empty'
  | 'calendar-file-too-large'
  | 'calendar-header-missing'
  | 'calendar-not-ics'
  | 'ends-before-it-begins'
  | 'compliance-of-the-office'
  | 'grouping-of-another-subject'
  | 'month-or-period'
  | 'period-after-figures'
  | 'month-drawn-up'
  | 'paper-of-the-office'
  | 'kind-not-told'
  | 'kind-mandatory'
  | 'too-many-saved-views'
  | 'saved-view-name-taken'

/** One of several things that are wrong with what was sent, where there are many. */
export interface RefusedAt {
  pointer: string
  reason: RefusalReason
  params?: Record<string, string | number>
}

export interface RefusalOptions {
  /** Values for the sentence that explains the refusal. */
  params?: Record<string, string | number>
  /** JSON pointer of the field at fault. */
  pointer?: string
  /** Says it more exactly than the problem's own words do. */
  reason?: RefusalReason
  /** Where several things are wrong, each with its place. */
  errors?: RefusedAt[]
  /** Seconds after which trying again makes sense. */
  retryAfter?: number
}

/** A service says no, for a reason the rules of the domain do not know of (access, identity, versions). */
export class Refusal extends Error {
  readonly problem: ProblemName
  readonly params: Record<string, string | number>
  readonly pointer: string | undefined
  readonly reason: RefusalReason | undefined
  readonly errors: readonly RefusedAt[]
  readonly retryAfter: number | undefined

  constructor(problem: ProblemName, options: RefusalOptions = {}) {
    super(problem)
    this.problem = problem
    this.params = options.params ?? {}
    this.pointer = options.pointer
    this.reason = options.reason
    this.errors = options.errors ?? []
    this.retryAfter = options.retryAfter
  }
}
