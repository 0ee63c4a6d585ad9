import { isCivilDate } from '@dunghan/domain'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router-dom'
import { useActOnce } from '../../api/act-once.ts'
import { asProblem } from '../../api/problem.ts'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'
import { paths } from '../../lib/paths.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { LinkChoice } from '../../ui/link-choice.tsx'
import { notifyDone } from '../../ui/notify.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { FiguresSkeleton } from '../../ui/skeletons.tsx'
import { AdHocForm } from './ad-hoc-form.tsx'
import classes from './monthly-reports.module.css'
import { drawUpReport, monthlyReports, type Occasion, reportPreview } from './queries.ts'
import { ReportSheet } from './report-sheet.tsx'
import { instantWords, monthWords, periodWords } from './report-words.ts'

export async function loader() {
  await queryClient.ensureInfiniteQueryData(monthlyReports)
  return null
}

/** What the address asks about; null while the period is not chosen yet. */
function occasionIn(params: URLSearchParams): Occasion | null {
  const day = (name: string) => {
    const value = params.get(name)
    return isCivilDate(value) ? value : undefined
  }
  const month = params.get('month')
  if (month) return { month }
  const [from, to, asOf] = ['from', 'to', 'asOf'].map(day)
  return from && to ? { from, to, asOf } : null
}

/** A report is looked at before it is frozen: which month or period, its figures, then the act. */
export function Component() {
  const { params, set } = useSearchState()
  const occasion = occasionIn(params)
  const month = params.get('month')
  const missing = useInfiniteQuery(monthlyReports).data?.pages.at(-1)?.missing ?? []
  const title = params.get('title') ?? ''
  return (
    <>
      <PageHeader
        title={month ? m.monthly_reports_new_monthly() : m.monthly_reports_new_ad_hoc()}
        crumbs={[{ title: m.monthly_reports_title(), href: paths.monthlyReports() }]}
        lead={m.monthly_reports_new_lead()}
      />
      {month ? (
        missing.length > 0 && (
          <LinkChoice
            label={m.monthly_reports_which_month()}
            value={month}
            choices={missing.map((value) => ({
              value,
              label: monthWords(value),
              href: paths.newMonthlyReport({ month: value }),
            }))}
          />
        )
      ) : (
        <AdHocForm
          first={{
            from: occasion?.from ?? null,
            to: occasion?.to ?? null,
            asOf: occasion?.asOf ?? null,
            title,
          }}
          onAsk={(asked) => set({ ...asked })}
        />
      )}
      {occasion && <Preview occasion={occasion} title={title} />}
    </>
  )
}

function Preview({ occasion, title }: { occasion: Occasion; title: string }) {
  const { data, error, isFetching, refetch } = useQuery(reportPreview(occasion))
  const problem = asProblem(error)
  if (problem) {
    const retry = problem.isPassing ? () => refetch() : undefined
    return <ErrorState problem={problem} onRetry={retry} />
  }
  if (!data) return isFetching ? <FiguresSkeleton /> : null
  return (
    <>
      <div className={classes.draft}>
        <p>
          <strong>{m.monthly_reports_draft()}</strong>{' '}
          {m.monthly_reports_draft_words({
            period: periodWords(data),
            at: instantWords(data.asOf),
          })}
        </p>
        <Freeze preview={data} occasion={occasion} title={title} />
      </div>
      <ReportSheet report={data} />
    </>
  )
}

interface FreezeProps {
  preview: Schema<'MonthlyReportPreview'>
  occasion: Occasion
  title: string
}

function Freeze({ preview, occasion, title }: FreezeProps) {
  const navigate = useNavigate()
  const once = useActOnce()
  const act = useMutation(drawUpReport)
  // What was looked at is what is frozen: as of the same instant.
  const body = occasion.month
    ? { month: occasion.month }
    : { from: preview.from, to: preview.to, asOf: preview.asOf, title: title || undefined }
  return (
    <ConfirmButton
      variant="primary"
      act={m.monthly_reports_freeze()}
      title={m.monthly_reports_freeze_title()}
      onConfirm={async () => {
        const report = await act.mutateAsync({ body, headers: once(body) })
        notifyDone(m.monthly_reports_frozen({ number: report.number, year: report.year }))
        await navigate(paths.monthlyReport(report.id), { replace: true })
      }}
    >
      {m.monthly_reports_freeze_words()}
    </ConfirmButton>
  )
}
