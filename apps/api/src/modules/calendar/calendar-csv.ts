import type { Readable } from 'node:stream'
import {
  type CivilDate,
  type DayKind,
  foldText,
  type ListedDay,
  parseCivilDate,
} from '@dunghan/domain'
import { CsvError, parse } from 'csv-parse/sync'
import type { Language } from '../../context.ts'
import { csvTable } from '../../documents/csv-table.ts'
import { type ReadFile, refusedRow } from './read-file.ts'

const titles: Record<Language, Record<Field, string>> = {
  vi: { date: 'Ngày', kind: 'Loại ngày', name: 'Tên' },
  en: { date: 'Date', kind: 'Kind', name: 'Name' },
}

const kindNames: Record<Language, Record<DayKind, string>> = {
  vi: { working: 'làm việc', off: 'nghỉ', make_up: 'làm bù' },
  en: { working: 'working', off: 'off', make_up: 'make-up' },
}

type Field = 'date' | 'kind' | 'name'

/** How a column may be headed, and a kind of day written, in either language; folded. */
const fields: Record<Field, readonly string[]> = {
  date: ['ngay', 'date'],
  kind: ['loai ngay', 'loai', 'kind'],
  name: ['ten', 'ten ngay', 'name'],
}
const kinds: Record<DayKind, readonly string[]> = {
  off: ['off', 'nghi', 'ngay nghi'],
  make_up: ['make_up', 'make-up', 'lam bu', 'ngay lam bu'],
  working: ['working', 'lam viec', 'ngay lam viec'],
}

/** The days of a year in the format the import reads. */
export function writeCalendarCsv(days: readonly ListedDay[], language: Language): Readable {
  const text = titles[language]
  return csvTable<ListedDay>({
    columns: [
      { type: 'date', key: 'date', title: text.date, width: 12, value: ({ date }) => date },
      {
        type: 'text',
        key: 'kind',
        title: text.kind,
        width: 12,
        value: ({ kind }) => kindNames[language][kind],
      },
      { type: 'text', key: 'name', title: text.name, width: 40, value: ({ name }) => name },
    ],
    rows: days,
  })
}

/**
 * Reads what was written above, and what Vietnamese Excel makes of it: separated by `,`, `;` or
 * tabs, with or without a byte order mark, any line ends, dates as `05/02/2027` or `2027-02-05`.
 */
export function readCalendarCsv(content: string): ReadFile {
  const read = readRecords(content)
  if (read.broken !== null) return { rows: [], errors: [refusedRow(read.broken, 'row-unreadable')] }
  const [header, ...records] = read.records
  if (!header) return { rows: [], errors: [{ pointer: '/content', reason: 'calendar-file-empty' }] }
  const headings = header.cells.map((cell) => foldText(cell).trim())
  const at = (field: Field) => headings.findIndex((name) => fields[field].includes(name))
  const [date, kind, name] = [at('date'), at('kind'), at('name')]
  if (date < 0 || kind < 0 || name < 0) {
    const line = String(header.line)
    return {
      rows: [],
      errors: [{ pointer: `/content/line/${line}`, reason: 'calendar-header-missing' }],
    }
  }
  const rows = records.map(({ line, cells }) => ({
    line,
    date: dateIn(cells[date] ?? ''),
    kind: kindIn(cells[kind] ?? ''),
    name: withoutShield(cells[name] ?? ''),
  }))
  return { rows, errors: [] }
}

interface CsvRow {
  line: number
  cells: string[]
}

/** The rows that hold anything; `broken` is the line of one whose quotes do not close. */
function readRecords(content: string): { records: CsvRow[]; broken: number | null } {
  try {
    const read = parse(content, {
      bom: true,
      delimiter: separatorOf(content),
      relax_column_count: true,
      trim: true,
      info: true,
    }) as unknown as { info: { lines: number }; record: string[] }[]
    const records = read.map(({ info, record }) => ({ line: info.lines, cells: record }))
    return { records: records.filter(({ cells }) => cells.some(Boolean)), broken: null }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { records: [], broken: Number((error as { lines?: number }).lines ?? 1) }
  }
}

/** Whichever sign separates the headings. */
function separatorOf(content: string): string {
  const [first = ''] = content.trimStart().split(/\r|\n/, 1)
  const counted = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }))
  return counted.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ','
}

function dateIn(cell: string): CivilDate | null {
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell)
  if (!written) return parseCivilDate(cell)
  const [, day = '', month = '', year] = written
  return parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

function kindIn(cell: string): DayKind | null {
  const word = foldText(cell).trim()
  const known = Object.entries(kinds) as [DayKind, readonly string[]][]
  return known.find(([, words]) => words.includes(word))?.[0] ?? null
}

/** Without the quote that kept a spreadsheet from taking the text for a formula. */
function withoutShield(text: string): string {
  return text.replace(/^'(?=[\s\p{Cf}]*[=+\-@＝＋－＠])/u, '')
}
