import { type DirectiveKind, formatDocumentNumber } from '@dunghan/domain'
import { m } from '../paraglide/messages.js'
import { kindWords } from './terms.ts'

interface Named {
  kind: DirectiveKind
  number: string | null
  symbol: string | null
}

/** `Thông báo kết luận số 215/TB-VPUBND`; a poll without a number is named by its kind alone. */
export function directiveName({ kind, number, symbol }: Named): string {
  const written = formatDocumentNumber(number, symbol)
  const words = kindWords[kind]()
  return written ? m.assignments_directive_named({ kind: words, number: written }) : words
}
