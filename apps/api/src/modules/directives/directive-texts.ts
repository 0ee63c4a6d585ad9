import { documentKey, foldText, formatDocumentNumber, yearOf } from '@dunghan/domain'
import type { DirectiveFields } from './directive-record.ts'

/** What makes a directive the same as another of its year; null without a number, as polls may be. */
export function keyOf({ issuedOn, number, symbol }: DirectiveFields): string | null {
  return number ? `${yearOf(issuedOn)} ${documentKey(number, symbol)}` : null
}

/** What a search looks into: the directive's words with the task's own, folded. */
export function searchTextOf(directive: DirectiveFields, content: string): string {
  const { number, symbol, title, abstract } = directive
  const document = formatDocumentNumber(number, symbol) ?? ''
  // As it is typed (08/…) and as it is meant (8/…).
  const typed = number && symbol ? `${number}/${symbol}` : ''
  return foldText([document, typed, title, abstract, content].join(' '))
}
