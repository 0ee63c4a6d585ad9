import type { AssignmentDetail } from '../../api/assignments.ts'
import { m } from '../../paraglide/messages.js'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './assignment.module.css'

/** What is to be done, and who does it. */
export function TaskPanel({ assignment }: { assignment: AssignmentDetail }) {
  const { task, unit } = assignment
  const units = (role: 'lead' | 'support') => {
    const named = task.units.filter((one) => one.role === role)
    if (named.length === 0) return null
    return (
      <ul className={classes.units}>
        {named.map(({ id, name }) => (
          <li key={id}>{id === unit.id ? <strong>{name}</strong> : name}</li>
        ))}
      </ul>
    )
  }
  return (
    <Panel title={m.assignments_task()}>
      <p className={classes.content}>{task.content}</p>
      <Facts
        entries={[
          [m.assignments_units_lead(), units('lead')],
          [m.assignments_units_support(), units('support')],
        ]}
      />
    </Panel>
  )
}
