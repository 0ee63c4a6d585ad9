import { civilDateAt, formatCivilDate, weekdayName, yearOf } from '@dunghan/domain'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { LoaderFunctionArgs } from 'react-router-dom'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'
import { dayKindWords } from '../../lib/calendar-terms.ts'
import { currentLanguage } from '../../lib/language.ts'
import { paths } from '../../lib/paths.ts'
import { now } from '../../lib/use-now.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { CalendarBasis } from '../../ui/calendar-basis.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CalendarLegend, YearCalendar } from '../../ui/year-calendar.tsx'
import { YearSteps } from '../../ui/year-steps.tsx'
import classes from './assignments.module.css'
import { publicCalendar } from './queries.ts'

/** The years the calendar reaches. */
const [FIRST, LAST] = [2000, 2060]

const yearIn = (params: URLSearchParams) => Number(params.get('nam')) || yearOf(civilDateAt(now()))

export async function loader({ request }: LoaderFunctionArgs) {
  const year = yearIn(new URL(request.url).searchParams)
  await queryClient.ensureQueryData(publicCalendar(year))
  return null
}

/** The working calendar by which all that is published is counted. */
export function Component() {
  const year = yearIn(useSearchState().params)
  const { data } = useSuspenseQuery(publicCalendar(year))
  return (
    <>
      <PageHeader
        title={m.calendar_title({ year })}
        lead={m.calendar_public_lead()}
        actions={
          <YearSteps
            year={year}
            first={FIRST}
            last={LAST}
            hrefOf={(nam) => paths.publicCalendar({ nam })}
            action={paths.publicCalendar()}
          />
        }
      />
      <CalendarBasis calendar={data} />
      <div className={classes.stack}>
        <div>
          <CalendarLegend />
          <YearCalendar year={year} days={data.days} />
        </div>
        <Panel
          title={m.calendar_list()}
          aside={<a href={paths.publicDueDate()}>{m.calendar_public_count_link()}</a>}
        >
          <DataTable
            caption={m.calendar_list()}
            columns={columns()}
            rows={data.days}
            rowKey={({ date }) => date}
          />
        </Panel>
      </div>
    </>
  )
}

const columns = (): Column<Schema<'CalendarYear'>['days'][number]>[] => [
  {
    key: 'date',
    header: m.calendar_date(),
    width: '13rem',
    lead: true,
    cell: ({ date }) => (
      <span className="tabular">
        {formatCivilDate(date)}, {weekdayName(date, currentLanguage())}
      </span>
    ),
  },
  { key: 'kind', header: m.calendar_kind(), cell: ({ kind }) => dayKindWords[kind]() },
  { key: 'name', header: m.calendar_name(), cell: ({ name }) => name },
]
