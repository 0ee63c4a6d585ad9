import { formatDocumentNumber } from '@dunghan/domain'
import type { AssignmentDetail } from '../../api/assignments.ts'
import { useMay } from '../../api/use-session.ts'
import { visibilityWords } from '../../lib/desk-terms.ts'
import { formatCivilDate } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { kindWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import { AttachedFiles } from '../../ui/attached-files.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './assignment.module.css'
import { anchors } from './history-changes.ts'

/** The order itself: who gave it, when, and the document to read. */
export function DirectivePanel({ directive }: Pick<AssignmentDetail, 'directive'>) {
  const may = useMay()
  const { issuedOn, issuedTime, directedBy } = directive
  const number = formatDocumentNumber(directive.number, directive.symbol)
  return (
    <Panel
      id={anchors.directive}
      title={m.assignments_directive()}
      aside={
        may('directive.read') && (
          <a href={paths.directive(directive.id)}>{m.assignments_directive_open()}</a>
        )
      }
    >
      <Facts
        entries={[
          [m.assignments_directive_title(), <strong key="title">{directive.title}</strong>],
          [m.assignments_kind(), kindWords[directive.kind]()],
          [m.assignments_document_number(), number],
          [
            m.assignments_issued(),
            [formatCivilDate(issuedOn), issuedTime].filter(Boolean).join(' '),
          ],
          [m.assignments_directed_by(), [directedBy.name, directedBy.position].join(', ')],
          [m.assignments_signed_by(), directive.signedBy],
          [m.assignments_abstract(), directive.abstract],
          [m.assignments_visibility(), visibilityWords[directive.visibility]()],
        ]}
      />
      <div className={classes.files}>
        <AttachedFiles files={directive.files} of={number} opened />
      </div>
    </Panel>
  )
}
