import { type Key, lazy, type ReactNode, Suspense } from 'react'
import classes from './data-table.module.css'
import { TableFoot, type TableFootProps } from './table-foot.tsx'
import { TableHead } from './table-head.tsx'
import { tableRoles } from './table-roles.ts'
import { TableRow } from './table-row.tsx'

export interface Column<Row> {
  key: string
  header: string
  /** Stands in the head of the table in place of the words. */
  heading?: ReactNode
  cell: (row: Row) => ReactNode
  /** The values of the sort parameter; the first is what a first press gives. */
  sort?: { ascending?: string; descending?: string }
  /** Figures stand at the right. */
  align?: 'end'
  width?: string
  /** Stands on top, without its label, where a row becomes a card on a phone. */
  lead?: boolean
}

export interface DataTableProps<Row> extends TableFootProps {
  /** What the table holds, for those who cannot see what surrounds it. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => Key
  /** The sort in force, and the page sorted another way. */
  sort?: string
  sortHref?: (sort: string) => string
}

/** More columns than a tablet can show: the table then scrolls sideways within its frame. */
const WIDE = 7

/** Above this many, only the rows in sight are in the document. */
const MANY = 200

const VirtualRows = lazy(() => import('./virtual-rows.tsx'))

/** Of the whole list with its heading, as far as it is known: those not loaded are counted too. */
function rowCount(loaded: number, { total, totalIsExact = true, more }: TableFootProps) {
  if (!more?.has) return loaded + 1
  return total !== undefined && totalIsExact ? total + 1 : -1
}

/** A dense list. On a phone each row becomes a card; the roles keep it a table all the same. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, sort, sortHref, ...foot } = props
  const plain = (
    <tbody {...tableRoles.group}>
      {rows.map((row, index) => (
        <TableRow key={rowKey(row)} columns={columns} row={row} index={index} />
      ))}
    </tbody>
  )
  return (
    <div>
      <div className={classes.frame} data-wide={columns.length > WIDE || undefined}>
        <table
          {...tableRoles.table}
          className={classes.table}
          aria-rowcount={rowCount(rows.length, foot)}
        >
          <caption className="visually-hidden">{caption}</caption>
          <TableHead columns={columns} sort={sort} sortHref={sortHref} />
          {rows.length > MANY ? (
            <Suspense fallback={plain}>
              <VirtualRows
                columns={columns as readonly Column<unknown>[]}
                rows={rows}
                rowKey={rowKey as (row: unknown) => Key}
              />
            </Suspense>
          ) : (
            plain
          )}
        </table>
      </div>
      <TableFoot {...foot} shown={foot.shown ?? rows.length} />
    </div>
  )
}
