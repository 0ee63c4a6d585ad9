import type { RuleBreach, RuleCode } from '@dunghan/domain'
import { m } from '../../paraglide/messages.js'

const words: Partial<Record<RuleCode, () => string>> = {
  'due-date-required': m.extensions_due_required,
  'due-date-not-later': m.extensions_due_not_later,
  'due-before-issue': m.extensions_due_before_issue,
  'outside-calendar': m.extensions_due_outside,
  'reason-required': m.extensions_reason_required,
  'comment-required': m.extensions_comment_required,
}

/** What a form about a due date says at its fields, of the rules that what is typed breaks. */
export function breachWords(breaches: readonly RuleBreach[]): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { code, pointer } of breaches) {
    const text = words[code]?.()
    if (text && pointer) errors[pointer.slice(1)] ??= text
  }
  return errors
}
