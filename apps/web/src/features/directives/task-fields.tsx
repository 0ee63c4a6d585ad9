import type { CivilDate } from '@dunghan/domain'
import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Schema } from '../../api/types.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { CivilDateInput } from '../../ui/civil-date-input.tsx'
import { UnitPicker } from '../../ui/unit-picker.tsx'
import type { Errors } from './document-draft.ts'
import { DueDateHint } from './due-date-hint.tsx'
import type { TaskDraft } from './entry/entry-draft.ts'
import classes from './task-fields.module.css'

interface Props {
  value: TaskDraft
  change: (patch: Partial<TaskDraft>) => void
  errors: Errors
  /** Where the task stands in the form: `tasks.0.`, or nothing. */
  path: string
  units: readonly Schema<'Unit'>[]
  issuedOn: CivilDate | null
  autoFocus?: boolean
}

/** One task: what is to be done, by when, by whom. */
export function TaskFields({ value, change, errors, path, units, issuedOn, autoFocus }: Props) {
  const free = units.filter(
    ({ id }) => !value.unitIds.includes(id) || value.supportUnitIds.includes(id),
  )
  const at = (field: string) => ({ error: errors[path + field], 'data-path': path + field })
  return (
    <div className={classes.fields}>
      <Textarea
        {...at('content')}
        className={classes.content}
        label={m.directives_task_content()}
        withAsterisk
        autosize
        minRows={2}
        maxRows={12}
        maxLength={5000}
        value={value.content}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        onChange={(event) => change({ content: event.target.value })}
      />
      <CivilDateInput
        {...at('dueOn')}
        label={m.directives_task_due()}
        required
        min={issuedOn ?? undefined}
        value={value.dueOn}
        onChange={(dueOn) => change({ dueOn })}
      />
      <div className={classes.hint}>
        <DueDateHint dueOn={value.dueOn} issuedOn={issuedOn} />
      </div>
      <div className={classes.units}>
        <UnitPicker
          {...at('unitIds')}
          label={m.directives_task_units()}
          required
          units={units}
          value={value.unitIds}
          onChange={(unitIds) => change({ unitIds })}
        />
        <Support
          {...at('supportUnitIds')}
          units={free}
          value={value.supportUnitIds}
          onChange={(supportUnitIds) => change({ supportUnitIds })}
        />
      </div>
    </div>
  )
}

interface SupportProps {
  error?: string
  'data-path': string
  units: readonly Schema<'Unit'>[]
  value: string[]
  onChange: (ids: string[]) => void
}

/** Most tasks have no supporting units: the field comes when it is asked for. */
function Support(props: SupportProps) {
  const [asked, setAsked] = useState(false)
  if (!asked && props.value.length === 0) {
    return (
      <div>
        <Button variant="subtle" small onClick={() => setAsked(true)}>
          {m.directives_task_support_add()}
        </Button>
      </div>
    )
  }
  return (
    <UnitPicker
      {...props}
      label={m.directives_task_support()}
      description={m.directives_task_support_hint()}
      ref={(node) => {
        if (asked && props.value.length === 0) node?.focus()
      }}
    />
  )
}
