import { IconFileAnalytics, IconFilePlus } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { asProblem } from '../../api/problem.ts'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'
import { useMay } from '../../api/use-session.ts'
import { formatCivilDate } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { useKnownSearch } from '../../lib/use-known-search.ts'
import { m } from '../../paraglide/messages.js'
import { BrokenSearch } from '../../ui/broken-search.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import classes from './monthly-reports.module.css'
import { monthlyReports } from './queries.ts'
import { drawnUpWords, instantWords, monthWords, periodWords } from './report-words.ts'

/** The list is whole: its address says nothing more. */
const nothingKnown = {}

type Page = Schema<'MonthlyReportPage'>
type Summary = Schema<'MonthlyReportSummary'>

export async function loader() {
  await queryClient.ensureInfiniteQueryData({ ...monthlyReports, revalidateIfStale: true })
  return null
}

/** The office's reports, the latest first, and when the next one draws itself up. */
export function Component() {
  const { broken } = useKnownSearch(nothingKnown)
  const list = useInfiniteQuery(monthlyReports)
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const last = list.data?.pages.at(-1)
  const problem = asProblem(list.error)
  return (
    <>
      <PageHeader
        title={m.monthly_reports_title()}
        lead={m.monthly_reports_lead()}
        actions={last && <DrawUp page={last} />}
      />
      <BrokenSearch broken={broken} href={paths.monthlyReports()} />
      {problem && <ErrorState problem={problem} onRetry={() => list.refetch()} />}
      {last && rows.length === 0 && (
        <EmptyState title={m.monthly_reports_empty()}>{nextWords(last)}</EmptyState>
      )}
      {last && rows.length > 0 && (
        <>
          <p className={classes.next}>{nextWords(last)}</p>
          <DataTable
            caption={m.monthly_reports_title()}
            columns={columns()}
            rows={rows}
            rowKey={({ id }) => id}
            total={last.total}
            totalIsExact={last.totalIsExact}
            more={{
              has: list.hasNextPage,
              loading: list.isFetchingNextPage,
              load: () => list.fetchNextPage(),
            }}
          />
        </>
      )}
    </>
  )
}

const nextWords = ({ next }: Page) =>
  m.monthly_reports_next({ month: monthWords(next.month), date: formatCivilDate(next.drawUpOn) })

function DrawUp({ page }: { page: Page }) {
  const may = useMay()('statistics.monthlyReport')
  const { missing, next } = page
  const [month] = missing
  const whyNot = may
    ? m.monthly_reports_all_drawn_up({
        month: monthWords(next.month),
        date: formatCivilDate(next.drawUpOn),
      })
    : m.monthly_reports_only_coordinator()
  return (
    <>
      {may ? (
        <ButtonLink icon={IconFilePlus} href={paths.newMonthlyReport()}>
          {m.monthly_reports_new_ad_hoc()}
        </ButtonLink>
      ) : (
        <Button icon={IconFilePlus} disabledReason={m.monthly_reports_only_coordinator()}>
          {m.monthly_reports_new_ad_hoc()}
        </Button>
      )}
      {may && month ? (
        <ButtonLink
          variant="primary"
          icon={IconFileAnalytics}
          href={paths.newMonthlyReport({ month })}
        >
          {m.monthly_reports_new_monthly()}
        </ButtonLink>
      ) : (
        <Button variant="primary" icon={IconFileAnalytics} disabledReason={whyNot}>
          {m.monthly_reports_new_monthly()}
        </Button>
      )}
    </>
  )
}

const columns = (): Column<Summary>[] => [
  {
    key: 'title',
    header: m.monthly_reports_report(),
    lead: true,
    cell: ({ id, title }) => <a href={paths.monthlyReport(id)}>{title}</a>,
  },
  {
    key: 'number',
    header: m.monthly_reports_number(),
    width: '6rem',
    cell: ({ number, year }) => (
      <span className="tabular">
        {number}/{year}
      </span>
    ),
  },
  {
    key: 'period',
    header: m.monthly_reports_span(),
    width: '13rem',
    cell: (report) => periodWords(report),
  },
  {
    key: 'asOf',
    header: m.monthly_reports_as_of(),
    width: '11rem',
    cell: ({ asOf }) => <span className="tabular">{instantWords(asOf)}</span>,
  },
  {
    key: 'drawnUp',
    header: m.monthly_reports_drawn_up(),
    width: '13rem',
    cell: (report) => {
      const { by, at } = drawnUpWords(report)
      return (
        <>
          {by}, <span className="tabular">{at}</span>
        </>
      )
    },
  },
]
