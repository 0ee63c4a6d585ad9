import { formatCivilDate, isCivilDate } from '@dunghan/domain'
import { m } from '../paraglide/messages.js'

/** A stretch of days, either end open: `01/11/2026 – 30/11/2026`, `từ 01/11/2026`. */
export function spanWords(from: string | null, to: string | null): string {
  if (from && to) return m.ui_span({ from: dayWords(from), to: dayWords(to) })
  return from ? m.ui_span_from({ from: dayWords(from) }) : m.ui_span_to({ to: dayWords(to ?? '') })
}

/** What a hand wrote wrong into the address is shown as it came. */
export const dayWords = (text: string) => (isCivilDate(text) ? formatCivilDate(text) : text)
