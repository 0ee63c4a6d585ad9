import { m } from '../paraglide/messages.js'

const ooxml = 'application/vnd.openxmlformats-officedocument'
const odf = 'application/vnd.oasis.opendocument'

/** What a file is, by the words of those who open it; by its content, not by its name. */
const kinds: Record<string, () => string> = {
  'application/pdf': () => 'PDF',
  [`${ooxml}.wordprocessingml.document`]: () => 'Word (DOCX)',
  'application/msword': () => 'Word (DOC)',
  [`${ooxml}.spreadsheetml.sheet`]: () => 'Excel (XLSX)',
  'application/vnd.ms-excel': () => 'Excel (XLS)',
  [`${odf}.text`]: () => 'OpenDocument (ODT)',
  [`${odf}.spreadsheet`]: () => 'OpenDocument (ODS)',
  'image/png': () => m.ui_file_image({ format: 'PNG' }),
  'image/jpeg': () => m.ui_file_image({ format: 'JPEG' }),
  'application/zip': () => m.ui_file_packed(),
}

export const fileKind = (mediaType: string): string => kinds[mediaType]?.() ?? m.ui_file_other()

/** What Windows takes for something else than a part of a name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be in a name
const unsafe = /[\\/:*?"<>|\u0000-\u001f]+/g
const LONGEST = 150

/**
 * The name under which a file is saved: the number of its document before its own, safe on every
 * system, with its marks. `88/BC-SXD` and `báo cáo.pdf` make `88-BC-SXD báo cáo.pdf`.
 * @param document the number and symbol of the document it belongs to, where it has one
 */
export function savedName(name: string, document: string | null = null): string {
  const whole = [document, name]
    .filter(Boolean)
    .join(' ')
    .normalize('NFC')
    .replace(unsafe, '-')
    .trim()
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(whole)?.[0] ?? ''
  const stem = [...whole.slice(0, whole.length - ending.length)].slice(0, LONGEST).join('')
  return stem.replace(/[. ]+$/, '') + ending
}
