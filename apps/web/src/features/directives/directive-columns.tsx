import { formatDocumentNumber } from '@dunghan/domain'
import { IconBan, IconFileOff, IconLock } from '@tabler/icons-react'
import type { Schema } from '../../api/types.ts'
import { visibilityWords } from '../../lib/desk-terms.ts'
import { formatCivilDate, formatNumber } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { kindWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import type { Column } from '../../ui/data-table.tsx'
import { EntryMark } from '../../ui/entry-mark.tsx'
import classes from './directives.module.css'
import { StatusBar } from './status-bar.tsx'

type Row = Schema<'DirectiveSummary'>

/** The columns of the list of directives. */
export const directiveColumns = (): Column<Row>[] => [
  {
    key: 'number',
    header: m.directives_number_symbol(),
    width: '10.5rem',
    lead: true,
    cell: (row) => (
      <>
        <span className={classes.number}>
          {formatDocumentNumber(row.number, row.symbol) ?? m.directives_without_number()}
        </span>
        <span className={classes.kind}>{kindWords[row.kind]()}</span>
      </>
    ),
  },
  {
    key: 'title',
    header: m.directives_title(),
    lead: true,
    cell: (row) => <Title row={row} />,
  },
  {
    key: 'issued',
    header: m.directives_issued(),
    width: '9rem',
    cell: (row) => (
      <>
        <span className="tabular">{formatCivilDate(row.issuedOn)}</span>
        <span className={classes.side}>
          <EntryMark timeliness={row.entry.timeliness} />
        </span>
      </>
    ),
  },
  {
    key: 'directedBy',
    header: m.directives_directed_by(),
    width: '11.5rem',
    cell: ({ directedBy }) => (
      <>
        {directedBy.name}
        <span className={classes.side}>{directedBy.position}</span>
      </>
    ),
  },
  {
    key: 'tasks',
    header: m.directives_scope(),
    width: '7.5rem',
    cell: ({ taskCount, unitCount }) => (
      <>
        {m.directives_task_count({ count: formatNumber(taskCount) })}
        <span className={classes.side}>
          {m.directives_unit_count({ count: formatNumber(unitCount) })}
        </span>
      </>
    ),
  },
  {
    key: 'status',
    header: m.directives_progress(),
    width: '9.5rem',
    cell: ({ counts }) => <StatusBar counts={counts} />,
  },
]

function Title({ row }: { row: Row }) {
  const { withdrawal, visibility } = row
  const VisibilityIcon = visibility === 'internal' ? IconLock : IconFileOff
  return (
    <>
      <a href={paths.directive(row.id)} className={classes.titleLink}>
        {row.title}
      </a>
      {(withdrawal || visibility !== 'public') && (
        <span className={classes.marks}>
          {withdrawal && (
            <span className={classes.withdrawn}>
              <IconBan size={14} aria-hidden /> {m.directives_withdrawn()}
            </span>
          )}
          {visibility !== 'public' && (
            <span>
              <VisibilityIcon size={14} aria-hidden /> {visibilityWords[visibility]()}
            </span>
          )}
        </span>
      )}
    </>
  )
}
