import type { RouteObject } from 'react-router-dom'
import { patterns } from '../lib/paths.ts'
import { DetailSkeleton, FiguresSkeleton, ListSkeleton } from '../ui/skeletons.tsx'
import { page } from './page.tsx'
import { PageError } from './page-error.tsx'
import { permittedOnly } from './session-guard.ts'

const detail = <DetailSkeleton />
const list = <ListSkeleton />
const figures = <FiguresSkeleton />

/** The working pages: what is to be done, by whom, and how it stands. */
export const workRoutes: RouteObject[] = [
  page(patterns.overview, () => import('../features/overview/overview.page.tsx'), figures),
  page(patterns.assignments, () => import('../features/assignments/assignments.page.tsx'), list),
  page(patterns.assignment, () => import('../features/assignments/assignment.page.tsx'), detail),
  {
    middleware: [permittedOnly('report.review')],
    errorElement: <PageError />,
    children: [
      page(patterns.reviews, () => import('../features/review/reviews.page.tsx'), detail),
      page(patterns.review, () => import('../features/review/review.page.tsx'), detail),
    ],
  },
  page(patterns.statistics, () => import('../features/statistics/statistics.page.tsx'), figures),
  page(
    patterns.notifications,
    () => import('../features/notifications/notifications.page.tsx'),
    list,
  ),
  page(
    patterns.notificationSettings,
    () => import('../features/notifications/settings.page.tsx'),
    detail,
  ),
  page(patterns.guides, () => import('../features/guides/guides.page.tsx'), detail),
  page(patterns.guide, () => import('../features/guides/guide.page.tsx'), detail),
  page(patterns.compliance, () => import('../features/statistics/compliance.page.tsx'), figures),
]
