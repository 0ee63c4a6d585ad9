import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useActOnce } from '../../../api/act-once.ts'
import { allUnits, givenWorkOn } from '../../../api/reference-data.ts'
import type { Schema } from '../../../api/types.ts'
import { useToday } from '../../../lib/use-now.ts'
import { m } from '../../../paraglide/messages.js'
import { Button } from '../../../ui/button.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { notifyDone } from '../../../ui/notify.ts'
import { UnitPicker } from '../../../ui/unit-picker.tsx'
import { addUnits } from '../acts.ts'
import classes from '../form.module.css'
import { useActForm } from '../use-act-form.ts'

interface Props {
  directiveId: string
  task: Schema<'Task'>
  onDone: () => void
}

/** More units for a task: those that have it already are not offered. */
export function AddUnitsForm({ directiveId, task, onDone }: Props) {
  const once = useActOnce()
  const [unitIds, setUnitIds] = useState<string[]>([])
  const [supportUnitIds, setSupportUnitIds] = useState<string[]>([])
  const given = new Set([
    ...task.assignments.map(({ unit }) => unit.id),
    ...task.supportUnits.map(({ id }) => id),
  ])
  const units = givenWorkOn(useSuspenseQuery(allUnits).data, useToday()).filter(
    ({ id }) => !given.has(id),
  )
  const body = { unitIds, supportUnitIds }
  const { form, errors, problem, underWay, submit } = useActForm(
    () => addUnits(directiveId, task.id, body, once(body)),
    () => {
      notifyDone(m.directives_add_units_done())
      onDone()
    },
  )
  const nobody = unitIds.length + supportUnitIds.length === 0
  return (
    <form
      ref={form}
      className={classes.form}
      noValidate
      onSubmit={(event) => event.preventDefault()}
    >
      <p>{task.content}</p>
      {problem && <ErrorState problem={problem} />}
      <UnitPicker
        label={m.directives_task_units()}
        units={units.filter(({ id }) => !supportUnitIds.includes(id))}
        value={unitIds}
        error={errors.unitIds}
        data-path="unitIds"
        onChange={setUnitIds}
      />
      <UnitPicker
        label={m.directives_task_support()}
        description={m.directives_task_support_hint()}
        units={units.filter(({ id }) => !unitIds.includes(id))}
        value={supportUnitIds}
        error={errors.supportUnitIds}
        data-path="supportUnitIds"
        onChange={setSupportUnitIds}
      />
      <div className={classes.dialogActions}>
        <Button onClick={onDone}>{m.ui_cancel()}</Button>
        <Button
          variant="primary"
          loading={underWay}
          onClick={() => submit(undefined, nobody ? { unitIds: m.directives_check_units() } : {})}
        >
          {m.directives_add_units_save()}
        </Button>
      </div>
    </form>
  )
}
