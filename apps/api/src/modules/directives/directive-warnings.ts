import { type UnusualForm, unusualForms } from '@dunghan/domain'
import type { Language } from '../../context.ts'
import { signedFileOf } from '../files/attach-files.ts'
import type { AttachedFileRecord } from '../files/attached-files.store.ts'
import type { DirectiveRecord } from './directive-record.ts'

type Warning = UnusualForm | 'no-valid-signature'

const texts: Record<Warning, Record<Language, string>> = {
  'no-valid-signature': {
    vi: 'Tệp văn bản không có chữ ký số hợp lệ.',
    en: 'The document’s file carries no valid digital signature.',
  },
  'number-without-digit-first': {
    vi: 'Số văn bản thường bắt đầu bằng chữ số.',
    en: 'A document’s number usually begins with a digit.',
  },
  'number-too-long': {
    vi: 'Số văn bản dài hơn 11 ký tự (Nghị định 30/2020/NĐ-CP).',
    en: 'The number is longer than 11 characters (Decree 30/2020/NĐ-CP).',
  },
  'symbol-too-long': {
    vi: 'Ký hiệu dài hơn 30 ký tự (Nghị định 30/2020/NĐ-CP).',
    en: 'The symbol is longer than 30 characters (Decree 30/2020/NĐ-CP).',
  },
  'symbol-holds-number': {
    vi: 'Ký hiệu bắt đầu bằng chữ số; có thể số văn bản đã nhập chung vào ký hiệu.',
    en: 'The symbol begins with a digit; perhaps it holds the number too.',
  },
  'symbol-with-space': { vi: 'Ký hiệu có khoảng trắng.', en: 'The symbol contains a space.' },
  'symbol-without-hyphen': {
    vi: 'Ký hiệu thường có dấu gạch nối, ví dụ TB-VPUBND.',
    en: 'A symbol usually has a hyphen, as in TB-VPUBND.',
  },
  'symbol-with-odd-character': {
    vi: 'Ký hiệu có ký tự lạ.',
    en: 'The symbol contains an unusual character.',
  },
}

/** What is unusual about a directive but accepted: shown to the office, never in the way. */
export function warningsOf(
  { number, symbol }: DirectiveRecord,
  files: AttachedFileRecord[],
  language: Language,
): string[] {
  const found: Warning[] = unusualForms(number, symbol)
  if (!signedFileOf(files).validSignature) found.unshift('no-valid-signature')
  return found.map((warning) => texts[warning][language])
}
