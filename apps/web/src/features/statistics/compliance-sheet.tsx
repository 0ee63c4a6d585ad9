import type { Schema } from '../../api/types.ts'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Figure, Figures } from '../../ui/figure.tsx'
import { ShareBar } from '../../ui/share-bar.tsx'
import { SUM } from './columns.tsx'
import type { ComplianceQuestion } from './compliance-question.ts'
import { measuredByWords } from './compliance-words.ts'
import classes from './statistics.module.css'

type Row = Schema<'ComplianceRow'>

interface Props {
  data: Schema<'Compliance'>
  question: ComplianceQuestion
  sort: string
  hrefWith: (search: { sort: string }) => string
}

/** Who is on time: the whole in figures, and a row for each with a bar of its share. */
export function ComplianceSheet({ data, question, sort, hrefWith }: Props) {
  const { totals } = data
  const waits = question.subject === 'review'
  if (totals.total === 0 && !totals.waiting) {
    return <EmptyState title={m.statistics_empty()}>{m.statistics_compliance_empty()}</EmptyState>
  }
  const sum = { key: SUM, label: m.statistics_sum(), ...totals }
  return (
    <>
      <Figures label={m.statistics_tab_compliance()}>
        <Figure label={m.statistics_on_time_rate()} value={formatShare(totals.rate)} />
        <Figure label={m.statistics_done_on_time()} value={totals.onTime} tone="good" />
        <Figure label={m.statistics_done_late()} value={totals.late} tone="bad" />
        {waits && (
          <>
            <Figure
              label={m.statistics_waiting()}
              value={totals.waiting ?? 0}
              href={waitingHref(question)}
            />
            <Figure
              label={m.statistics_waiting_late()}
              value={totals.waitingLate ?? 0}
              tone="bad"
            />
          </>
        )}
      </Figures>
      <div className={classes.compliance}>
        <DataTable
          caption={m.statistics_compliance_table()}
          columns={columns(question, waits)}
          rows={[sum, ...sorted(data.rows, sort)]}
          rowKey={({ key }) => key}
          sort={sort}
          sortHref={(value) => hrefWith({ sort: value })}
        />
      </div>
      <p className={classes.note}>
        {waits ? m.statistics_compliance_note_review() : m.statistics_compliance_note()}
      </p>
    </>
  )
}

/** Reports that wait for a verdict; a list knows no day of sending, so only without a period. */
const waitingHref = ({ from, to, asOf }: ComplianceQuestion) =>
  from || to
    ? undefined
    : paths.assignments({ asOf, status: 'awaiting_review', sort: 'submittedAt' })

type Counted = 'total' | 'onTime' | 'late' | 'waiting' | 'waitingLate'

function columns(question: ComplianceQuestion, waits: boolean): Column<Row>[] {
  const count = (key: Counted, header: string): Column<Row> => ({
    key,
    header,
    align: 'end',
    width: '7.5rem',
    sort: { descending: `-${key}`, ascending: key },
    cell: (row) => (
      <span className={row[key] ? undefined : classes.zero}>{formatNumber(row[key] ?? 0)}</span>
    ),
  })
  return [
    {
      key: 'label',
      header: measuredByWords[question.groupBy](),
      lead: true,
      sort: { ascending: 'label' },
      cell: ({ label }) => label,
    },
    count('total', waits ? m.statistics_reviewed() : m.statistics_entered()),
    count('onTime', m.statistics_done_on_time()),
    count('late', m.statistics_done_late()),
    ...(waits && question.groupBy !== 'reviewer'
      ? [
          count('waiting', m.statistics_waiting()),
          count('waitingLate', m.statistics_waiting_late()),
        ]
      : []),
    {
      key: 'rate',
      header: m.statistics_on_time_rate(),
      width: '14rem',
      sort: { ascending: 'rate', descending: '-rate' },
      cell: ({ rate }) => <ShareBar share={rate} />,
    },
  ]
}

/** By a column; in the order they came where none is named. */
function sorted(rows: readonly Row[], sort: string): readonly Row[] {
  const column = sort.replace(/^-/, '')
  const figures = ['total', 'onTime', 'late', 'waiting', 'waitingLate', 'rate'] as const
  const figure = figures.find((name) => name === column)
  if (!figure) return rows
  const direction = sort.startsWith('-') ? -1 : 1
  return rows.toSorted(
    (a, b) => direction * ((a[figure] ?? -1) - (b[figure] ?? -1)) || b.total - a.total,
  )
}
