import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { assignmentHistory } from '../../api/assignments.ts'
import { allLeaders } from '../../api/reference-data.ts'
import type { Schema } from '../../api/types.ts'
import { roleWords } from '../../lib/desk-terms.ts'
import { m } from '../../paraglide/messages.js'
import { Panel } from '../../ui/panel.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import classes from './assignment.module.css'
import { type Change, changesOf, noteOf } from './history-changes.ts'
import { lookOf } from './history-words.ts'

type Event = Schema<'HistoryEvent'>

/** Who did what when, with what was before and after; in words that stand by themselves. */
export function HistoryPanel({ id }: { id: string }) {
  const { data } = useSuspenseQuery(assignmentHistory(id))
  return (
    <Panel title={m.assignments_history()}>
      <Timeline
        label={m.assignments_history()}
        items={data.items.map((event) => ({
          key: event.id,
          at: event.at,
          ...lookOf(event.type),
          children: <Story event={event} />,
        }))}
      />
    </Panel>
  )
}

function Story({ event }: { event: Event }) {
  const note = noteOf(event)
  const { data: leaders } = useQuery({ ...allLeaders, enabled: event.after?.directedById != null })
  const changes = changesOf(event, (id) => leaders?.find((leader) => leader.id === id)?.name)
  return (
    <>
      <p className={classes.who}>{whoDid(event)}</p>
      {note && <p className={classes.quote}>{note}</p>}
      {changes.length > 0 && (
        <ul className={classes.changes}>
          {changes.map((change) => (
            <li key={change.label}>
              <ChangeText {...change} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function ChangeText({ label, before, after }: Change) {
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
      {after}
    </>
  )
}

/** `Nguyễn Thị Hoa, Phòng chuyên môn`; a unit's account with its unit. */
function whoDid({ by }: Event): string {
  if (!by.account) return m.assignments_history_system()
  const role =
    by.role && by.role in roleWords ? roleWords[by.role as keyof typeof roleWords]() : null
  const place = by.unit?.name ?? role
  return [by.account.displayName, place !== by.account.displayName && place]
    .filter(Boolean)
    .join(', ')
}
