import type { Column, Heading, Table, Total, TotalCells } from './table.ts'
import {
  columnName,
  emptyCell,
  formulaCell,
  heightOf,
  linesOf,
  rowWriter,
  textCell,
} from './xlsx-cells.ts'
import { type LookName, styleOf } from './xlsx-styles.ts'

export interface Sheet<Row> extends Table<Row> {
  /** On its tab. */
  name: string
  headings?: Heading[]
  /** What the row of totals begins with; without it there is none. */
  totalsLabel?: string
}

/** Where things stand in a sheet that was written. */
export interface SheetPlaces {
  headerRow: number
  lastColumn: string
  /** Of the table, without its totals; the header's when there are none. */
  lastRow: number
}

const chunk = 64 * 1024
const headingHeights: Record<Heading['look'], number> = { title: 24, bold: 18, plain: 18, note: 18 }

/**
 * A worksheet, piece by piece: headings over the whole width, the header in view whatever is
 * scrolled, the rows, a filter on each column, and the totals.
 */
export async function* sheetXml<Row>(sheet: Sheet<Row>): AsyncGenerator<Buffer, SheetPlaces> {
  const { columns, headings = [], totalsLabel } = sheet
  const headerRow = headings.length + 1
  const lastColumn = columnName(columns.length - 1)
  const writeRow = rowWriter(columns)
  const sums = new Map<Column<Row>, number>()
  const summed = columns.filter(({ total }) => total === 'sum')
  let row = headerRow
  let text = begin(columns, headings, headerRow)
  for await (const item of sheet.rows) {
    row++
    text += writeRow(item, row)
    for (const column of summed) {
      sums.set(column, (sums.get(column) ?? 0) + Number(column.value(item) ?? 0))
    }
    if (text.length < chunk) continue
    yield Buffer.from(text)
    text = ''
  }
  if (totalsLabel !== undefined) {
    text += totalsRow(columns, totalsLabel, { first: headerRow + 1, last: row }, sums)
  }
  const places = { headerRow, lastColumn, lastRow: row }
  yield Buffer.from(`${text}</sheetData>${after(columns, headings.length, places)}</worksheet>`)
  return places
}

function begin<Row>(columns: Column<Row>[], headings: Heading[], headerRow: number): string {
  const widths = columns.map(
    ({ width }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  const above = headings.map(
    ({ text, look }, index) =>
      `<row r="${index + 1}" ht="${headingHeights[look]}" customHeight="1">${textCell(`A${index + 1}`, styleOf(`heading-${look}`), text)}</row>`,
  )
  const titles = columns.map(({ title }, index) =>
    textCell(columnName(index) + headerRow, styleOf('header'), title),
  )
  const headerLines = Math.max(...columns.map(({ title, width }) => linesOf(title, width - 2)))
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView workbookViewId="0">',
    `<pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/>`,
    `<selection pane="bottomLeft" activeCell="A${headerRow + 1}" sqref="A${headerRow + 1}"/>`,
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15.75"/>',
    `<cols>${widths.join('')}</cols><sheetData>${above.join('')}`,
    `<row r="${headerRow}"${heightOf(headerLines)}>${titles.join('')}</row>`,
  ].join('')
}

/** What a landscape page takes in width and can still be read. */
const pageWidth = 190

/** What stands behind the cells, in the order the format asks for. */
function after<Row>(
  columns: Column<Row>[],
  headings: number,
  { headerRow, lastColumn, lastRow }: SheetPlaces,
): string {
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  const headed = headedColumns(columns)
  const merged = Array.from(
    { length: headed > 1 ? headings : 0 },
    (_, index) => `<mergeCell ref="A${index + 1}:${columnName(headed - 1)}${index + 1}"/>`,
  )
  return [
    `<autoFilter ref="A${headerRow}:${lastColumn}${lastRow}"/>`,
    merged.length > 0 && `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`,
    '<pageMargins left="0.6" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${Math.ceil(total / pageWidth)}" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>',
    // A document's number is text: no warning that it looks like a number.
    `<ignoredErrors><ignoredError sqref="A${headerRow}:${lastColumn}${lastRow}" numberStoredAsText="1"/></ignoredErrors>`,
  ]
    .filter(Boolean)
    .join('')
}

/** Over how many columns the headings stand: those of the first page, which are first in sight. */
function headedColumns<Row>(columns: Column<Row>[]): number {
  let width = 0
  const beyond = columns.findIndex((column) => {
    width += column.width
    return width > pageWidth
  })
  return beyond < 0 ? columns.length : Math.max(1, beyond)
}

function totalsRow<Row>(
  columns: Column<Row>[],
  label: string,
  rows: { first: number; last: number },
  sums: Map<Column<Row>, number>,
): string {
  const number = rows.last + 1
  const names = new Map(columns.map(({ key }, index) => [key, columnName(index)]))
  const nameOf = (key: string) => {
    const name = names.get(key)
    if (!name) throw new Error(`no column ${key}`)
    return name
  }
  const cells: TotalCells = {
    column: (key) => `${nameOf(key)}${rows.first}:${nameOf(key)}${rows.last}`,
    total: (key) => nameOf(key) + number,
  }
  const written = columns.map((column, index) => {
    const at = columnName(index) + number
    const style = styleOf(totalLook(column))
    if (column.total !== undefined) {
      const { formula, value } = worked(column.total, column.key, sums.get(column) ?? 0)
      // Without a row there is nothing a range could name.
      return formulaCell(
        at,
        style,
        rows.last < rows.first ? String(value ?? 0) : formula(cells),
        value,
      )
    }
    return index === 0 ? textCell(at, style, label) : emptyCell(at, style)
  })
  return `<row r="${number}">${written.join('')}</row>`
}

function worked(total: Total, key: string, sum: number) {
  if (total !== 'sum') return total
  return { formula: (cells: TotalCells) => `SUM(${cells.column(key)})`, value: sum }
}

const totalLook = ({ type }: { type: Column<never>['type'] }): LookName =>
  type === 'percent' ? 'total-percent' : type === 'integer' ? 'total-integer' : 'total-text'
