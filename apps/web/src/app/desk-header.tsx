import { IconMenu2 } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { paths, patterns } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'
import { IconButton } from '../ui/button.tsx'
import { SearchForm } from '../ui/search-form.tsx'
import { AccountMenu } from './account-menu.tsx'
import { Brand } from './brand.tsx'
import classes from './desk-layout.module.css'
import { DisplayTools } from './display-tools.tsx'
import shared from './layout.module.css'

const Bell = lazy(() => import('../features/notifications/bell.tsx'))

interface Props {
  menuOpen: boolean
  onMenu: () => void
}

/** The top of the desk: search, language and looks, who is signed in. */
export function DeskHeader({ menuOpen, onMenu }: Props) {
  return (
    <header className={`${shared.top} ${classes.top}`}>
      <div className={classes.bar}>
        <IconButton
          className={classes.burger}
          icon={IconMenu2}
          label={m.shell_open_menu()}
          aria-expanded={menuOpen}
          onClick={onMenu}
        />
        <Brand href={paths.overview()} />
        <div className={classes.search}>
          <DeskSearch />
        </div>
        <div className={`${shared.tools} ${classes.tools}`}>
          <Suspense fallback={<span className={classes.bell} />}>
            <Bell />
          </Suspense>
          <DisplayTools />
          <AccountMenu />
        </div>
      </div>
    </header>
  )
}

export function DeskSearch() {
  return (
    <SearchForm action={patterns.assignments} placeholder={m.shell_search_desk_placeholder()} />
  )
}
