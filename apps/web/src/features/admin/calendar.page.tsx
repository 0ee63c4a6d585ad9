import { civilDateAt, isCivilDate, weekdayName, yearOf } from '@dunghan/domain'
import { IconCircleCheck, IconFileImport } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import { calendarYear } from '../../api/calendar.ts'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'
import { dayKindWords } from '../../lib/calendar-terms.ts'
import { formatCivilDate } from '../../lib/format.ts'
import { currentLanguage } from '../../lib/language.ts'
import { paths } from '../../lib/paths.ts'
import { now } from '../../lib/use-now.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { CalendarBasis } from '../../ui/calendar-basis.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CalendarLegend, YearCalendar } from '../../ui/year-calendar.tsx'
import { YearSteps } from '../../ui/year-steps.tsx'
import classes from './calendar/calendar.module.css'
import { ChangeList } from './calendar/change-list.tsx'
import { ExportLink } from './calendar/export-link.tsx'
import { calendarChanges } from './queries.ts'
import { RecordDialog } from './record-dialog.tsx'

const DayForm = lazy(() =>
  import('./calendar/day-form.tsx').then((module) => ({ default: module.DayForm })),
)
const ImportForm = lazy(() =>
  import('./calendar/import-form.tsx').then((module) => ({ default: module.ImportForm })),
)
const ConfirmForm = lazy(() =>
  import('./calendar/confirm-form.tsx').then((module) => ({ default: module.ConfirmForm })),
)

type Day = Schema<'CalendarYear'>['days'][number]

/** The years the calendar reaches. */
const [FIRST, LAST] = [2000, 2060]

const yearIn = (params: URLSearchParams) => Number(params.get('nam')) || yearOf(civilDateAt(now()))

export async function loader({ request }: { request: Request }) {
  const year = yearIn(new URL(request.url).searchParams)
  await Promise.all([
    queryClient.ensureQueryData(calendarYear(year)),
    queryClient.ensureInfiniteQueryData(calendarChanges),
  ])
  return null
}

/** The working calendar of one year, as every due date is counted by it (R2), and its changes. */
export function Component() {
  const { params, set } = useSearchState()
  const year = yearIn(params)
  const { data } = useSuspenseQuery(calendarYear(year))
  const close = () => set({ ngay: null, mo: null })
  return (
    <>
      <PageHeader
        title={m.calendar_title({ year })}
        lead={m.calendar_lead_edit()}
        actions={
          <YearSteps
            year={year}
            first={FIRST}
            last={LAST}
            hrefOf={(nam) => paths.calendar({ nam })}
            action={paths.calendar()}
          />
        }
      />
      <CalendarBasis
        calendar={data}
        actions={
          <>
            <ImportButton onClick={() => set({ mo: 'nhap' })} />
            <ConfirmButton onClick={() => set({ mo: 'xac-nhan' })} />
          </>
        }
      />
      <div className={classes.layout}>
        <div>
          <CalendarLegend />
          <YearCalendar year={year} days={data.days} onPick={(date) => set({ ngay: date })} />
        </div>
        <div className={classes.below}>
          <Panel
            title={m.calendar_list()}
            aside={
              <div className={classes.acts}>
                {!data.awaiting && <ImportButton onClick={() => set({ mo: 'nhap' })} />}
                <ExportLink year={year} />
                {data.basis !== 'announced' && !data.awaiting && (
                  <ConfirmButton onClick={() => set({ mo: 'xac-nhan' })} />
                )}
              </div>
            }
          >
            <DataTable
              caption={m.calendar_list()}
              columns={columns((date) => set({ ngay: date }))}
              rows={data.days}
              rowKey={({ date }) => date}
            />
          </Panel>
          <ChangeList />
        </div>
      </div>
      <Dialogs year={data} params={params} onClose={close} />
    </>
  )
}

function ImportButton({ onClick }: { onClick: () => void }) {
  return (
    <Button icon={IconFileImport} onClick={onClick}>
      {m.calendar_import()}
    </Button>
  )
}

function ConfirmButton({ onClick }: { onClick: () => void }) {
  return (
    <Button icon={IconCircleCheck} onClick={onClick}>
      {m.calendar_confirm()}
    </Button>
  )
}

interface DialogsProps {
  year: Schema<'CalendarYear'>
  params: URLSearchParams
  onClose: () => void
}

/** What the address says is open: a day, an import, a confirmation. */
function Dialogs({ year: { year, days }, params, onClose }: DialogsProps) {
  const asked = params.get('ngay')
  const date = isCivilDate(asked) && yearOf(asked) === year ? asked : null
  const open = params.get('mo')
  return (
    <>
      <RecordDialog
        title={date && m.calendar_edit_title({ date: formatCivilDate(date) })}
        onClose={onClose}
      >
        {date && (
          <DayForm
            key={date}
            date={date}
            day={days.find((day) => day.date === date)}
            onDone={onClose}
          />
        )}
      </RecordDialog>
      <RecordDialog
        title={open === 'nhap' ? m.calendar_import_title({ year }) : null}
        onClose={onClose}
      >
        <ImportForm year={year} onDone={onClose} />
      </RecordDialog>
      <RecordDialog
        title={open === 'xac-nhan' ? m.calendar_confirm_title({ year }) : null}
        onClose={onClose}
      >
        <ConfirmForm year={year} onDone={onClose} />
      </RecordDialog>
    </>
  )
}

const columns = (onEdit: (date: string) => void): Column<Day>[] => [
  {
    key: 'date',
    header: m.calendar_date(),
    width: '13rem',
    lead: true,
    cell: ({ date }) => (
      <button type="button" className={`tabular ${classes.dayLink}`} onClick={() => onEdit(date)}>
        {formatCivilDate(date)}, {weekdayName(date, currentLanguage())}
      </button>
    ),
  },
  {
    key: 'kind',
    header: m.calendar_kind(),
    width: '9rem',
    cell: ({ kind }) => dayKindWords[kind](),
  },
  {
    key: 'name',
    header: m.calendar_name(),
    cell: ({ name, overridden }) => (
      <>
        {name}
        {overridden && <span className={classes.by}>{m.calendar_set_by_office()}</span>}
      </>
    ),
  },
]
