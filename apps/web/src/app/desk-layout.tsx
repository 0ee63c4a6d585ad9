import { lazy, Suspense, useState } from 'react'
import { Outlet, useLocation } from 'react-router-dom'
import { useSession } from '../api/use-session.ts'
import { useLanguage } from '../lib/language.ts'
import { MantineLayer } from '../ui/mantine-layer.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { DeskHeader } from './desk-header.tsx'
import classes from './desk-layout.module.css'
import { DeskNavigation } from './desk-navigation.tsx'
import { DeskOutline } from './desk-outline.tsx'

// The page comes before what is needed only once it is there.
const DeskMenu = lazy(() => import('./desk-menu.tsx'))
const LeaveGuard = lazy(() => import('./leave-guard.tsx'))
const Live = lazy(() => import('../features/notifications/live.tsx'))
const Notices = lazy(() => import('../ui/notices.tsx'))

/** Around the pages the office and the units work on. */
export function DeskLayout() {
  useLanguage()
  const { account } = useSession()
  const { pathname } = useLocation()
  // Not yet known who it is, or just signed out and on the way to the door.
  if (!account) return <DeskOutline />
  return (
    <MantineLayer>
      {/* The key: nothing typed or opened by one account stays on the desk of the next. */}
      <Desk key={account.id} accountId={account.id} pathname={pathname} />
    </MantineLayer>
  )
}

function Desk({ accountId, pathname }: { accountId: string; pathname: string }) {
  // Open on one page only: going to another closes the menu.
  const [openOn, setOpenOn] = useState<string | null>(null)
  const open = openOn === pathname
  return (
    <div className={classes.desk}>
      <DeskHeader menuOpen={open} onMenu={() => setOpenOn(pathname)} />
      <div className={classes.side}>
        <DeskNavigation />
      </div>
      <main id="main" tabIndex={-1} className={classes.main}>
        <ConnectionBanner />
        <Suspense>
          <Live accountId={accountId} />
        </Suspense>
        <Outlet />
        {/* Mantine puts here what opens: within a landmark, not at the end of the document. */}
        <div data-mantine-shared-portal-node="true" />
      </main>
      <Suspense>
        <DeskMenu opened={open} onClose={() => setOpenOn(null)} />
        <LeaveGuard />
        <Notices />
      </Suspense>
    </div>
  )
}
