import { useQuery } from '@tanstack/react-query'
import type { AssignmentDetail } from '../../api/assignments.ts'
import { allLeaders } from '../../api/reference-data.ts'
import type { Schema } from '../../api/types.ts'
import { roleWords } from '../../lib/desk-terms.ts'
import { m } from '../../paraglide/messages.js'
import classes from './assignment.module.css'
import { type Change, changesOf, noteOf } from './history-changes.ts'
import { type DatesThen, rulesBehind } from './history-rules.ts'

type Event = Schema<'HistoryEvent'>

interface Props {
  event: Event
  dates: DatesThen
  assignment: AssignmentDetail
}

/** Who did it, with which words, what was before and after, and which rule led to it. */
export function HistoryEvent({ event, dates, assignment }: Props) {
  const note = noteOf(event)
  const { data: leaders } = useQuery({ ...allLeaders, enabled: event.after?.directedById != null })
  const changes = changesOf(event, assignment, (id) => leaders?.find((one) => one.id === id)?.name)
  const report = assignment.reports.find(({ id }) => id === event.after?.reportId)
  const rules = rulesBehind(event, dates, report)
  return (
    <>
      <p className={classes.who}>{whoDid(event)}</p>
      {note && (
        <blockquote className={classes.quote}>
          <span className={classes.label}>{note.label}:</span> {note.words}
        </blockquote>
      )}
      {changes.length > 0 && (
        <ul className={classes.changes}>
          {changes.map((change) => (
            <li key={change.label}>
              <ChangeText {...change} />
            </li>
          ))}
        </ul>
      )}
      {rules.map((rule) => (
        <p key={rule} className={classes.rule}>
          {rule}
        </p>
      ))}
    </>
  )
}

function ChangeText({ label, before, after, href }: Change) {
  return (
    <>
      <span className={classes.label}>{label}:</span>{' '}
      {before !== null && (
        <>
          <span className="visually-hidden">{m.assignments_history_from()} </span>
          {before} <span aria-hidden>→</span>
          <span className="visually-hidden"> {m.assignments_history_to()}</span>{' '}
        </>
      )}
      {href ? <a href={href}>{after}</a> : after}
    </>
  )
}

/** `Nguyễn Thị Hoa, Phòng chuyên môn`; a unit's account with its unit. */
function whoDid({ by }: Event): string {
  if (!by.account) return m.assignments_history_system()
  const role =
    by.role && by.role in roleWords ? roleWords[by.role as keyof typeof roleWords]() : null
  const told = [by.account.displayName, role, by.unit?.name].filter(Boolean)
  return [...new Set(told)].join(', ')
}
