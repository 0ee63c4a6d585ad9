import { formatCivilDate } from '@dunghan/domain'
import { useSuspenseQuery } from '@tanstack/react-query'
import { type LoaderFunctionArgs, useParams } from 'react-router-dom'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'
import { apiPaths } from '../../lib/api-paths.ts'
import { directiveName } from '../../lib/directive-name.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { DataTable } from '../../ui/data-table.tsx'
import { DueDate } from '../../ui/due-date.tsx'
import { Facts } from '../../ui/facts.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PdfFrame } from '../../ui/pdf-frame.tsx'
import { assignmentColumns } from './assignment-columns.tsx'
import classes from './assignments.module.css'
import { PublicFiles } from './public-files.tsx'
import { publicDirective } from './queries.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  await queryClient.ensureQueryData(publicDirective(params.id ?? ''))
  return null
}

/** One document by which work was ordered, with its tasks. */
export function Component() {
  const { id = '' } = useParams()
  const { data: directive } = useSuspenseQuery(publicDirective(id))
  const pdf = directive.files.find(({ mediaType }) => mediaType === 'application/pdf')
  return (
    <>
      <PageHeader
        title={directiveName(directive)}
        crumbs={[{ title: m.shell_nav_public_assignments(), href: paths.publicAssignments() }]}
        lead={directive.title}
      />
      <div className={classes.stack}>
        <Panel title={m.portal_order()}>
          <Facts
            entries={[
              [m.portal_abstract(), directive.abstract],
              [m.portal_issued(), formatCivilDate(directive.issuedOn)],
              [
                m.portal_directed_by(),
                `${directive.directedBy.name}, ${directive.directedBy.position}`,
              ],
              [m.portal_signed_by(), directive.signedBy],
              [m.portal_withdrawn(), directive.withdrawal?.reason],
            ]}
          />
          <PublicFiles files={directive.files} />
        </Panel>
        {directive.tasks.map((task, index) => (
          <Task key={task.id} task={task} number={index + 1} />
        ))}
        {pdf && (
          <Panel title={pdf.name}>
            <PdfFrame name={pdf.name} src={apiPaths.publicFile(pdf.id)} />
          </Panel>
        )}
      </div>
    </>
  )
}

interface TaskProps {
  task: Schema<'PublicDirective'>['tasks'][number]
  number: number
}

function Task({ task, number }: TaskProps) {
  const { content, dueOn, effectiveDueOn, assignments, supportUnits } = task
  const title = m.portal_task_number({ number })
  // Where units have dates of their own, whose this one is.
  const moved = assignments.some((given) => given.dueOn !== given.originalDueOn)
  return (
    <Panel
      title={title}
      aside={
        <>
          {moved && <span className={classes.source}>{m.extensions_of_order()}: </span>}
          <DueDate dueOn={dueOn} effectiveDueOn={effectiveDueOn} />
        </>
      }
    >
      <div className={classes.stack}>
        <p className={classes.content}>{content}</p>
        <DataTable
          caption={title}
          columns={assignmentColumns({ unit: true }).filter(({ key }) => key !== 'task')}
          rows={assignments}
          rowKey={({ id }) => id}
        />
        {supportUnits.length > 0 && (
          <p className={classes.source}>
            {m.portal_support_units()}: {supportUnits.map(({ name }) => name).join('; ')}
          </p>
        )}
      </div>
    </Panel>
  )
}
