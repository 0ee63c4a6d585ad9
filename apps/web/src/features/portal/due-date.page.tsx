import { formatCivilDate, isCivilDate, weekdayName } from '@dunghan/domain'
import { useQuery } from '@tanstack/react-query'
import type { LoaderFunctionArgs } from 'react-router-dom'
import { asProblem } from '../../api/problem.ts'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'
import { formatDeadline } from '../../lib/deadline.ts'
import { formatNumber } from '../../lib/format.ts'
import { currentLanguage } from '../../lib/language.ts'
import { paths } from '../../lib/paths.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './due-date.module.css'
import { DueDateDays } from './due-date-days.tsx'
import { DueDateForm } from './due-date-form.tsx'
import { type DueDateQuestion, publicDueDate } from './queries.ts'

/** What the address asks; null without a due date. */
function questionIn(params: URLSearchParams): DueDateQuestion | null {
  const date = (name: string) => {
    const given = params.get(name)
    return isCivilDate(given) ? given : undefined
  }
  const dueOn = date('dueOn')
  if (!dueOn) return null
  const time = params.get('issuedTime')
  const issuedTime = time && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : undefined
  return { dueOn, issuedOn: date('issuedOn'), issuedTime }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const question = questionIn(new URL(request.url).searchParams)
  if (question) await queryClient.prefetchQuery(publicDueDate(question))
  return null
}

/** How a due date comes about, with the days counted one by one: anyone can check it. */
export function Component() {
  const { params, set } = useSearchState()
  const question = questionIn(params)
  return (
    <>
      <PageHeader title={m.calendar_count_title()} lead={m.calendar_count_lead()} />
      <div className={classes.stack}>
        <Panel title={m.calendar_count_question()}>
          <DueDateForm asked={question} onAsk={(asked) => set({ ...asked })} />
        </Panel>
        {question && <Result question={question} />}
        <p className={classes.note}>{m.calendar_count_rule()}</p>
      </div>
    </>
  )
}

function Result({ question }: { question: DueDateQuestion }) {
  const { data, error, refetch } = useQuery(publicDueDate(question))
  const problem = asProblem(error)
  if (problem) return <ErrorState problem={problem} onRetry={refetch} />
  if (!data) return null
  return (
    <>
      <Panel
        title={m.calendar_count_effective()}
        aside={
          <a href={paths.publicCalendar({ nam: data.effectiveDueOn.slice(0, 4) })}>
            {m.calendar_count_see_calendar({ year: data.effectiveDueOn.slice(0, 4) })}
          </a>
        }
      >
        <p className={classes.effective} aria-live="polite">
          {weekdayName(data.effectiveDueOn, currentLanguage())}{' '}
          <time dateTime={data.effectiveDueOn}>{formatCivilDate(data.effectiveDueOn)}</time>
        </p>
        <p className={classes.explanation}>{data.explanation}.</p>
        {data.provisionalYears.length > 0 && (
          <p className={classes.provisional}>
            {m.calendar_count_provisional({ years: data.provisionalYears.join(', ') })}
          </p>
        )}
        <Facts entries={facts(data)} />
        <p className={classes.note}>{m.calendar_count_kept()}</p>
      </Panel>
      <Panel title={m.calendar_count_days()}>
        {data.days.length === 0 ? (
          <p>{m.calendar_count_past({ date: formatCivilDate(data.from) })}</p>
        ) : (
          <DueDateDays days={data.days} dueOn={data.dueOn} />
        )}
        {data.unlisted > 0 && (
          <p className={classes.note}>
            {m.calendar_count_unlisted({ days: formatNumber(data.unlisted) })}
          </p>
        )}
      </Panel>
    </>
  )
}

const facts = (data: Schema<'DueDateCount'>) =>
  [
    [m.calendar_count_due(), formatCivilDate(data.dueOn)],
    [
      m.calendar_count_working_days(),
      data.workingDays > 0 &&
        m.calendar_count_working_days_from({
          days: formatNumber(data.workingDays),
          date: formatCivilDate(data.from),
        }),
    ],
    [m.calendar_count_entry(), data.entryDeadlineAt && formatDeadline(data.entryDeadlineAt)],
  ] as const
