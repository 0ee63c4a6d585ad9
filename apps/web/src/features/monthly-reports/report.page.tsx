import { IconPrinter } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from 'react-router-dom'
import { queryClient } from '../../api/query-client.ts'
import { apiPaths } from '../../lib/api-paths.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { DocumentMenu } from '../../ui/document-menu.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import classes from './monthly-reports.module.css'
import { monthlyReport } from './queries.ts'
import { ReportSheet } from './report-sheet.tsx'
import { drawnUpWords, instantWords, periodWords } from './report-words.ts'

export async function loader({ params: { id = '' } }: { params: { id?: string } }) {
  await queryClient.ensureQueryData(monthlyReport(id))
  return null
}

/** One report: its figures as they were frozen, and the papers made of them. */
export function Component() {
  const { id = '' } = useParams()
  const { data: report } = useSuspenseQuery(monthlyReport(id))
  const { by, at } = drawnUpWords(report)
  const name = m.monthly_reports_named({ number: report.number, year: report.year })
  return (
    <>
      <PageHeader
        title={name}
        heading={report.title}
        crumbs={[{ title: m.monthly_reports_title(), href: paths.monthlyReports() }]}
        lead={
          <div className={classes.lead}>
            <span>
              {name} · {periodWords(report)} · {m.monthly_reports_as_of()}{' '}
              {instantWords(report.asOf)}
            </span>
            <span>{m.monthly_reports_drawn_up_by({ by, at })}</span>
          </div>
        }
        actions={
          <>
            <div>
              <Button icon={IconPrinter} onClick={() => window.print()}>
                {m.monthly_reports_print()}
              </Button>
            </div>
            <DocumentMenu urlOf={(format) => apiPaths.monthlyReportExport(id, format)} />
          </>
        }
      />
      <ReportSheet report={report} />
    </>
  )
}
