import type { DirectiveKind, UnitType } from '@dunghan/domain'
import type { StatisticsRow } from '../../api/statistics.ts'
import type { Schema } from '../../api/types.ts'
import { formatNumber } from '../../lib/format.ts'
import { groupingWords } from '../../lib/statistics-terms.ts'
import { kindWords } from '../../lib/terms.ts'
import { unitTypeWords } from '../../lib/unit-terms.ts'
import { m } from '../../paraglide/messages.js'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StackedBars } from '../../ui/stacked-bars.tsx'
import { CompliancePanel } from './compliance-panel.tsx'
import { type Figure, type LinkOf, linksOf } from './figure-links.ts'
import { HeadFigures } from './head-figures.tsx'
import classes from './monthly-reports.module.css'
import { countColumns, overdueColumns, SUM } from './report-columns.tsx'

interface Props {
  report: Pick<Schema<'MonthlyReportPreview'>, 'from' | 'to' | 'asOf' | 'figures'>
}

/** All that a report holds, as a page that prints well; each figure opens the list it counts. */
export function ReportSheet({ report }: Props) {
  const { figures } = report
  const linkOf = linksOf(report)
  if (figures.active.total === 0) {
    return (
      <EmptyState title={m.monthly_reports_nothing()}>
        {m.monthly_reports_nothing_hint()}
      </EmptyState>
    )
  }
  const sum = { key: SUM, label: m.statistics_sum(), ...figures.active }
  return (
    <div className={classes.sheet}>
      <HeadFigures figures={figures} from={report.from} linkOf={linkOf} />
      <Panel title={m.monthly_reports_by_unit()}>
        <StackedBars
          rows={figures.byUnit.toSorted(troubleFirst)}
          listOf={(unitId, status) => linkOf({ unitId, status: status && [status] })}
        />
      </Panel>
      <Counts
        header={groupingWords.unit()}
        rows={[sum, ...figures.byUnit]}
        filter={(unitId) => ({ unitId })}
        linkOf={linkOf}
      />
      <Counts
        header={groupingWords.unitType()}
        rows={[sum, ...figures.byUnitType.map(inWords(unitTypeWords))]}
        filter={(unitType) => ({ unitType })}
        linkOf={linkOf}
      />
      <Counts
        header={groupingWords.leader()}
        rows={[sum, ...figures.byLeader]}
        filter={(directedById) => ({ directedById })}
        linkOf={linkOf}
      />
      <Counts
        header={groupingWords.kind()}
        rows={[sum, ...figures.byKind.map(inWords(kindWords))]}
        filter={(kind) => ({ kind })}
        linkOf={linkOf}
      />
      <Overdue figures={figures} linkOf={linkOf} />
      <CompliancePanel compliance={figures.compliance} />
    </div>
  )
}

const troubleFirst = (a: StatisticsRow, b: StatisticsRow) =>
  (b.counts.overdue ?? 0) - (a.counts.overdue ?? 0) || b.total - a.total

/** The words of today for what was frozen by its code; the frozen ones where there are none. */
const inWords =
  (words: Partial<Record<DirectiveKind | UnitType, () => string>>) => (row: StatisticsRow) => ({
    ...row,
    label: words[row.key as UnitType]?.() ?? row.label,
  })

interface CountsProps {
  header: string
  rows: readonly StatisticsRow[]
  filter: (key: string) => Figure
  linkOf: LinkOf
}

function Counts({ rows, ...grouped }: CountsProps) {
  return (
    <div className={classes.table}>
      <DataTable
        caption={m.monthly_reports_table_by({ grouping: grouped.header })}
        columns={countColumns(grouped)}
        rows={rows}
        rowKey={({ key }) => key}
      />
    </div>
  )
}

function Overdue({ figures, linkOf }: { figures: Schema<'ReportFigures'>; linkOf: LinkOf }) {
  const { ages, items } = figures.overdue
  const total = figures.active.counts.overdue ?? 0
  return (
    <Panel
      title={m.monthly_reports_overdue()}
      aside={
        total > 0 && (
          <a href={linkOf({ status: ['overdue'] })}>
            {m.monthly_reports_overdue_all({ count: formatNumber(total) })}
          </a>
        )
      }
    >
      {total === 0 ? (
        <p>{m.monthly_reports_overdue_none()}</p>
      ) : (
        <>
          <ul className={classes.ages}>
            {ages.map(({ key, label, total }) => (
              <li key={key} data-none={total === 0 || undefined}>
                <strong>{formatNumber(total)}</strong> {label}
              </li>
            ))}
          </ul>
          <DataTable
            caption={m.monthly_reports_overdue()}
            columns={overdueColumns()}
            rows={items}
            rowKey={({ assignmentId }) => assignmentId}
          />
          {items.length < total && (
            <p className={classes.note}>
              {m.monthly_reports_overdue_some({ count: formatNumber(items.length) })}
            </p>
          )}
        </>
      )}
    </Panel>
  )
}
