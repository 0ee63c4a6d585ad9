import type { PaperColumn } from './paper.ts'

/** One cell of a table's head. */
export interface HeadCell {
  text: string
  columns: number
  rows: number
}

/**
 * The rows of a table's head: one, or two where columns stand in groups. A group's name stands over
 * its columns, a column without one reaches through both rows. Null is where another cell reaches.
 */
export function headRows(columns: readonly PaperColumn[]): (HeadCell | null)[][] {
  const plain = columns.map(({ header }) => ({ text: header, columns: 1, rows: 1 }))
  if (!columns.some(({ group }) => group)) return [plain]
  const upper = columns.map(({ header, group }, at): HeadCell | null => {
    if (!group) return { text: header, columns: 1, rows: 2 }
    if (columns[at - 1]?.group === group) return null
    const next = columns.findIndex((column, later) => later > at && column.group !== group)
    return { text: group, columns: (next < 0 ? columns.length : next) - at, rows: 1 }
  })
  return [upper, plain.map((cell, at) => (columns[at]?.group ? cell : null))]
}

/** How wide each column is, of a width they share. */
export function columnWidths(columns: readonly PaperColumn[], width: number): number[] {
  const all = columns.reduce((sum, column) => sum + column.width, 0)
  return columns.map((column) => (column.width * width) / all)
}
