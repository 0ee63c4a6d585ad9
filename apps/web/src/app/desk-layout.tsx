import { Drawer } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useState } from 'react'
import { Outlet, useLocation } from 'react-router-dom'
import { useSession } from '../api/use-session.ts'
import { m } from '../paraglide/messages.js'
import { MantineLayer } from '../ui/mantine-layer.tsx'
import { DetailSkeleton } from '../ui/skeletons.tsx'
import { DeskHeader, DeskSearch } from './desk-header.tsx'
import classes from './desk-layout.module.css'
import { DeskNavigation } from './desk-navigation.tsx'

/** Around the pages the office and the units work on. */
export function DeskLayout() {
  const { account } = useSession()
  const { pathname } = useLocation()
  // Not yet known who it is, or just signed out and on the way to the door.
  if (!account) return <DetailSkeleton />
  return (
    <MantineLayer>
      {/* The key: nothing typed or opened by one account stays on the desk of the next. */}
      <Desk key={account.id} pathname={pathname} />
    </MantineLayer>
  )
}

function Desk({ pathname }: { pathname: string }) {
  // Open on one page only: going to another closes the menu.
  const [openOn, setOpenOn] = useState<string | null>(null)
  const open = openOn === pathname
  return (
    <div className={classes.desk}>
      <DeskHeader menuOpen={open} onMenu={() => setOpenOn(pathname)} />
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
        <div className={classes.drawerSearch}>
          <DeskSearch />
        </div>
        <DeskNavigation />
      </Drawer>
      <main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
        {/* Mantine puts here what opens: within a landmark, not at the end of the document. */}
        <div data-mantine-shared-portal-node="true" />
      </main>
      <Notifications position="bottom-right" />
    </div>
  )
}
