import { Modal } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import type { Schema } from '../../../api/types.ts'
import { useAccount } from '../../../api/use-session.ts'
import { formatNumber } from '../../../lib/format.ts'
import { m } from '../../../paraglide/messages.js'
import { Button } from '../../../ui/button.tsx'
import { DueDate } from '../../../ui/due-date.tsx'
import { DetailSkeleton } from '../../../ui/skeletons.tsx'
import { StatusBar } from '../status-bar.tsx'
import { AssignmentList } from './assignment-list.tsx'
import classes from './detail.module.css'
import { countsOf } from './status-counts.ts'
import { whyNot } from './why-not.ts'

const AddUnitsForm = lazy(() =>
  import('./add-units-form.tsx').then((module) => ({ default: module.AddUnitsForm })),
)

interface Props {
  directive: Schema<'Directive'>
  task: Schema<'Task'>
  n: number
}

/** One task of a directive: what is ordered, by when, and how each unit stands with it. */
export function TaskPanel({ directive, task, n }: Props) {
  const account = useAccount()
  const [adding, setAdding] = useState(false)
  const close = () => setAdding(false)
  const { content, dueOn, effectiveDueOn, assignments, supportUnits } = task
  const moved = assignments.filter((given) => given.dueOn !== given.originalDueOn).length
  return (
    <li className={classes.task}>
      <div className={classes.taskHead}>
        <h3>{m.directives_task_n({ n })}</h3>
        <div className={classes.taskDue}>
          {moved > 0 && <span className={classes.support}>{m.extensions_of_order()}</span>}
          <DueDate dueOn={dueOn} effectiveDueOn={effectiveDueOn} />
        </div>
      </div>
      <p className={classes.content}>{content}</p>
      {moved > 0 && (
        <p className={classes.support}>
          {m.extensions_other_dates({ count: formatNumber(moved) })}
        </p>
      )}
      {assignments.length > 3 && <StatusBar counts={countsOf(assignments)} />}
      <AssignmentList assignments={assignments} n={n} />
      {supportUnits.length > 0 && (
        <p className={classes.support}>
          {m.directives_support_units({ names: supportUnits.map(({ name }) => name).join(', ') })}
        </p>
      )}
      <div>
        <Button
          variant="subtle"
          small
          disabledReason={whyNot('directive.enter', directive, account)}
          onClick={() => setAdding(true)}
        >
          {m.directives_add_units()}
          <span className="visually-hidden">: {m.directives_task_n({ n })}</span>
        </Button>
      </div>
      <Modal opened={adding} onClose={close} size="lg" title={m.directives_add_units_title()}>
        <Suspense fallback={<DetailSkeleton />}>
          <AddUnitsForm directiveId={directive.id} task={task} onDone={close} />
        </Suspense>
      </Modal>
    </li>
  )
}
