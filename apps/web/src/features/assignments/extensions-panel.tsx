import { lazy, Suspense } from 'react'
import type { AssignmentDetail, Extension } from '../../api/assignments.ts'
import { formatCivilDate, formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { DetailSkeleton } from '../../ui/skeletons.tsx'
import { ExtensionBadge } from './extension-badge.tsx'
import classes from './extensions.module.css'

const ExtensionDecisionForm = lazy(() => import('./extension-decision.tsx'))

/** What was asked for and what came of it, the latest on top; the one that waits, to be decided. */
export function ExtensionsPanel({ assignment }: { assignment: AssignmentDetail }) {
  const extensions = assignment.extensions.toReversed()
  if (extensions.length === 0) return null
  const decides = assignment.can.includes('decideExtension')
  return (
    <Panel title={m.extensions_title()}>
      {extensions.map((extension) => (
        <article key={extension.id} className={classes.extension}>
          <div>
            <ExtensionBadge decision={extension.decision} />
          </div>
          <Told extension={extension} />
          {decides && extension.decision === null && (
            <Suspense fallback={<DetailSkeleton />}>
              <ExtensionDecisionForm assignment={assignment} extension={extension} />
            </Suspense>
          )}
        </article>
      ))}
    </Panel>
  )
}

function Told({ extension }: { extension: Extension }) {
  const { dueOn, reason, requestedAt, requestedBy, decision } = extension
  const { decidedDueOn, comment, decidedAt, decidedBy } = extension
  const said = (at: string, by: Extension['requestedBy']) =>
    m.extensions_by({ at: formatInstant(at), by: by.displayName })
  return (
    <>
      <Facts
        entries={[
          [m.extensions_fact_asked(), formatCivilDate(dueOn)],
          [
            m.extensions_fact_reason(),
            <span key="reason" className={classes.words}>
              {reason}
            </span>,
          ],
          [m.extensions_fact_requested(), said(requestedAt, requestedBy)],
          [m.extensions_fact_granted(), decidedDueOn && formatCivilDate(decidedDueOn)],
          [
            m.extensions_comment(),
            comment && (
              <span key="comment" className={classes.words}>
                {comment}
              </span>
            ),
          ],
          [m.extensions_fact_decided(), decidedAt && decidedBy && said(decidedAt, decidedBy)],
        ]}
      />
      {decision === 'lapsed' && decidedAt && (
        <p>{m.extensions_lapsed_why({ at: formatInstant(decidedAt) })}</p>
      )}
    </>
  )
}
