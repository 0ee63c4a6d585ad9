import { formatDocumentNumber } from '@dunghan/domain'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { LoaderFunctionArgs } from 'react-router-dom'
import { useParams } from 'react-router-dom'
import { queryClient } from '../../api/query-client.ts'
import { directiveName } from '../../lib/directive-name.ts'
import { formatNumber } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { AttachedFiles } from '../../ui/attached-files.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './detail/detail.module.css'
import { DirectiveActs } from './detail/directive-acts.tsx'
import { DirectiveFacts } from './detail/directive-facts.tsx'
import { DirectiveNotices } from './detail/directive-notices.tsx'
import { TaskPanel } from './detail/task-panel.tsx'
import { directive as directiveQuery } from './queries.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  await queryClient.ensureQueryData(directiveQuery(params.id ?? ''))
  return null
}

export function Component() {
  const { id = '' } = useParams()
  const { data: directive } = useQuery(directiveQuery(id))
  // Where there is no room beside the tasks, the file is opened by a press.
  const roomBeside = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false })
  if (!directive) return null
  const { tasks, files } = directive
  return (
    <>
      <PageHeader
        title={directiveName(directive)}
        lead={directive.title}
        crumbs={[{ title: m.directives_list_title(), href: paths.directives() }]}
        actions={<DirectiveActs directive={directive} />}
      />
      <DirectiveNotices directive={directive} />
      <div className={classes.page}>
        <DirectiveFacts directive={directive} />
        <div className={classes.beside}>
          <Panel title={m.directives_document_file()}>
            <AttachedFiles
              key={`${directive.id} ${roomBeside}`}
              files={files}
              of={formatDocumentNumber(directive.number, directive.symbol)}
              opened={roomBeside}
            />
          </Panel>
        </div>
        <section aria-labelledby="tasks">
          <h2 id="tasks" className={classes.sectionTitle}>
            {m.directives_task_count({ count: formatNumber(tasks.length) })}
          </h2>
          <ol className={classes.tasks}>
            {tasks.map((task, i) => (
              <TaskPanel key={task.id} directive={directive} task={task} n={i + 1} />
            ))}
          </ol>
        </section>
      </div>
    </>
  )
}
