import type { Schema } from '../../api/types.ts'
import { formatNumber, formatShare } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './monthly-reports.module.css'
import { complianceColumns } from './report-columns.tsx'

type Compliance = Schema<'ReportFigures'>['compliance']
type Measured = Compliance['review']

/** Whether what the regulation says of times was kept, by the office as by the units. */
export function CompliancePanel({ compliance }: { compliance: Compliance }) {
  return (
    <Panel title={m.statistics_tab_compliance()}>
      <div className={classes.compliance}>
        <Part
          title={m.statistics_subject_directive_entry()}
          header={m.statistics_measured_specialist()}
          measured={compliance.directiveEntry}
        />
        <Part
          title={m.statistics_subject_report_entry()}
          header={m.statistics_unit()}
          measured={compliance.reportEntry}
        />
        <Part
          title={m.statistics_subject_review()}
          header={m.statistics_measured_reviewer()}
          measured={compliance.review}
        />
      </div>
    </Panel>
  )
}

function Part(props: { title: string; header: string; measured: Measured }) {
  const { title, header, measured } = props
  const { rows, totals } = measured
  const { total, onTime, late, rate, waiting = 0, waitingLate = 0 } = totals
  return (
    <section>
      <h3>{title}</h3>
      <p className={classes.note}>
        {total === 0
          ? m.statistics_compliance_empty()
          : m.monthly_reports_kept({
              total: formatNumber(total),
              onTime: formatNumber(onTime),
              late: formatNumber(late),
              rate: formatShare(rate),
            })}
        {waiting > 0 &&
          ` ${m.monthly_reports_waiting({
            waiting: formatNumber(waiting),
            late: formatNumber(waitingLate),
          })}`}
      </p>
      {rows.length > 0 && (
        <DataTable
          caption={title}
          columns={complianceColumns(header)}
          rows={rows}
          rowKey={({ key }) => key}
        />
      )}
    </section>
  )
}
