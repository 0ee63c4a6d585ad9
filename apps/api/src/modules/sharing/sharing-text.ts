import {
  type AssignmentState,
  type AssignmentStatus,
  formatCivilDate,
  formatDocumentNumber,
} from '@dunghan/domain'
import type { Language } from '../../context.ts'
import { kindWords, stateWords, statusWords } from '../../documents/terms.ts'
import type { AssignmentRecord } from '../assignments/assignment-record.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it takes out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g

/** Without what XML and iCalendar cannot hold: control characters and halves of surrogate pairs. */
export const writable = (text: string): string => text.toWellFormed().replace(unwritable, '')

/** How a task stands, in words; one that is not counted by its state. */
export const standingWords = (
  status: AssignmentStatus | null,
  state: AssignmentState,
  language: Language,
): string => (status ? statusWords[status] : stateWords[state])[language]

/** `Thông báo kết luận số 215/TB-VPUBND`. */
export function orderWords(
  {
    kind,
    directive,
  }: Pick<AssignmentRecord, 'kind'> & {
    directive: { number: string | null; symbol: string | null }
  },
  language: Language,
): string {
  const number = formatDocumentNumber(directive.number, directive.symbol)
  const words = kindWords[kind][language]
  if (!number) return words
  return language === 'vi' ? `${words} số ${number}` : `${words} No. ${number}`
}

/** What there is to say of a task in a line each: its standing, its due date, its order. */
export function taskLines(
  record: AssignmentRecord,
  status: AssignmentStatus | null,
  language: Language,
): string[] {
  const { unit, effectiveDueOn, issuedOn, state } = record
  const [standing, due, issued] =
    language === 'vi' ? ['Tình trạng', 'Hạn', 'ngày'] : ['Status', 'Due', 'issued on']
  return [
    unit.name,
    `${standing}: ${standingWords(status, state, language)}`,
    `${due}: ${formatCivilDate(effectiveDueOn)}`,
    `${orderWords(record, language)}, ${issued} ${formatCivilDate(issuedOn)}`,
  ]
}
