import { isCivilDate } from '@dunghan/domain'
import { m } from '../paraglide/messages.js'
import { formatCivilDate, formatInstant } from './format.ts'

/** What the address says of the instant asked about; the server judges whether there is one. */
export const asOfIn = (params: URLSearchParams): string | undefined =>
  params.get('asOf')?.trim().slice(0, 40) || undefined

/** `hết ngày 31/10/2026`, `15:20 31/10/2026`; as it came where it is no instant. */
export function asOfWords(asOf: string): string {
  if (isCivilDate(asOf)) return m.ui_as_of_end_of({ date: formatCivilDate(asOf) })
  return Number.isNaN(Date.parse(asOf)) ? asOf : formatInstant(asOf)
}
