import type { CivilDate } from '@dunghan/domain'
import { parseCivilDate } from '@dunghan/domain'
import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat'

dayjs.extend(customParseFormat)

const FORMATS = ['DD/MM/YYYY', 'D/M/YYYY', 'DD/M/YYYY', 'D/MM/YYYY', 'YYYY-MM-DD', 'DDMMYYYY']

/**
 * What a person typed as a date: day, month, four-digit year, with `/`, `-`, `.` or nothing between.
 * Null when it is not a day that exists: 31/02/2027 is refused, never taken for 3 March.
 */
export function parseTypedDate(text: string): CivilDate | null {
  const typed = text.trim().replace(/[.\s]+/g, '/')
  const plain = /^\d{1,2}-\d{1,2}-\d{4}$/.test(typed) ? typed.replaceAll('-', '/') : typed
  for (const format of FORMATS) {
    const day = dayjs(plain, format, true)
    if (day.isValid()) return parseCivilDate(day.format('YYYY-MM-DD'))
  }
  return null
}
