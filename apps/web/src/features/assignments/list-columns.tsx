import { isOpen } from '@dunghan/domain'
import type { Assignment } from '../../api/assignments.ts'
import { directiveName } from '../../lib/directive-name.ts'
import { formatCivilDate, formatInstantDate, NOTHING } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import type { Column } from '../../ui/data-table.tsx'
import { DueDate } from '../../ui/due-date.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { TimelinessBadge } from '../../ui/timeliness-badge.tsx'
import classes from './assignments.module.css'

/** The columns of the list; a unit need not be told its own name in each line. */
export function listColumns({ withUnit }: { withUnit: boolean }): Column<Assignment>[] {
  return [
    {
      key: 'task',
      header: m.assignments_column_task(),
      lead: true,
      cell: (row) => <Task row={row} />,
    },
    ...(withUnit ? [unitColumn()] : []),
    {
      key: 'issued',
      header: m.assignments_column_issued(),
      width: '6.75rem',
      sort: { descending: '-issuedOn' },
      cell: ({ directive }) => (
        <span className="tabular">{formatCivilDate(directive.issuedOn)}</span>
      ),
    },
    {
      key: 'due',
      header: m.assignments_column_due(),
      width: '10rem',
      sort: { ascending: 'dueOn', descending: '-dueOn' },
      cell: (row) => (
        <DueDate {...row} workingDaysLeft={isOpen(row.state) ? row.workingDaysLeft : null} />
      ),
    },
    {
      key: 'submitted',
      header: m.assignments_column_submitted(),
      width: '7rem',
      sort: { ascending: 'submittedAt', descending: '-submittedAt' },
      cell: ({ submittedAt }) => (
        <span className="tabular">{submittedAt ? formatInstantDate(submittedAt) : NOTHING}</span>
      ),
    },
    {
      key: 'status',
      header: m.assignments_column_status(),
      width: '11.75rem',
      cell: (row) => <Standing row={row} />,
    },
  ]
}

const unitColumn = (): Column<Assignment> => ({
  key: 'unit',
  header: m.assignments_column_unit(),
  width: '10rem',
  cell: (row) => row.unit.name,
})

function Task({ row }: { row: Assignment }) {
  return (
    <>
      <a href={paths.assignment(row.id)} className={classes.task}>
        {row.task.content}
      </a>
      <span className={classes.directive}>{directiveName(row.directive)}</span>
    </>
  )
}

function Standing({ row }: { row: Assignment }) {
  const { status, state, role, timeliness, daysLate, extensions } = row
  const asked = extensions.find(({ decision }) => decision === null)
  return (
    <>
      <StatusBadge status={status} state={state} />
      {role === 'support' && state !== 'withdrawn' && m.assignments_role_support()}
      {timeliness && state === 'submitted' && (
        <span className={classes.class}>
          <TimelinessBadge timeliness={timeliness} daysLate={daysLate} />
        </span>
      )}
      {asked && (
        <span className={classes.class}>
          {m.extensions_asked_until({ date: formatCivilDate(asked.dueOn) })}
        </span>
      )}
    </>
  )
}
