import { civilDateAt, dayNumber, millisecondOfDayAt } from '@dunghan/domain'
import type { CellTypes, Column } from './table.ts'
import { styleOf } from './xlsx-styles.ts'
import { cellText, escapeXml } from './xlsx-text.ts'

/** Of a text within a formula, an address included. */
const longestInFormula = 255
/** What Excel calls day 0, as a day number: right from March 1900 on, before which it errs by one. */
const dayZero = dayNumber('1899-12-30')
const firstRightDay = dayNumber('1900-03-01')

/** `A`, `Z`, `AA` for 0, 25, 26. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

export const textCell = (at: string, style: number, text: string) =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`

const numberCell = (at: string, style: number, value: number) =>
  Number.isFinite(value) ? `<c r="${at}" s="${style}"><v>${value}</v></c>` : emptyCell(at, style)

export const emptyCell = (at: string, style: number) => `<c r="${at}" s="${style}"/>`

export const formulaCell = (at: string, style: number, formula: string, value: number | null) =>
  `<c r="${at}" s="${style}"><f>${escapeXml(formula)}</f>${value === null ? '' : `<v>${value}</v>`}</c>`

type Write<Value> = (at: string, style: number, value: Value) => string

const write: { [Type in keyof CellTypes]: Write<CellTypes[Type]> } = {
  text: textCell,
  integer: numberCell,
  percent: numberCell,
  date(at, style, date) {
    const day = dayNumber(date)
    return day < firstRightDay ? textCell(at, style, date) : numberCell(at, style, day - dayZero)
  },
  instant(at, style, instant) {
    const day = dayNumber(civilDateAt(instant))
    // Whole seconds: a part of a day has no end in decimals.
    const second = Math.floor(millisecondOfDayAt(instant) / 1000)
    return numberCell(at, style, day - dayZero + second / 86_400)
  },
  /** By a formula: a sheet holds 65,530 links of the other kind at most. */
  link(at, style, { text, url }) {
    if (text.length > longestInFormula || url.length > longestInFormula) {
      return textCell(at, style, text)
    }
    const formula = `HYPERLINK(${quoted(url)},${quoted(text)})`
    return `<c r="${at}" s="${style}" t="str"><f>${cellText(formula)}</f><v>${cellText(text)}</v></c>`
  },
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** What writes the cells of one row: columns' places and looks are worked out once. */
export function rowWriter<Row>(columns: Column<Row>[]): (row: Row, number: number) => string {
  const cells = columns.map((column, index) => {
    const name = columnName(index)
    const style = styleOf(column.type)
    const writeCell = write[column.type] as Write<unknown>
    return (row: Row, number: number) => {
      const value = column.value(row)
      const at = name + number
      return value === null ? emptyCell(at, style) : writeCell(at, style, value)
    }
  })
  return (row, number) => {
    let written = `<row r="${number}">`
    for (const cell of cells) written += cell(row, number)
    return `${written}</row>`
  }
}
