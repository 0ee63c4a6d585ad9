import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { localTime } from './local-time.ts'
import type { CellTypes, Column, Table } from './table.ts'

/** Rows written at once: enough to be quick, few enough to let others have their turn. */
const batch = 500

const layout = {
  record_delimiter: '\r\n',
  // What a reader could take for the end of a row, or trim.
  quoted_match: /[\r\n]|^\s|\s$/,
} as const

/** What a spreadsheet would take for a formula, however it is led up to or written. */
const formula = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** The same in the middle of a text, where a program that parts columns by `;` or tab would begin one. */
const formulaInside = /([;\t][\s\p{Cf}]*)(?=[=+@＝＋＠])/gu

/**
 * A table as CSV (RFC 4180): UTF-8 with a byte order mark, by which spreadsheets know the letters,
 * lines ended by CRLF, its columns' titles first. No text begins a formula; numbers stay numbers,
 * negative ones too. Dates are `YYYY-MM-DD`, which no program takes for another day; times are
 * Việt Nam's. No CRLF but those that end a row, so that rows can be counted as they come.
 */
export function csvTable<Row>(table: Table<Row>): Readable {
  return Readable.from(lines(table), { objectMode: false })
}

async function* lines<Row>({ columns, rows }: Table<Row>): AsyncGenerator<Buffer> {
  const titles = columns.map(({ title }) => title)
  yield Buffer.from(`\uFEFF${stringify([titles], layout)}`)
  let waiting: (string | number | null)[][] = []
  for await (const row of rows) {
    waiting.push(columns.map((column) => cellOf(column, row)))
    if (waiting.length < batch) continue
    yield Buffer.from(stringify(waiting, layout))
    waiting = []
  }
  if (waiting.length > 0) yield Buffer.from(stringify(waiting, layout))
}

const cellOf = <Row>(column: Column<Row>, row: Row) => {
  const value = column.value(row)
  return value === null ? null : (write[column.type] as (value: unknown) => string | number)(value)
}

const write: { [Type in keyof CellTypes]: (value: CellTypes[Type]) => string | number } = {
  text: harmless,
  integer: (value) => value,
  percent: (value) => value,
  date: (value) => value,
  instant: localTime,
  link: ({ url }) => harmless(url),
}

function harmless(text: string): string {
  const oneEnding = text.replace(/\r\n?/g, '\n').replace(formulaInside, "$1'")
  return formula.test(text) ? `'${oneEnding}` : oneEnding
}
