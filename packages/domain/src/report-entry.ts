/*
 * What a report needs (Đ7.5b, Đ7.5c): number and symbol, a day of issue that is not in the future, and
 * the signed or scanned file. What a verdict needs (Đ4.5, Đ7.6): a comment when it is not
 * satisfactory, which the unit sees.
 */
import type { CivilDate } from './civil-date.ts'
import { checkIssued, checkNumber, isBlank } from './document-checks.ts'
import type { RuleBreach } from './rule-violation.ts'

export const reviewVerdicts = ['satisfactory', 'unsatisfactory'] as const

export type ReviewVerdict = (typeof reviewVerdicts)[number]

export interface ReportDraft {
  number?: string | null
  symbol?: string | null
  issuedOn: CivilDate
  /** Local time of day, `HH:mm` or `HH:mm:ss`. */
  issuedTime?: string | null
}

/** Every rule a report breaks; empty when it may be sent. */
export function checkReport(
  draft: ReportDraft,
  { now, hasSignedFile }: { now: Date; hasSignedFile: boolean },
): RuleBreach[] {
  return [
    ...checkNumber(draft),
    ...checkIssued(draft, now),
    ...(hasSignedFile ? [] : [{ code: 'signed-file-required', pointer: '/files' } as const]),
  ]
}

/** `comment-required` when an unsatisfactory verdict says nothing. */
export function checkReview(review: {
  verdict: ReviewVerdict
  comment?: string | null
}): RuleBreach[] {
  if (review.verdict === 'satisfactory' || !isBlank(review.comment)) return []
  return [{ code: 'comment-required', pointer: '/comment' }]
}

/** `reason-required` when an act that needs a reason (withdraw, reopen, move) gives none. */
export function checkReason(reason: string | null | undefined, pointer = '/reason'): RuleBreach[] {
  return isBlank(reason) ? [{ code: 'reason-required', pointer }] : []
}
