import type { RouteObject } from 'react-router-dom'
import { patterns } from '../lib/paths.ts'
import { DetailSkeleton } from '../ui/skeletons.tsx'
import { page } from './page.tsx'

const detail = <DetailSkeleton />

/** The working pages: what is to be done, by whom, and how it stands. */
export const workRoutes: RouteObject[] = [
  page(patterns.assignment, () => import('../features/assignments/assignment.page.tsx'), detail),
]
