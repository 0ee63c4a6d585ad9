import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type Key, useEffect, useLayoutEffect, useRef, useState } from 'react'
import classes from './data-table.module.css'
import type { Column } from './data-table.tsx'
import { tableRoles } from './table-roles.ts'
import { TableRow } from './table-row.tsx'

interface Props {
  columns: readonly Column<unknown>[]
  rows: readonly unknown[]
  rowKey: (row: unknown) => Key
}

/** The heights of the lists that were left last, so that Back comes to the same place. */
const heights = new Map<string, VirtualItem[]>()
const MOST_KEPT = 10

function keepHeights(address: string, items: VirtualItem[]) {
  heights.delete(address)
  heights.set(address, items)
  const [oldest] = heights.keys()
  if (heights.size > MOST_KEPT && oldest !== undefined) heights.delete(oldest)
}

/** The rows in sight and a few around them; what is above and below is one empty row of its height. */
export default function VirtualRows({ columns, rows, rowKey }: Props) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    if (body.current) setOffset(body.current.getBoundingClientRect().top + window.scrollY)
  }, [])

  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 64,
    overscan: 12,
    scrollMargin: offset,
    getItemKey: (index) => rowKey(rows[index]),
    initialMeasurementsCache: heights.get(location.href) ?? [],
  })
  const address = useRef(location.href).current
  useEffect(() => () => keepHeights(address, virtualizer.measurementsCache), [address, virtualizer])
  const items = virtualizer.getVirtualItems()
  const above = items[0] ? items[0].start - offset : 0
  const below = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? offset) - offset)

  return (
    <tbody {...tableRoles.group} ref={body}>
      <Spacer height={above} columns={columns.length} />
      {items.map(({ key, index }) => (
        <TableRow
          key={key}
          ref={virtualizer.measureElement}
          columns={columns}
          row={rows[index]}
          index={index}
        />
      ))}
      <Spacer height={below} columns={columns.length} />
    </tbody>
  )
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  return (
    <tr aria-hidden className={classes.spacer}>
      <td colSpan={columns} style={{ height: Math.max(0, height) }} />
    </tr>
  )
}
