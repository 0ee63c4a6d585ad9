import { IconBan } from '@tabler/icons-react'
import type { AssignmentDetail } from '../../api/assignments.ts'
import { formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import classes from './assignment.module.css'

/** Why the assignment is no longer counted. */
export function WithdrawnNotice({ withdrawal }: Pick<AssignmentDetail, 'withdrawal'>) {
  if (!withdrawal) return null
  return (
    <div className={classes.notice}>
      <IconBan size={20} aria-hidden />
      <div>
        <p>
          <strong>{m.assignments_withdrawn_at({ at: formatInstant(withdrawal.at) })}</strong>
        </p>
        <p>{m.assignments_withdrawn_reason({ reason: withdrawal.reason })}</p>
      </div>
    </div>
  )
}
