import { formatBytes } from '../../../lib/format.ts'
import { m } from '../../../paraglide/messages.js'

/** A year's calendar is a few kilobytes. */
export const mostBytes = 512 * 1024

export interface CalendarFile {
  name: string
  format: 'csv' | 'ics'
  content: string
}

/** The text of a chosen file, or the sentence that says why it cannot be one. */
export async function readCalendarFile(file: File): Promise<CalendarFile | string> {
  const format = /\.(csv|ics)$/i.exec(file.name)?.[1]?.toLowerCase()
  if (format !== 'csv' && format !== 'ics') return m.calendar_import_wrong_type()
  if (file.size > mostBytes) return m.calendar_import_too_large({ size: formatBytes(mostBytes) })
  const content = decoded(new Uint8Array(await file.arrayBuffer()))
  return content === null ? m.calendar_import_not_text() : { name: file.name, format, content }
}

/** UTF-8, or UTF-16 as Excel's “Unicode text” is; anything else would come out as other letters. */
function decoded(bytes: Uint8Array): string | null {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe
  try {
    return new TextDecoder(wide ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
