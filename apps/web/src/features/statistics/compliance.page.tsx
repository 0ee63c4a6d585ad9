import { allows, unitViews } from '@dunghan/domain'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { asProblem } from '../../api/problem.ts'
import { queryClient, settled } from '../../api/query-client.ts'
import { currentAccount } from '../../api/session.ts'
import { complianceOf } from '../../api/statistics.ts'
import { useAccount, useMay } from '../../api/use-session.ts'
import { formatInstant } from '../../lib/format.ts'
import { patched } from '../../lib/patched-search.ts'
import { paths } from '../../lib/paths.ts'
import { unitViewWords } from '../../lib/statistics-terms.ts'
import { useKnownSearch } from '../../lib/use-known-search.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { BrokenSearch } from '../../ui/broken-search.tsx'
import { FilterBar, type FilterField } from '../../ui/filter-bar.tsx'
import { LinkChoice } from '../../ui/link-choice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PastBanner } from '../../ui/past-banner.tsx'
import { FiguresSkeleton } from '../../ui/skeletons.tsx'
import {
  type ComplianceQuestion,
  complianceIn,
  groupingsOf,
  subjectsOf,
} from './compliance-question.ts'
import { ComplianceSheet } from './compliance-sheet.tsx'
import { measuredByWords, ruleWords, subjectWords } from './compliance-words.ts'
import { Refused } from './refused.tsx'
import classes from './statistics.module.css'
import { complianceKnown } from './statistics-known.ts'
import { StatisticsTabs } from './statistics-tabs.tsx'

export async function loader({ request }: { request: Request }) {
  const account = await currentAccount()
  const office = allows(account?.roles ?? [], 'statistics.readAll')
  const question = complianceIn(new URL(request.url).searchParams, office)
  // What is refused is said on the page, above the conditions that can be mended there.
  const query = { ...complianceOf(question), revalidateIfStale: true }
  await settled(queryClient.ensureQueryData(query))
  return null
}

/** Who enters and reviews on time: specialists, units, and the office itself. */
export function Component() {
  const office = useMay()('statistics.readAll')
  const { unit } = useAccount()
  const { subject } = complianceIn(useSearchState().params, office)
  const known = useMemo(() => complianceKnown(office, subject), [office, subject])
  const { params, broken, set } = useKnownSearch(known)
  const question = complianceIn(params, office)
  const { data, error, refetch } = useQuery({
    ...complianceOf(question),
    placeholderData: keepPreviousData,
  })
  const problem = asProblem(error)
  const here = (patch: Parameters<typeof patched>[1]) =>
    `${paths.compliance()}?${patched(params, patch)}`
  // What is still shown while another question is on its way has other rows.
  const current = data?.subject === question.subject && data.groupBy === question.groupBy
  return (
    <>
      <PageHeader
        title={m.statistics_tab_compliance()}
        heading={m.shell_nav_statistics()}
        lead={
          unit
            ? m.statistics_compliance_lead_unit({ unit: unit.name })
            : m.statistics_compliance_lead()
        }
      />
      <StatisticsTabs value="compliance" asOf={question.asOf} />
      {question.asOf && !problem && (
        <PastBanner asOf={question.asOf} hrefNow={here({ asOf: null })} />
      )}
      <Choices question={question} office={office} hrefWith={here} />
      <BrokenSearch broken={broken} href={here({})} fields={fields(question, office)} />
      <FilterBar fields={fields(question, office)} params={params} onChange={set} />
      {problem && <Refused {...{ problem, params }} hrefWith={here} onRetry={() => refetch()} />}
      {!current && !problem && <FiguresSkeleton />}
      {data && current && !problem && (
        <div className={classes.sheet}>
          <p className={classes.note}>
            {ruleWords[question.subject]()} {m.statistics_as_of({ at: formatInstant(data.asOf) })}
          </p>
          <ComplianceSheet
            data={data}
            question={question}
            sort={params.get('sort') || 'label'}
            hrefWith={here}
          />
        </div>
      )}
    </>
  )
}

interface ChoicesProps {
  question: ComplianceQuestion
  office: boolean
  hrefWith: (search: Record<string, string | null>) => string
}

/** What is measured, and of whom. */
function Choices({ question, office, hrefWith }: ChoicesProps) {
  if (!office) return null
  return (
    <div className={classes.ask}>
      <LinkChoice
        label={m.statistics_measured()}
        value={question.subject}
        choices={subjectsOf(office).map((value) => ({
          value,
          label: subjectWords[value](),
          href: hrefWith({ subject: value, groupBy: null, sort: null }),
        }))}
      />
      <LinkChoice
        label={m.statistics_by()}
        value={question.groupBy}
        choices={groupingsOf(question.subject, office).map((value) => ({
          value,
          label: measuredByWords[value](),
          href: hrefWith({ groupBy: value, sort: null }),
        }))}
      />
    </div>
  )
}

const fields = ({ groupBy }: ComplianceQuestion, office: boolean): FilterField[] => [
  { kind: 'dates', from: 'from', to: 'to', label: m.statistics_period(), periods: true },
  { kind: 'day', name: 'asOf', label: m.ui_as_of() },
  ...(office && (groupBy === 'unit' || groupBy === 'unitType')
    ? [
        {
          kind: 'choice' as const,
          name: 'units',
          single: true,
          otherwise: 'as_assigned',
          label: m.statistics_unit_view(),
          options: unitViews.map((value) => ({ value, label: unitViewWords[value]() })),
        },
      ]
    : []),
]
