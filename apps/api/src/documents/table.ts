import type { CivilDate } from '@dunghan/domain'

/** What a cell may hold, by the type of its column; null is an empty cell. */
export interface CellTypes {
  text: string
  integer: number
  /** A part of one: 0.5 is shown as 50 %. */
  percent: number
  /** A day, without a time. */
  date: CivilDate
  /** Shown in Việt Nam's time. */
  instant: Date
  link: Link
}

export interface Link {
  text: string
  url: string
}

/** What stands under a column: the sum of it, or a formula of the caller's with what it comes to. */
export type Total = 'sum' | TotalFormula

export interface TotalFormula {
  /** Without `=`, by the names English Excel has for functions. */
  formula: (cells: TotalCells) => string
  /** What the formula comes to: shown until a program works it out, and by those that never do. */
  value: number | null
}

/** Where the cells a formula speaks of are, by the column's key. */
export interface TotalCells {
  /** All rows of a column: `D5:D104`. */
  column: (key: string) => string
  /** The cell under a column, in the row of totals: `D105`. */
  total: (key: string) => string
}

export type Column<Row> = {
  [Type in keyof CellTypes]: {
    type: Type
    /** By which a formula names it. */
    key: string
    title: string
    /** In letters, as spreadsheets count. */
    width: number
    value: (row: Row) => CellTypes[Type] | null
    total?: Total
  }
}[keyof CellTypes]

/** A line above the table, over its whole width: who issues it, what it is, as of when. */
export interface Heading {
  text: string
  /** `title` is large and bold, `note` in italics. */
  look: 'title' | 'plain' | 'bold' | 'note'
}

/** A table to be written down, whatever the format: its columns and, as they come, its rows. */
export interface Table<Row> {
  columns: Column<Row>[]
  /** Pulled only as fast as they can be written; not pulled any further once nobody reads. */
  rows: AsyncIterable<Row> | Iterable<Row>
}
