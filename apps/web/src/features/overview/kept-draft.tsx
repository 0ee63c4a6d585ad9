import { useAccount, useMay } from '../../api/use-session.ts'
import { directiveDraftKey } from '../../lib/draft-keys.ts'
import { formatInstant } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './overview.module.css'

/** For a specialist: the directive begun in this browser and not entered yet. */
export function KeptDraft() {
  const may = useMay()
  const kept = draftOf(useAccount().id)
  if (!kept || !may('directive.enter')) return null
  return (
    <Panel
      title={m.overview_draft()}
      aside={
        <ButtonLink small href={paths.newDirective()}>
          {m.overview_draft_go_on()}
        </ButtonLink>
      }
    >
      <p className={classes.draft}>
        {kept.title || m.overview_draft_untitled()}
        <span className={classes.note}>
          {m.overview_draft_kept({ at: formatInstant(kept.savedAt) })}
        </span>
      </p>
    </Panel>
  )
}

/** Of a draft only what names it; null where there is none, or none that can be read. */
function draftOf(accountId: string): { title: string; savedAt: string } | null {
  try {
    const kept = JSON.parse(localStorage.getItem(directiveDraftKey(accountId)) ?? 'null')
    if (typeof kept?.savedAt !== 'string') return null
    const title: unknown = kept.draft?.title
    return { title: typeof title === 'string' ? title : '', savedAt: kept.savedAt }
  } catch {
    return null
  }
}
