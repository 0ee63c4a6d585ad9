import { type AssignmentStatus, addDays } from '@dunghan/domain'
import type { Schema } from '../../api/types.ts'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Figure, Figures } from '../../ui/figure.tsx'
import type { LinkOf } from './figure-links.ts'
import { monthWords } from './report-words.ts'

interface Props {
  figures: Schema<'ReportFigures'>
  from: string
  linkOf: LinkOf
}

const completed: readonly AssignmentStatus[] = [
  'completed_early',
  'completed_on_time',
  'completed_late',
]

/** The whole of it, with the month before beside each figure. */
export function HeadFigures({ figures, from, linkOf }: Props) {
  const { active, carriedOver, issued, previous } = figures
  const countOf = (of: Schema<'StatisticsFigures'>, statuses: readonly AssignmentStatus[]) =>
    statuses.reduce((sum, status) => sum + (of.counts[status] ?? 0), 0)
  const before = (value: (of: Schema<'StatisticsFigures'>) => string) =>
    previous &&
    m.monthly_reports_before({
      month: monthWords(previous.month),
      value: value(previous.active),
    })
  const counted = (statuses: readonly AssignmentStatus[]) => ({
    value: countOf(active, statuses),
    href: linkOf({ status: statuses }),
    note: before((of) => formatNumber(countOf(of, statuses))),
  })
  return (
    <Figures label={m.monthly_reports_figures()}>
      <Figure
        label={m.monthly_reports_followed()}
        value={active.total}
        href={linkOf({})}
        note={before(({ total }) => formatNumber(total))}
      />
      <Figure
        label={m.monthly_reports_carried_over()}
        value={carriedOver.total}
        href={linkOf({ issuedTo: addDays(from, -1) })}
      />
      <Figure
        label={m.monthly_reports_issued()}
        value={issued.total}
        href={linkOf({ issuedFrom: from })}
        note={
          previous &&
          m.monthly_reports_before({
            month: monthWords(previous.month),
            value: formatNumber(previous.issued.total),
          })
        }
      />
      <Figure label={m.monthly_reports_completed()} tone="good" {...counted(completed)} />
      <Figure
        label={m.statistics_on_time_rate()}
        value={formatShare(active.rates.onTime)}
        note={before(({ rates }) => formatShare(rates.onTime))}
      />
      <Figure label={m.terms_status_overdue()} tone="bad" {...counted(['overdue'])} />
      <Figure label={m.terms_status_awaiting_review()} {...counted(['awaiting_review'])} />
    </Figures>
  )
}
