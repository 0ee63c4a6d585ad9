import type { RouteObject } from 'react-router-dom'
import { patterns } from '../lib/paths.ts'
import { DetailSkeleton } from '../ui/skeletons.tsx'
import { NotFound } from './not-found.tsx'
import { officeRoutes } from './office-routes.tsx'
import { page } from './page.tsx'
import { PageError } from './page-error.tsx'
import { PublicLayout } from './public-layout.tsx'
import { publicDoor } from './public-routes.tsx'
import { RootLayout } from './root-layout.tsx'
import { signedInOnly } from './session-guard.ts'
import { workRoutes } from './work-routes.tsx'

const detail = <DetailSkeleton />

/** What the office and the units work on; behind the sign-in. */
const desk: RouteObject[] = [
  page(
    patterns.changePassword,
    () => import('../features/session/change-password.page.tsx'),
    detail,
  ),
  ...workRoutes,
  ...officeRoutes,
]

/** The id of everything behind the sign-in. */
export const DESK = 'desk'

export const routes: RouteObject[] = [
  {
    element: <RootLayout />,
    errorElement: <PageError whole />,
    children: [
      {
        element: <PublicLayout />,
        children: [...publicDoor, { path: '*', element: <NotFound /> }],
      },
      {
        id: DESK,
        middleware: [signedInOnly],
        lazy: async () => ({ Component: (await import('./desk-layout.tsx')).DeskLayout }),
        hydrateFallbackElement: detail,
        errorElement: <PageError whole />,
        children: desk,
      },
    ],
  },
]
