import { formatNumber } from '../../lib/format.ts'
import { statusWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import { DataTable } from '../../ui/data-table.tsx'
import type { PlainRow } from '../../ui/plain-bars.tsx'

/** How long what is overdue has been so, in figures. */
export function AgeTable({ rows, total }: { rows: readonly PlainRow[]; total: number }) {
  const sum: PlainRow = { key: 'sum', label: m.portal_row_total(), value: total, href: null }
  return (
    <DataTable
      caption={m.portal_statistics_age()}
      columns={[
        {
          key: 'label',
          header: m.portal_statistics_age_column(),
          lead: true,
          cell: ({ label }) => label,
        },
        {
          key: 'value',
          header: statusWords.overdue(),
          align: 'end',
          cell: ({ value, href }) =>
            href && value > 0 ? <a href={href}>{formatNumber(value)}</a> : formatNumber(value),
        },
      ]}
      rows={[sum, ...rows]}
      rowKey={({ key }) => key}
    />
  )
}
