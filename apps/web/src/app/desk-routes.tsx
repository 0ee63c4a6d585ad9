import type { RouteObject } from 'react-router-dom'
import { watchConnection } from '../api/connection.ts'
import { patterns } from '../lib/paths.ts'
import { DetailSkeleton } from '../ui/skeletons.tsx'
import { DeskLayout } from './desk-layout.tsx'
import { DeskOutline } from './desk-outline.tsx'
import { officeRoutes } from './office-routes.tsx'
import { page } from './page.tsx'
import { PageError } from './page-error.tsx'
import { DESK } from './route-ids.ts'
import { signedInOnly } from './session-guard.ts'
import { workRoutes } from './work-routes.tsx'

watchConnection()

const detail = <DetailSkeleton />

/** What the office and the units work on; behind the sign-in. */
export const deskRoute: RouteObject = {
  id: DESK,
  middleware: [signedInOnly],
  element: <DeskLayout />,
  hydrateFallbackElement: <DeskOutline />,
  errorElement: <PageError whole />,
  children: [
    page(
      patterns.changePassword,
      () => import('../features/session/change-password.page.tsx'),
      detail,
    ),
    ...workRoutes,
    ...officeRoutes,
  ],
}
