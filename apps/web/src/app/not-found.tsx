import { paths } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHeader } from '../ui/page-header.tsx'

/** An address with nothing behind it, or nothing this reader may see. */
export function NotFound() {
  return (
    <>
      <PageHeader title={m.shell_not_found_title()} />
      <EmptyState
        title={m.shell_not_found_title()}
        actions={
          <>
            <a href={paths.home()}>{m.shell_not_found_home()}</a>
            <a href={paths.publicAssignments()}>{m.shell_not_found_tasks()}</a>
          </>
        }
      >
        {m.shell_not_found_text()}
      </EmptyState>
    </>
  )
}
