import type { RouteObject } from 'react-router-dom'
import { DetailSkeleton } from '../ui/skeletons.tsx'
import { NotFound } from './not-found.tsx'
import { PageError } from './page-error.tsx'
import { PublicLayout } from './public-layout.tsx'
import { publicDoor } from './public-routes.tsx'
import { RootLayout } from './root-layout.tsx'
import { ROOT } from './route-ids.ts'

/** What is there from the start. The desk joins it on the first way there: see `router.tsx`. */
export const routes: RouteObject[] = [
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
    ],
  },
]
