import type { AssignmentDetail } from '../../api/assignments.ts'
import { useMay } from '../../api/use-session.ts'
import { m } from '../../paraglide/messages.js'
import { Panel } from '../../ui/panel.tsx'
import { actsOf, type OfferedAct, reasonAgainst } from './acts.ts'
import classes from './assignment.module.css'
import { ReasonedAct } from './reasoned-act.tsx'
import { ReceiveButton } from './receive-button.tsx'
import { RemindButton } from './remind-button.tsx'
import { WorkButton } from './work-button.tsx'

interface Props {
  assignment: AssignmentDetail
}

/** What this account can do here; what it cannot do now says why. */
export function ActsPanel({ assignment }: Props) {
  const may = useMay()
  const acts = actsOf(may)
  const reminds = may('reminder.send')
  return (
    <Panel title={m.assignments_acts()}>
      {acts.length === 0 && !reminds ? (
        <p className={classes.none}>{m.assignments_acts_none()}</p>
      ) : (
        <div className={classes.acts}>
          {acts.map((act) => (
            <Act key={act} act={act} assignment={assignment} />
          ))}
          {reminds && <RemindButton assignment={assignment} />}
        </div>
      )}
    </Panel>
  )
}

function Act({ act, assignment }: Props & { act: OfferedAct }) {
  const reason = reasonAgainst(act, assignment)
  switch (act) {
    case 'receive':
      return <ReceiveButton id={assignment.id} disabledReason={reason} />
    case 'report':
    case 'requestExtension':
    case 'accept':
    case 'moveDueDate':
      return <WorkButton act={act} disabledReason={reason} />
    case 'reopen':
    case 'withdraw':
      return <ReasonedAct act={act} assignment={assignment} disabledReason={reason} />
  }
}
