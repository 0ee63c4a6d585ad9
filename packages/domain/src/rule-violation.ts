/*
 * What the rules refuse, and how they say so. A code names the rule that was broken; it knows
 * nothing of HTTP or of any language on a screen: others turn it into a status and a sentence.
 */

export const ruleCodes = [
  'invalid-transition',
  'report-awaiting-review',
  'already-reviewed',
  'due-date-required',
  'due-before-issue',
  'issued-in-future',
  'number-required',
  'signed-file-required',
  'comment-required',
  'reason-required',
  'due-date-not-later',
  'extension-limit-reached',
  'extension-awaiting-decision',
  'signature-required',
  'monthly-report-too-early',
  'no-working-day',
  'outside-calendar',
  'day-name-required',
  'make-up-on-weekday',
  'password-too-weak',
] as const

export type RuleCode = (typeof ruleCodes)[number]

/** Plain values that a message may quote: civil dates, states, limits. */
export type RuleParams = Record<string, string | number>

/** One broken rule. `pointer` is an RFC 6901 JSON pointer into what was sent; `''` is the whole. */
export interface RuleBreach {
  code: RuleCode
  pointer: string
  params?: RuleParams
}

/**
 * Thrown when an act is against a rule. `breaches` holds every rule broken, `code` the first.
 *
 * Built from one code (`new RuleViolation('no-working-day', { date })`) or from a non-empty list
 * of breaches.
 */
export class RuleViolation extends Error {
  override readonly name = 'RuleViolation'
  readonly code: RuleCode
  readonly breaches: readonly RuleBreach[]

  constructor(cause: RuleCode | readonly RuleBreach[], params?: RuleParams, pointer = '') {
    const breaches =
      typeof cause === 'string' ? [{ code: cause, pointer, ...(params && { params }) }] : cause
    const [first] = breaches
    if (!first) throw new TypeError('a rule violation names at least one broken rule')
    super(breaches.map(describe).join('; '))
    this.code = first.code
    this.breaches = breaches
  }
}

/** Throws a {@link RuleViolation} that carries all of `breaches`, unless there is none. */
export function assertNoBreach(breaches: readonly RuleBreach[]): void {
  if (breaches.length > 0) throw new RuleViolation(breaches)
}

function describe({ code, pointer, params }: RuleBreach): string {
  const facts = Object.entries(params ?? {}).map(([name, value]) => `${name}=${value}`)
  return [code, pointer && `at ${pointer}`, ...facts].filter(Boolean).join(' ')
}
