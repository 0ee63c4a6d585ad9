import { memo, type Ref } from 'react'
import classes from './data-table.module.css'
import type { Column } from './data-table.tsx'
import { tableRoles } from './table-roles.ts'

interface Props<T> {
  columns: readonly Column<T>[]
  row: T
  index: number
  ref?: Ref<HTMLTableRowElement>
}

/** Of a long list most rows stay as they are while one scrolls: they are not drawn anew. */
export const TableRow = memo(Row) as typeof Row

function Row<T>({ columns, row, index, ref }: Props<T>) {
  return (
    // The heading is row 1.
    <tr ref={ref} {...tableRoles.row} data-index={index} aria-rowindex={index + 2}>
      {columns.map((column) => (
        <td
          key={column.key}
          {...tableRoles.cell}
          data-label={column.header}
          className={`${column.align === 'end' ? classes.end : ''} ${column.lead ? classes.lead : ''}`}
        >
          {/* One element, so that a card on a phone has a label and a value side by side. */}
          <div>{column.cell(row)}</div>
        </td>
      ))}
    </tr>
  )
}
