import type { Schema } from '../../api/types.ts'
import { directiveName } from '../../lib/directive-name.ts'
import { formatCivilDate } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import type { Column } from '../../ui/data-table.tsx'
import { DueDate } from '../../ui/due-date.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { lateBy } from '../../ui/timeliness-badge.tsx'
import classes from './assignments.module.css'

type Row = Schema<'PublicAssignment'>

/** The columns of a list of tasks; `unit` is left out where it is the same in every row. */
export function assignmentColumns({ unit }: { unit: boolean }): Column<Row>[] {
  const columns: Column<Row>[] = [
    {
      key: 'task',
      header: m.portal_column_task(),
      lead: true,
      cell: ({ id, task, directive }) => (
        <>
          <a href={paths.publicAssignment(id)} className={classes.task}>
            {task.content}
          </a>
          <span className={classes.source}>
            {directiveName(directive)},{' '}
            {m.portal_issued_on({ date: formatCivilDate(directive.issuedOn) })}
          </span>
        </>
      ),
    },
    {
      key: 'unit',
      header: m.portal_column_unit(),
      width: '14rem',
      cell: ({ unit: { code, name } }) => <a href={paths.publicUnit(code)}>{name}</a>,
    },
    {
      key: 'dueOn',
      header: m.portal_column_due(),
      width: '10.5rem',
      sort: { ascending: 'dueOn', descending: '-dueOn' },
      cell: (row) => (
        <DueDate
          dueOn={row.dueOn}
          effectiveDueOn={row.effectiveDueOn}
          originalDueOn={row.originalDueOn}
        />
      ),
    },
    {
      key: 'status',
      header: m.portal_column_status(),
      width: '12rem',
      cell: ({ status, state, daysLate }) => (
        <>
          <StatusBadge status={status} state={state} />
          {status === 'completed_late' && daysLate !== null && (
            <div className={classes.source}>{lateBy(daysLate)}</div>
          )}
        </>
      ),
    },
  ]
  return unit ? columns : columns.filter(({ key }) => key !== 'unit')
}
