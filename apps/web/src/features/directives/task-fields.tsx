import type { CivilDate } from '@dunghan/domain'
import { Textarea } from '@mantine/core'
import { type ClipboardEvent, useState } from 'react'
import type { Schema } from '../../api/types.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { CivilDateInput } from '../../ui/civil-date-input.tsx'
import { UnitPicker } from '../../ui/unit-picker.tsx'
import type { Errors } from './document-draft.ts'
import { DueDateHint } from './due-date-hint.tsx'
import { unreadWords } from './entry/check-entry.ts'
import type { TaskDraft, Unread } from './entry/entry-draft.ts'
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
  /** Into the content. */
  onPaste?: (event: ClipboardEvent) => void
}

/** One task: what is to be done, by when, by whom. */
export function TaskFields(props: Props) {
  const { value, change, errors, path, units, issuedOn, autoFocus, onPaste } = props
  const free = units.filter(
    ({ id }) => !value.unitIds.includes(id) || value.supportUnitIds.includes(id),
  )
  const at = (field: string) => ({
    error: errors[path + field] ?? unreadAt(value, field),
    'data-path': path + field,
  })
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
        onPaste={onPaste}
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
        <Dismiss task={value} field="unitIds" change={change} />
        <Support
          {...at('supportUnitIds')}
          units={free}
          value={value.supportUnitIds}
          onChange={(supportUnitIds) => change({ supportUnitIds })}
        />
        <Dismiss task={value} field="supportUnitIds" change={change} />
      </div>
    </div>
  )
}

const isUnread = (field: string): field is keyof Unread =>
  ['dueOn', 'unitIds', 'supportUnitIds'].includes(field)

function unreadAt({ unread }: TaskDraft, field: string): string | undefined {
  const cell = isUnread(field) ? unread?.[field] : undefined
  return cell && unreadWords(field, cell)
}

interface DismissProps {
  task: TaskDraft
  field: 'unitIds' | 'supportUnitIds'
  change: Props['change']
}

/** A name in a pasted cell that is to be left out, the units beside it being right. */
function Dismiss({ task, field, change }: DismissProps) {
  const cell = task.unread?.[field]
  if (!cell) return null
  return (
    <div>
      <Button small onClick={() => change({ [field]: task[field] })}>
        {m.directives_paste_dismiss({ cell })}
      </Button>
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
  if (!asked && props.value.length === 0 && !props.error) {
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
