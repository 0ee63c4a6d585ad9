import { Drawer } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { IconMenu2 } from '@tabler/icons-react'
import { useState } from 'react'
import { Outlet, useLocation } from 'react-router-dom'
import { paths, patterns } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'
import { IconButton } from '../ui/button.tsx'
import { MantineLayer } from '../ui/mantine-layer.tsx'
import { SearchForm } from '../ui/search-form.tsx'
import { AccountMenu } from './account-menu.tsx'
import { Brand } from './brand.tsx'
import classes from './desk-layout.module.css'
import { DeskNavigation } from './desk-navigation.tsx'
import { DisplayTools } from './display-tools.tsx'
import shared from './layout.module.css'

/** Around the pages the office and the units work on. */
export function DeskLayout() {
  const { pathname } = useLocation()
  // Open on one page only: going to another closes the menu.
  const [openOn, setOpenOn] = useState<string | null>(null)
  const open = openOn === pathname
  return (
    <MantineLayer>
      <div className={classes.desk}>
        <header className={`${shared.top} ${classes.top}`}>
          <div className={classes.bar}>
            <IconButton
              className={classes.burger}
              icon={IconMenu2}
              label={m.shell_open_menu()}
              aria-expanded={open}
              onClick={() => setOpenOn(pathname)}
            />
            <Brand href={paths.overview()} />
            <div className={classes.search}>
              <SearchForm
                action={patterns.assignments}
                placeholder={m.shell_search_desk_placeholder()}
              />
            </div>
            <div className={`${shared.tools} ${classes.tools}`}>
              <DisplayTools />
              <AccountMenu />
            </div>
          </div>
        </header>
        <div className={classes.side}>
          <DeskNavigation />
        </div>
        <Drawer
          opened={open}
          onClose={() => setOpenOn(null)}
          size="17rem"
          title={m.shell_product()}
          closeButtonProps={{ 'aria-label': m.shell_close_menu() }}
        >
          <DeskNavigation />
        </Drawer>
        <main id="main" tabIndex={-1} className={classes.main}>
          <Outlet />
        </main>
        <Notifications position="bottom-right" />
      </div>
    </MantineLayer>
  )
}
