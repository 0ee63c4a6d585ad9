import type { CivilDate } from '@dunghan/domain'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useToday } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { CivilDateInput } from '../../ui/civil-date-input.tsx'
import classes from './monthly-reports.module.css'

interface Asked {
  from: CivilDate | null
  to: CivilDate | null
  asOf: CivilDate | null
  title: string
}

/** The period of an ad hoc report, as of when, and under which name. */
export function AdHocForm({ first, onAsk }: { first: Asked; onAsk: (asked: Asked) => void }) {
  const today = useToday()
  const [asked, setAsked] = useState(first)
  const [tried, setTried] = useState(false)
  const { from, to, asOf, title } = asked
  const errors = tried ? faults(asked, today) : {}
  const change = (patch: Partial<Asked>) => setAsked({ ...asked, ...patch })
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (Object.keys(faults(asked, today)).length === 0) onAsk(asked)
      }}
    >
      <CivilDateInput
        label={m.ui_date_from()}
        required
        value={from}
        max={today}
        error={errors.from}
        onChange={(date) => change({ from: date })}
      />
      <CivilDateInput
        label={m.ui_date_to()}
        required
        value={to}
        max={today}
        error={errors.to}
        onChange={(date) => change({ to: date })}
      />
      <CivilDateInput
        label={m.monthly_reports_as_of_end()}
        value={asOf}
        max={today}
        error={errors.asOf}
        onChange={(date) => change({ asOf: date })}
      />
      <TextInput
        className={classes.wide}
        label={m.monthly_reports_name()}
        description={m.monthly_reports_name_hint()}
        maxLength={300}
        value={title}
        onChange={(event) => change({ title: event.target.value })}
      />
      <div className={classes.wide}>
        <Button type="submit" variant="primary">
          {m.monthly_reports_preview()}
        </Button>
      </div>
    </form>
  )
}

/** What the server would refuse, said at its field before it is asked. */
function faults({ from, to, asOf }: Asked, today: CivilDate): Partial<Record<string, string>> {
  const found: Record<string, string> = {}
  if (!from) found.from = m.monthly_reports_day_required()
  if (!to) found.to = m.monthly_reports_day_required()
  else if (from && to < from) found.to = m.ui_date_to_before_from()
  else if (to > (asOf ?? today)) found.to = m.monthly_reports_to_after_figures()
  if (asOf && asOf >= today) found.asOf = m.ui_as_of_not_over()
  return found
}
