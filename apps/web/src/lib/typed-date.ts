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

/** Around which day a short date is meant: at the latest on `latest`, else from `today` on. */
export interface Nearby {
  today: CivilDate
  latest?: CivilDate
}

/**
 * A day typed without its year, `5/12`: the next there is, or the last up to `latest`. Null when it
 * is no such day.
 */
export function parseDayAndMonth(text: string, near: Nearby): CivilDate | null {
  const typed = /^(\d{1,2})[/.-](\d{1,2})$/.exec(text.trim())
  return typed ? nearest(typed[1] ?? '', typed[2] ?? '', near) : null
}

/** What is left in a field half written: `5/12`, `0512`, `5/12/26`, `051226`. */
export function parseShortDate(text: string, near: Nearby): CivilDate | null {
  const typed = text.trim()
  const pair = /^(\d{2})(\d{2})$/.exec(typed)
  if (pair) return nearest(pair[1] ?? '', pair[2] ?? '', near)
  const short = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$|^(\d{2})(\d{2})(\d{2})$/.exec(typed)
  if (!short) return parseDayAndMonth(typed, near)
  const [day, month, year] = short.slice(1).filter((part) => part !== undefined)
  return parseTypedDate(`${day}/${month}/20${year}`)
}

/** The years a day may be looked for in: 29/02 is there once in eight at the worst. */
const STEPS = 8

function nearest(day: string, month: string, { today, latest }: Nearby): CivilDate | null {
  const direction = latest === undefined ? 1 : -1
  const year = Number((latest ?? today).slice(0, 4))
  for (let step = 0; step <= STEPS; step++) {
    const found = parseTypedDate(`${day}/${month}/${year + direction * step}`)
    if (found && (latest === undefined ? found >= today : found <= latest)) return found
  }
  return null
}
