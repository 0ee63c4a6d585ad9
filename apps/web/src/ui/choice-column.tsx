import type { ChangeEvent, Key } from 'react'
import { formatNumber } from '../lib/format.ts'
import { m } from '../paraglide/messages.js'
import classes from './data-table.module.css'
import type { Column } from './data-table.tsx'

/** Rows that can be chosen to do something with them. */
export interface RowChoice<Row> {
  chosen: { has: (key: Key) => boolean }
  /** Rows of the table come in, or go out, together. */
  choose: (rows: readonly Row[], on: boolean) => void
  /** What a row is called by those who cannot see it. */
  nameOf: (row: Row) => string
  /** Where the last press was: a press with Shift goes from there to its own row. */
  last: { current: Key | null }
}

interface Table<Row> {
  rows: readonly Row[]
  rowKey: (row: Row) => Key
}

/** A box in each row and one for all rows that are loaded; Space presses it, Shift takes a range. */
export function choiceColumn<Row>(
  { rows, rowKey }: Table<Row>,
  { chosen, choose, nameOf, last }: RowChoice<Row>,
): Column<Row> {
  const here = rows.filter((row) => chosen.has(rowKey(row))).length
  const all = rows.length > 0 && here === rows.length
  const press = (row: Row, event: ChangeEvent<HTMLInputElement>) => {
    const key = rowKey(row)
    const withShift = (event.nativeEvent as MouseEvent).shiftKey === true
    choose(withShift ? between(rows, rowKey, last.current, key) : [row], event.target.checked)
    last.current = key
  }
  return {
    key: 'choice',
    header: m.lists_choose(),
    width: '2.75rem',
    heading: (
      <input
        type="checkbox"
        className={classes.box}
        aria-label={m.lists_choose_all({ count: formatNumber(rows.length) })}
        title={m.lists_choose_all({ count: formatNumber(rows.length) })}
        checked={all}
        ref={(box) => {
          if (box) box.indeterminate = here > 0 && !all
        }}
        onChange={() => choose(rows, !all)}
      />
    ),
    cell: (row) => (
      <input
        type="checkbox"
        className={classes.box}
        aria-label={m.lists_choose_row({ row: nameOf(row) })}
        checked={chosen.has(rowKey(row))}
        onChange={(event) => press(row, event)}
      />
    ),
  }
}

/** The rows from one to another, both among them, whichever stands first. */
export function between<Row>(
  rows: readonly Row[],
  rowKey: (row: Row) => Key,
  from: Key | null,
  to: Key,
): readonly Row[] {
  const keys = rows.map(rowKey)
  const [a, b] = [from === null ? -1 : keys.indexOf(from), keys.indexOf(to)]
  if (a < 0) return rows.slice(b, b + 1)
  return rows.slice(Math.min(a, b), Math.max(a, b) + 1)
}
