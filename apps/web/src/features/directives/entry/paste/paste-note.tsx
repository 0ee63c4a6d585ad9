import { formatNumber } from '../../../../lib/format.ts'
import { m } from '../../../../paraglide/messages.js'
import { Button } from '../../../../ui/button.tsx'
import classes from '../../form.module.css'
import type { TaskDraft } from '../entry-draft.ts'

interface Props {
  /** The keys of the rows that were pasted. */
  keys: readonly string[]
  tasks: readonly TaskDraft[]
  passedOver: readonly string[]
  onUndo: () => void
}

/** What the last paste brought, what of it is still to be settled, and the way back. */
export function PasteNote({ keys, tasks, passedOver, onUndo }: Props) {
  const rows = tasks.filter(({ key }) => keys.includes(key))
  if (rows.length === 0) return null
  const unread = rows.reduce((sum, task) => sum + Object.keys(task.unread ?? {}).length, 0)
  return (
    <div className={classes.note}>
      <span role="status">
        {m.directives_paste_done({ count: formatNumber(rows.length) })}{' '}
        {unread > 0 && (
          <strong className={classes.wrong}>
            {m.directives_paste_to_mend({ count: formatNumber(unread) })}
          </strong>
        )}{' '}
        {passedOver.length > 0 &&
          m.directives_paste_passed_over({ columns: passedOver.join(', ') })}
      </span>
      <Button small onClick={onUndo}>
        {m.directives_paste_undo()}
      </Button>
    </div>
  )
}

interface LinesProps {
  count: number
  onSplit: () => void
  onKeep: () => void
}

/** Several lines without columns: one task or several is for the person to say. */
export function LinesNote({ count, onSplit, onKeep }: LinesProps) {
  return (
    <div className={classes.note}>
      <span role="status">{m.directives_paste_lines({ count: formatNumber(count) })}</span>
      <span className={classes.noteActs}>
        <Button small variant="primary" onClick={onSplit}>
          {m.directives_paste_split({ count: formatNumber(count) })}
        </Button>
        <Button small onClick={onKeep}>
          {m.directives_paste_keep()}
        </Button>
      </span>
    </div>
  )
}
