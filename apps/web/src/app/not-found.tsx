import { useLanguage } from '../lib/language.ts'
import { paths, patterns } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'
import { ButtonLink } from '../ui/button.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SearchForm } from '../ui/search-form.tsx'
import classes from './layout.module.css'

/** An address with nothing behind it, or nothing this reader may see. */
export function NotFound() {
  useLanguage()
  return (
    <div className={classes.lost}>
      <PageHeader title={m.shell_not_found_title()} lead={m.shell_not_found_text()} />
      <SearchForm
        large
        action={patterns.publicAssignments}
        placeholder={m.shell_search_public_placeholder()}
      />
      <div className={classes.ways}>
        <ButtonLink href={paths.home()}>{m.shell_not_found_home()}</ButtonLink>
        <ButtonLink href={paths.publicAssignments()}>{m.shell_not_found_tasks()}</ButtonLink>
      </div>
    </div>
  )
}
