import {
  IconAlertTriangle,
  IconBan,
  IconCircleCheck,
  IconClockExclamation,
} from '@tabler/icons-react'
import { useLocation } from 'react-router-dom'
import type { Schema } from '../../../api/types.ts'
import { formatDeadline } from '../../../lib/deadline.ts'
import { formatInstantDate } from '../../../lib/format.ts'
import { paths } from '../../../lib/paths.ts'
import { m } from '../../../paraglide/messages.js'
import { ButtonLink } from '../../../ui/button.tsx'
import classes from './detail.module.css'

/** What is to be known before anything else: just entered, withdrawn, unusual. */
export function DirectiveNotices({ directive }: { directive: Schema<'Directive'> }) {
  const { withdrawal, warnings } = directive
  const justEntered = useLocation().state?.entered === true
  return (
    <div className={classes.notices}>
      {justEntered && !withdrawal && <JustEntered entry={directive.entry} />}
      {withdrawal && (
        <div className={`${classes.notice} ${classes.ended}`}>
          <IconBan size={20} aria-hidden />
          <div>
            <strong>
              {m.directives_withdrawn_title({ date: formatInstantDate(withdrawal.at) })}
            </strong>
            <p>{withdrawal.reason}</p>
          </div>
        </div>
      )}
      {warnings.length > 0 && (
        <div className={`${classes.notice} ${classes.warned}`}>
          <IconAlertTriangle size={20} aria-hidden />
          <div>
            <strong>{m.directives_warnings()}</strong>
            <ul>
              {warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </div>
  )
}

/** Whether the entry kept the 15:00 rule, said to whoever has just made it (Đ6.3b, Đ8.2). */
function JustEntered({ entry }: { entry: Schema<'Entry'> }) {
  const late = entry.timeliness === 'late'
  const Icon = late ? IconClockExclamation : IconCircleCheck
  const deadline = formatDeadline(entry.deadlineAt)
  return (
    <div className={`${classes.notice} ${late ? classes.warned : classes.good}`} role="status">
      <Icon size={20} aria-hidden />
      <div>
        <strong>{m.directives_entered_title()}</strong>
        <p>
          {late
            ? m.directives_entered_late({ deadline })
            : m.directives_entered_on_time({ deadline })}
        </p>
      </div>
      <ButtonLink small href={paths.newDirective()}>
        {m.directives_entered_another()}
      </ButtonLink>
    </div>
  )
}
