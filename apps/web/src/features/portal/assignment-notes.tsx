import { formatCivilDate } from '@dunghan/domain'
import type { Schema } from '../../api/types.ts'
import { formatInstant } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { StatusBadge } from '../../ui/status-badge.tsx'
import classes from './assignment-notes.module.css'

interface Props {
  assignments: readonly Schema<'PublicAssignment'>[]
  /** What the list is about: when it was reported, or when it was ordered. */
  by: 'submittedAt' | 'issuedOn'
}

/** A few tasks, each in two lines. */
export function AssignmentNotes({ assignments, by }: Props) {
  if (assignments.length === 0) return <p>{m.ui_no_reports()}</p>
  return (
    <ul className={classes.notes}>
      {assignments.map((assignment) => (
        <li key={assignment.id}>
          <a href={paths.publicAssignment(assignment.id)} className={classes.task}>
            {assignment.task.content}
          </a>
          <div className={classes.about}>
            <span>{assignment.unit.name}</span>
            <span>{when(assignment, by)}</span>
            <StatusBadge status={assignment.status} state={assignment.state} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function when({ submittedAt, directive }: Schema<'PublicAssignment'>, by: Props['by']) {
  if (by === 'issuedOn') return m.portal_issued_on({ date: formatCivilDate(directive.issuedOn) })
  return submittedAt && m.portal_reported_at({ instant: formatInstant(submittedAt) })
}
