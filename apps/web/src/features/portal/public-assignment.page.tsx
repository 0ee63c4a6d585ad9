import { formatCivilDate, shortText } from '@dunghan/domain'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type LoaderFunctionArgs, useParams } from 'react-router-dom'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'
import { directiveName } from '../../lib/directive-name.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { DueDate } from '../../ui/due-date.tsx'
import { Facts } from '../../ui/facts.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { TimelinessBadge } from '../../ui/timeliness-badge.tsx'
import { AssignmentLife } from './assignment-life.tsx'
import classes from './assignments.module.css'
import { PublicFiles } from './public-files.tsx'
import { PublicReports } from './public-reports.tsx'
import { publicAssignment } from './queries.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  await queryClient.ensureQueryData(publicAssignment(params.id ?? ''))
  return null
}

/** One task as anyone may read it: the order, what the unit answered, and its life. */
export function Component() {
  const { id = '' } = useParams()
  const { data: assignment } = useSuspenseQuery(publicAssignment(id))
  const { task, unit, status, state, timeliness, daysLate, withdrawal } = assignment
  return (
    <>
      <PageHeader
        title={shortText(task.content, 80)}
        heading={m.portal_assignment_heading({ unit: unit.name })}
        crumbs={[
          { title: m.shell_nav_public_assignments(), href: paths.publicAssignments() },
          { title: unit.name, href: paths.publicUnit(unit.code) },
        ]}
        lead={
          <div className={classes.badges}>
            <StatusBadge status={status} state={state} />
            {timeliness === 'late' && (
              <TimelinessBadge timeliness={timeliness} daysLate={daysLate} />
            )}
          </div>
        }
      />
      <div className={classes.two}>
        <div className={classes.stack}>
          <Panel title={m.portal_task()}>
            <p className={classes.content}>{task.content}</p>
            {withdrawal && <p>{m.portal_withdrawn_because({ reason: withdrawal.reason })}</p>}
          </Panel>
          <Order assignment={assignment} />
          <Panel title={m.portal_reports()}>
            <PublicReports reports={assignment.reports} of={unit} />
          </Panel>
        </div>
        <div className={classes.stack}>
          <Panel title={m.portal_due()}>
            <Deadline assignment={assignment} />
          </Panel>
          <Panel title={m.portal_life()}>
            <AssignmentLife history={assignment.history} reports={assignment.reports} />
          </Panel>
        </div>
      </div>
    </>
  )
}

type Assignment = Schema<'PublicAssignmentDetail'>

function Order({ assignment: { directive } }: { assignment: Assignment }) {
  return (
    <Panel title={m.portal_order()}>
      <Facts
        entries={[
          [
            m.portal_document(),
            <a key="document" href={paths.publicDirective(directive.id)}>
              {directiveName(directive)}
            </a>,
          ],
          [m.portal_document_title(), directive.title],
          [m.portal_abstract(), directive.abstract],
          [m.portal_issued(), formatCivilDate(directive.issuedOn)],
          [
            m.portal_directed_by(),
            `${directive.directedBy.name}, ${directive.directedBy.position}`,
          ],
          [m.portal_signed_by(), directive.signedBy],
        ]}
      />
      <PublicFiles files={directive.files} />
    </Panel>
  )
}

function Deadline({ assignment }: { assignment: Assignment }) {
  const { directive, dueOn, effectiveDueOn, originalDueOn, unit, supportUnits, formerUnits } =
    assignment
  return (
    <Facts
      stacked
      entries={[
        [
          m.portal_due_date(),
          <div key="due">
            <DueDate dueOn={dueOn} effectiveDueOn={effectiveDueOn} originalDueOn={originalDueOn} />
            <div>
              <a href={paths.publicDueDate({ dueOn, issuedOn: directive.issuedOn })}>
                {m.calendar_count_this()}
              </a>
            </div>
          </div>,
        ],
        [
          m.portal_lead_unit(),
          <a key="unit" href={paths.publicUnit(unit.code)}>
            {unit.name}
          </a>,
        ],
        [m.portal_former_units(), formerUnits.map((former) => former.unit.name).join('; ')],
        [m.portal_support_units(), supportUnits.map(({ name }) => name).join('; ')],
      ]}
    />
  )
}
