import type { Schema } from '../../../api/types.ts'
import { formatDeadline } from '../../../lib/deadline.ts'
import { visibilityWords } from '../../../lib/desk-terms.ts'
import { formatCivilDate, formatInstant } from '../../../lib/format.ts'
import { m } from '../../../paraglide/messages.js'
import { EntryMark } from '../../../ui/entry-mark.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Panel } from '../../../ui/panel.tsx'
import classes from './detail.module.css'

/** What is known of the document. */
export function DirectiveFacts({ directive }: { directive: Schema<'Directive'> }) {
  const { issuedOn, issuedTime, directedBy, entry, recordedAt, recordedBy } = directive
  const issued = issuedTime
    ? `${formatCivilDate(issuedOn)} ${issuedTime}`
    : formatCivilDate(issuedOn)
  const recorded = (
    <span className={classes.recorded}>
      {m.directives_recorded_by({
        at: formatInstant(recordedAt),
        name: recordedBy.displayName,
      })}
      <EntryMark timeliness={entry.timeliness} />
    </span>
  )
  return (
    <Panel title={m.directives_facts()}>
      <Facts
        entries={[
          [m.directives_abstract(), directive.abstract],
          [m.directives_issued(), issued],
          [m.directives_directed_by(), `${directedBy.name}, ${directedBy.position}`],
          [m.directives_signed_by(), directive.signedBy],
          [m.directives_drafted_by(), directive.draftedBy.displayName],
          [m.directives_visibility(), visibilityWords[directive.visibility]()],
          [m.directives_recorded(), recorded],
          [m.directives_entry_deadline(), formatDeadline(entry.deadlineAt)],
        ]}
      />
    </Panel>
  )
}
