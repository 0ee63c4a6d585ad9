import type { Schema } from '../../api/types.ts'
import { formatCivilDate, formatInstant } from '../../lib/format.ts'
import { basisWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StatusBars } from '../../ui/status-bars.tsx'
import { SUM, statisticsColumns } from './columns.tsx'
import type { Question } from './question.ts'
import { sortRows } from './sort-rows.ts'
import classes from './statistics.module.css'

interface Props {
  data: Schema<'Statistics'>
  question: Question
  sort: string
  sortHref: (sort: string) => string
}

/** The answer to one question: bars first, the table behind them below. */
export function StatisticsSheet({ data, question, sort, sortHref }: Props) {
  const rows = sortRows(data.rows, sort)
  if (rows.length === 0) {
    return <EmptyState title={m.statistics_empty()}>{m.statistics_empty_hint()}</EmptyState>
  }
  const sum = { key: SUM, label: m.statistics_sum(), ...data.totals }
  return (
    <div className={classes.sheet}>
      <Panel title={m.statistics_chart()}>
        <StatusBars rows={rows} />
      </Panel>
      <div className={classes.table}>
        <DataTable
          caption={m.statistics_table()}
          columns={statisticsColumns(question)}
          rows={[...rows, sum]}
          rowKey={({ key }) => key}
          sort={sort}
          sortHref={sortHref}
        />
      </div>
      <p className={classes.note}>
        {periodText(question)} {m.statistics_as_of({ at: formatInstant(data.asOf) })}{' '}
        {m.statistics_rates_note()}
        {question.basis === 'active' && (question.from || question.to)
          ? ` ${m.statistics_no_lists()}`
          : ''}
      </p>
    </div>
  )
}

function periodText({ basis, from, to }: Question): string {
  const words = basisWords[basis]()
  if (!from && !to) return m.statistics_all_time({ basis: words })
  if (!to) return m.statistics_from({ basis: words, from: formatCivilDate(from ?? '') })
  if (!from) return m.statistics_to({ basis: words, to: formatCivilDate(to) })
  return m.statistics_in_period({
    basis: words,
    from: formatCivilDate(from),
    to: formatCivilDate(to),
  })
}
