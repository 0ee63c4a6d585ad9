import { isOpen } from '@dunghan/domain'
import { useState } from 'react'
import { useActOnce } from '../../../api/act-once.ts'
import type { Schema } from '../../../api/types.ts'
import { formatNumber } from '../../../lib/format.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../paraglide/messages.js'
import { Button } from '../../../ui/button.tsx'
import { ConfirmButton } from '../../../ui/confirm.tsx'
import { DueDate } from '../../../ui/due-date.tsx'
import { notifyDone } from '../../../ui/notify.ts'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { TimelinessBadge } from '../../../ui/timeliness-badge.tsx'
import { withdrawAssignment } from '../acts.ts'
import classes from './detail.module.css'
import { whyNotWithdraw } from './why-not.ts'

type Assignment = Schema<'Assignment'>

/** As many as are shown of a task given to a whole group, until more are asked for. */
const FEW = 8

/** The units a task was given to, each with how it stands. */
export function AssignmentList({
  assignments,
  n,
}: {
  assignments: readonly Assignment[]
  n: number
}) {
  const [all, setAll] = useState(false)
  if (assignments.length === 0)
    return <p className={classes.support}>{m.directives_no_assignments()}</p>
  // What wants attention first, so that a late unit is not behind the fold.
  const sorted = assignments.toSorted((a, b) => rank(a) - rank(b))
  const shown = all || sorted.length <= FEW + 2 ? sorted : sorted.slice(0, FEW)
  return (
    <>
      <ul className={classes.assignments} aria-label={m.directives_assignments_of({ n })}>
        {shown.map((assignment) => (
          <Row key={assignment.id} assignment={assignment} />
        ))}
      </ul>
      {sorted.length > FEW + 2 && (
        <div>
          <Button small aria-expanded={all} onClick={() => setAll(!all)}>
            {all
              ? m.directives_show_fewer_units()
              : m.directives_show_all_units({ count: formatNumber(sorted.length) })}
          </Button>
        </div>
      )}
    </>
  )
}

function Row({ assignment }: { assignment: Assignment }) {
  const once = useActOnce()
  const { id, unit, status, state, timeliness, daysLate, dueOn, originalDueOn } = assignment
  return (
    <li className={classes.assignment}>
      <a href={paths.assignment(id)}>{unit.name}</a>
      <span className={classes.state}>
        <StatusBadge status={status} state={state} />
        {state === 'completed' && timeliness === 'late' && daysLate !== null && (
          <TimelinessBadge timeliness={timeliness} daysLate={daysLate} />
        )}
      </span>
      <DueDate
        dueOn={dueOn}
        effectiveDueOn={dueOn === originalDueOn ? undefined : assignment.effectiveDueOn}
        originalDueOn={originalDueOn}
        workingDaysLeft={isOpen(state) ? assignment.workingDaysLeft : null}
      />
      {state !== 'withdrawn' && (
        <ConfirmButton
          small
          variant="subtle"
          title={m.directives_withdraw_one_title({ unit: unit.name })}
          act={m.directives_withdraw_one()}
          danger
          reason="required"
          disabledReason={whyNotWithdraw(assignment)}
          onConfirm={async (reason) => {
            await withdrawAssignment(assignment, reason, once({ reason }))
            notifyDone(m.directives_withdraw_one_done({ unit: unit.name }))
          }}
        >
          {m.directives_withdraw_one_text({ unit: unit.name })}
        </ConfirmButton>
      )}
    </li>
  )
}

function rank({ status, state }: Assignment): number {
  if (state === 'withdrawn') return 9
  const order = ['overdue', 'due_soon', 'awaiting_review', 'in_progress']
  const at = order.indexOf(status ?? '')
  return at === -1 ? order.length : at
}
