import { civilDateAt, type DayKind, weekdayName, yearOf } from '@dunghan/domain'
import { IconInfoCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'
import { formatCivilDate } from '../../lib/format.ts'
import { currentLanguage } from '../../lib/language.ts'
import { paths } from '../../lib/paths.ts'
import { now } from '../../lib/use-now.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import classes from './calendar.module.css'
import { calendarYear } from './queries.ts'
import { YearGrid } from './year-grid.tsx'

type Day = Schema<'CalendarYear'>['days'][number]

const yearIn = (params: URLSearchParams) => Number(params.get('nam')) || yearOf(civilDateAt(now()))

export async function loader({ request }: { request: Request }) {
  const year = yearIn(new URL(request.url).searchParams)
  await queryClient.ensureQueryData(calendarYear(year))
  return null
}

/** The working calendar of one year, as every due date is counted by it (R2). */
export function Component() {
  const year = yearIn(useSearchState().params)
  const { data } = useQuery(calendarYear(year))
  if (!data) return null
  return (
    <>
      <PageHeader
        title={m.calendar_title({ year })}
        lead={m.calendar_lead()}
        actions={
          <>
            <ButtonLink href={paths.calendar({ nam: year - 1 })}>{year - 1}</ButtonLink>
            <ButtonLink href={paths.calendar({ nam: year + 1 })}>{year + 1}</ButtonLink>
          </>
        }
      />
      <p className={classes.basis}>
        <IconInfoCircle size={20} aria-hidden />
        {basisWords[data.basis]()}
      </p>
      <div className={classes.layout}>
        <YearGrid year={year} days={data.days} />
        <DataTable
          caption={m.calendar_title({ year })}
          columns={columns()}
          rows={data.days}
          rowKey={({ date }) => date}
        />
      </div>
    </>
  )
}

const basisWords: Record<Schema<'CalendarYear'>['basis'], () => string> = {
  announced: m.calendar_basis_announced,
  partly_rule: m.calendar_basis_partly_rule,
  rule: m.calendar_basis_rule,
}

const kindWords: Record<DayKind, () => string> = {
  working: m.calendar_kind_working,
  off: m.calendar_kind_off,
  make_up: m.calendar_kind_make_up,
}

const columns = (): Column<Day>[] => [
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
  { key: 'kind', header: m.calendar_kind(), cell: ({ kind }) => kindWords[kind]() },
  { key: 'name', header: m.calendar_name(), cell: ({ name }) => name },
]
