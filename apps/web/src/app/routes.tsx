import type { RouteObject } from 'react-router-dom'
import { DetailSkeleton } from '../ui/skeletons.tsx'
import { NotFound } from './not-found.tsx'
import { PageError } from './page-error.tsx'
import { PublicLayout } from './public-layout.tsx'
import { publicDoor } from './public-routes.tsx'
import { RootLayout } from './root-layout.tsx'
import { ROOT } from './route-ids.ts'

/** What is there from the start; the desk with it, or joining on the first way there: see `router.tsx`. */
export const routesWith = (desk: RouteObject | null): RouteObject[] => [
  {
    id: ROOT,
    element: <RootLayout />,
    errorElement: <PageError whole />,
    hydrateFallbackElement: <DetailSkeleton />,
    children: [
      {
        element: <PublicLayout />,
        children: [...publicDoor, { path: '*', element: <NotFound /> }],
      },
      ...(desk ? [desk] : []),
    ],
  },
]
