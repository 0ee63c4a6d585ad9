import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import { m } from '../paraglide/messages.js'
import classes from './data-table.module.css'
import type { Column } from './data-table.tsx'
import { tableRoles } from './table-roles.ts'

interface Props<Row> {
  columns: readonly Column<Row>[]
  sort?: string
  sortHref?: (sort: string) => string
}

/** The headings; those that sort are links, as the order is part of the address. */
export function TableHead<Row>({ columns, sort, sortHref }: Props<Row>) {
  return (
    <thead {...tableRoles.group}>
      <tr {...tableRoles.row}>
        {columns.map((column) => (
          <th
            key={column.key}
            {...tableRoles.heading}
            scope="col"
            aria-sort={direction(column, sort)}
            className={column.align === 'end' ? classes.end : undefined}
            style={column.width ? { width: column.width } : undefined}
          >
            {column.sort && sortHref ? (
              <SortLink column={column} sort={sort} href={sortHref} />
            ) : (
              (column.heading ?? column.header)
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface SortLinkProps<Row> {
  column: Column<Row>
  sort?: string
  href: (sort: string) => string
}

function SortLink<Row>({ column, sort, href }: SortLinkProps<Row>) {
  const { ascending, descending } = column.sort ?? {}
  const present = direction(column, sort)
  const next = present === 'ascending' ? (descending ?? ascending) : (ascending ?? descending)
  const Icon =
    present === 'ascending'
      ? IconArrowUp
      : present === 'descending'
        ? IconArrowDown
        : IconArrowsSort
  return (
    <a href={href(next ?? '')} title={m.ui_sort_by({ column: column.header })}>
      {column.header}
      <Icon size={14} aria-hidden />
    </a>
  )
}

function direction<Row>({ sort: values }: Column<Row>, sort?: string) {
  if (!values || !sort) return undefined
  if (sort === values.ascending) return 'ascending'
  return sort === values.descending ? 'descending' : undefined
}
