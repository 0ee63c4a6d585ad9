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

/** What writes rows of cells: columns' places and looks are worked out once. */
export function rowWriter<Row>(columns: Column<Row>[]): (row: Row, number: number) => string {
  const cells = columns.map((column, index) => ({
    ...column,
    name: columnName(index),
    style: styleOf(column.type),
    write: write[column.type] as Write<unknown>,
  }))
  return (row, number) => {
    let lines = 1
    let written = ''
    for (const { value: read, width, name, style, write } of cells) {
      const value = read(row)
      if (typeof value === 'string') lines = Math.max(lines, linesOf(value, width))
      written +=
        value === null ? emptyCell(name + number, style) : write(name + number, style, value)
    }
    return `<row r="${number}"${heightOf(lines)}>${written}</row>`
  }
}

/** In how many lines a text stands in a column, as far as letters can be counted on. */
export function linesOf(text: string, width: number): number {
  if (text.length < width && !text.includes('\n')) return 1
  const perLine = Math.max(width - 1, 1)
  let lines = 0
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(line.length / perLine))
  return lines
}

const lineHeight = 15.75
const highest = 409

/** What a row of so many lines is high: not every program works it out for itself. */
export const heightOf = (lines: number): string =>
  lines === 1 ? '' : ` ht="${Math.min(lines * lineHeight, highest)}"`
