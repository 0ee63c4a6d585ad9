import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { allUnits } from '../../api/reference-data.ts'
import type { Schema } from '../../api/types.ts'
import { useToday } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import classes from './admin.module.css'
import { RecordForm } from './record-form.tsx'
import { firstDraft } from './succession-draft.ts'
import { SuccessionFields } from './succession-form.tsx'
import { movedIn, SuccessionOutlook } from './succession-outlook.tsx'
import { useSuccession } from './use-succession.ts'

interface Props {
  /** The units to begin with. */
  unitIds: readonly string[]
  onDone: () => void
}

/** Units are merged, renamed or end: filled in, looked at before it is done, and told after. */
export function SuccessionDesk({ unitIds, onDone }: Props) {
  const units = useSuspenseQuery(allUnits).data
  const today = useToday()
  const ending = units.filter(({ id }) => unitIds.includes(id))
  const { form, problem, outlook, result, underWay, ...go } = useSuccession(
    firstDraft(ending, today),
  )
  if (result) {
    return (
      <Sheet title={m.units_done_title()}>
        <SuccessionOutlook succession={result} />
        <div className={classes.actions}>
          <Button variant="primary" onClick={onDone}>
            {m.ui_close()}
          </Button>
        </div>
      </Sheet>
    )
  }
  if (outlook) {
    return (
      <Sheet title={m.units_outlook_title()}>
        <SuccessionOutlook succession={outlook} />
        {problem && <ErrorState problem={problem} />}
        <p>{m.units_outlook_final()}</p>
        <div className={classes.actions}>
          <Button onClick={go.change}>{m.units_change()}</Button>
          <Button variant="danger" loading={underWay} onClick={go.confirm}>
            {actOf(outlook)}
          </Button>
        </div>
      </Sheet>
    )
  }
  return (
    <RecordForm
      problem={problem}
      underWay={underWay}
      onSubmit={go.look}
      onCancel={onDone}
      act={m.units_look()}
    >
      <SuccessionFields form={form} units={units} />
    </RecordForm>
  )
}

/** The act itself as the word on the button, with what it does. */
function actOf(outlook: Schema<'UnitSuccession'>): string {
  const count = movedIn(outlook)
  return count > 0 ? m.units_act_move({ count }) : m.units_act_end({ count: outlook.units.length })
}

/** One step; its title is read out as it comes. */
function Sheet({ title, children }: { title: string; children: React.ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={classes.form}>
      <h2 ref={heading} tabIndex={-1} className={classes.step}>
        {title}
      </h2>
      {children}
    </div>
  )
}
