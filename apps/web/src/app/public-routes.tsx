import type { RouteObject } from 'react-router-dom'
import { patterns } from '../lib/paths.ts'
import { DetailSkeleton, FiguresSkeleton, ListSkeleton } from '../ui/skeletons.tsx'
import { page } from './page.tsx'

const detail = <DetailSkeleton />
const figures = <FiguresSkeleton />
const list = <ListSkeleton />

/** What anyone may open. */
export const publicDoor: RouteObject[] = [
  page(patterns.home, () => import('../features/portal/landing.page.tsx'), figures),
  page(
    patterns.publicAssignments,
    () => import('../features/portal/public-assignments.page.tsx'),
    list,
  ),
  page(
    patterns.publicAssignment,
    () => import('../features/portal/public-assignment.page.tsx'),
    detail,
  ),
  page(patterns.publicUnit, () => import('../features/portal/public-unit.page.tsx'), figures),
  page(
    patterns.publicStatistics,
    () => import('../features/portal/public-statistics.page.tsx'),
    figures,
  ),
  page(
    patterns.publicDirective,
    () => import('../features/portal/public-directive.page.tsx'),
    detail,
  ),
  page(
    patterns.publicCalendar,
    () => import('../features/portal/public-calendar.page.tsx'),
    figures,
  ),
  page(patterns.publicDueDate, () => import('../features/portal/due-date.page.tsx'), detail),
  page(patterns.publicDevelopers, () => import('../features/portal/developers.page.tsx'), detail),
  page(patterns.signIn, () => import('../features/session/sign-in.page.tsx'), detail),
]
