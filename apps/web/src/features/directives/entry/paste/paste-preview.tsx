import { formatCivilDate, formatNumber } from '../../../../lib/format.ts'
import type { PickableUnit } from '../../../../lib/unit-search.ts'
import { m } from '../../../../paraglide/messages.js'
import { bundlesOf, condense } from '../../../../ui/unit-bundles.ts'
import classes from '../../form.module.css'
import { unreadWords } from '../check-entry.ts'
import type { TaskDraft, Unread } from '../entry-draft.ts'
import type { Pasted } from './pasted-tasks.ts'

interface Props {
  pasted: Pasted
  units: readonly PickableUnit[]
}

/** The tasks as they would be taken; what was not understood is said in its cell. */
export function PastePreview({ pasted: { tasks, passedOver }, units }: Props) {
  const bundles = bundlesOf(units)
  const names = (ids: readonly string[]) =>
    condense(units, bundles, ids)
      .map(({ label }) => label)
      .join('; ')
  return (
    <div className={classes.preview}>
      <section
        className={classes.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        tabIndex={0}
        aria-label={m.directives_paste_preview()}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{m.directives_paste_row()}</th>
              <th scope="col">{m.directives_task_content()}</th>
              <th scope="col">{m.directives_task_due()}</th>
              <th scope="col">{m.directives_task_units()}</th>
              <th scope="col">{m.directives_task_support()}</th>
            </tr>
          </thead>
          <tbody>
            {tasks.map((task, i) => (
              <tr key={task.key}>
                <td>{formatNumber(i + 1)}</td>
                <td className={classes.content}>{task.content}</td>
                <td>
                  {task.dueOn && formatCivilDate(task.dueOn)}
                  <NotRead task={task} field="dueOn" />
                </td>
                <td>
                  {names(task.unitIds)}
                  <NotRead task={task} field="unitIds" />
                </td>
                <td>
                  {names(task.supportUnitIds)}
                  <NotRead task={task} field="supportUnitIds" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {passedOver.length > 0 && (
        <p className={classes.hint}>
          {m.directives_paste_passed_over({ columns: passedOver.join(', ') })}
        </p>
      )}
    </div>
  )
}

function NotRead({ task, field }: { task: TaskDraft; field: keyof Unread }) {
  const cell = task.unread?.[field]
  return cell ? <div className={classes.wrong}>{unreadWords(field, cell)}</div> : null
}
