import { Link } from 'react-router-dom'
import type { Schema } from '../../../api/types.ts'
import { roleWords } from '../../../lib/desk-terms.ts'
import { paths } from '../../../lib/paths.ts'
import { exactInstant } from '../../../lib/spoken-date.ts'
import { m } from '../../../paraglide/messages.js'
import type { Column } from '../../../ui/data-table.tsx'
import classes from './audit.module.css'
import { changesOf } from './event-changes.ts'
import { eventWords, subjectWords } from './event-words.ts'

type Event = Schema<'AuditEvent'>

export const auditColumns = (): Column<Event>[] => [
  {
    key: 'what',
    header: m.audit_what(),
    lead: true,
    cell: (event) => (
      <>
        <span className={classes.name}>{eventWords[event.type]()}</span>
        <span className={classes.side}>
          <Subject event={event} />
        </span>
      </>
    ),
  },
  {
    key: 'when',
    header: m.audit_when(),
    width: '10rem',
    cell: ({ at }) => <time dateTime={at}>{exactInstant(at)}</time>,
  },
  { key: 'who', header: m.audit_who(), width: '15rem', cell: ({ by }) => <Who by={by} /> },
  {
    key: 'changes',
    header: m.audit_changes(),
    width: '26rem',
    cell: (event) => (
      <ul className={classes.changes}>
        {changesOf(event).map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    ),
  },
]

function Who({ by: { account, role, unit } }: Pick<Event, 'by'>) {
  if (!account) return m.audit_system()
  const held = roleWords[role as keyof typeof roleWords]?.()
  return (
    <>
      <Link to={paths.audit({ account: account.id })}>{account.displayName}</Link>
      <span className={classes.side}>{unit?.name ?? held}</span>
    </>
  )
}

/** What it was done to: by its name, with a link to its page where it has one. */
function Subject({ event: { subject, subjectId, subjectName } }: { event: Event }) {
  const name = subjectName ?? subjectWords[subject]()
  const href = hrefOf(subject, subjectId)
  return (
    <>
      {href ? <Link to={href}>{name}</Link> : name}
      {subjectName && (
        <Link className={classes.all} to={paths.audit({ subject, subjectId })}>
          {m.audit_all_of_subject({ name: subjectWords[subject]().toLowerCase() })}
        </Link>
      )}
    </>
  )
}

function hrefOf(subject: Event['subject'], id: string): string | null {
  switch (subject) {
    case 'directive':
      return paths.directive(id)
    case 'assignment':
      return paths.assignment(id)
    case 'monthly_report':
      return paths.monthlyReport(id)
    case 'settings':
      return paths.settings()
    case 'calendar':
      return paths.calendar()
    default:
      return null
  }
}
