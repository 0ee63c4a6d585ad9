import { IconLink } from '@tabler/icons-react'
import { m } from '../paraglide/messages.js'
import { Button } from './button.tsx'
import { useCopy } from './use-copy.ts'
import classes from './views-menu.module.css'

/** Copies the address of a page, to be sent to a colleague. */
export function CopyLink({ path }: { path: string }) {
  const address = new URL(path, location.href).href
  const { copy, outcome } = useCopy(address)
  return (
    <div className={classes.copy}>
      <Button small variant="subtle" icon={IconLink} onClick={copy}>
        {m.lists_view_copy()}
      </Button>
      <span role="status" className={classes.note}>
        {outcome === 'copied' && m.lists_view_copied()}
      </span>
      {outcome === 'by-hand' && (
        <input
          readOnly
          value={address}
          aria-label={m.lists_view_copy_by_hand()}
          title={m.lists_view_copy_by_hand()}
          ref={(input) => input?.select()}
        />
      )}
    </div>
  )
}
