import type { RouteObject } from 'react-router-dom'
import { patterns } from '../lib/paths.ts'
import { DetailSkeleton, FiguresSkeleton, ListSkeleton } from '../ui/skeletons.tsx'
import { page } from './page.tsx'
import { PageError } from './page-error.tsx'
import { permittedOnly } from './session-guard.ts'

const detail = <DetailSkeleton />
const list = <ListSkeleton />

const only = (
  permission: Parameters<typeof permittedOnly>[0],
  ...children: RouteObject[]
): RouteObject => ({
  middleware: [permittedOnly(permission)],
  errorElement: <PageError />,
  children,
})

/** The office's own pages: the directives, and what the admin keeps. */
export const officeRoutes: RouteObject[] = [
  only(
    'directive.read',
    page(patterns.directives, () => import('../features/directives/directives.page.tsx'), list),
    page(patterns.directive, () => import('../features/directives/directive.page.tsx'), detail),
  ),
  only(
    'directive.edit',
    page(
      patterns.editDirective,
      () => import('../features/directives/edit-directive.page.tsx'),
      detail,
    ),
  ),
  only(
    'directive.enter',
    page(
      patterns.newDirective,
      () => import('../features/directives/new-directive.page.tsx'),
      detail,
    ),
  ),
  only(
    'statistics.readAll',
    page(
      patterns.monthlyReports,
      () => import('../features/monthly-reports/reports.page.tsx'),
      list,
    ),
    page(
      patterns.monthlyReport,
      () => import('../features/monthly-reports/report.page.tsx'),
      <FiguresSkeleton />,
    ),
  ),
  only(
    'statistics.monthlyReport',
    page(
      patterns.newMonthlyReport,
      () => import('../features/monthly-reports/new-report.page.tsx'),
      detail,
    ),
  ),
  only(
    'unit.manage',
    page(patterns.units, () => import('../features/admin/units.page.tsx'), list),
  ),
  only(
    'leader.manage',
    page(patterns.leaders, () => import('../features/admin/leaders.page.tsx'), list),
  ),
  only(
    'account.manage',
    page(patterns.accounts, () => import('../features/admin/accounts.page.tsx'), list),
  ),
  only(
    'calendar.manage',
    page(patterns.calendar, () => import('../features/admin/calendar.page.tsx'), detail),
  ),
  only(
    'settings.manage',
    page(patterns.settings, () => import('../features/admin/settings.page.tsx'), detail),
  ),
  only(
    'job.read',
    page(patterns.jobs, () => import('../features/admin/jobs.page.tsx'), list),
  ),
  only(
    'audit.read',
    page(patterns.audit, () => import('../features/admin/audit.page.tsx'), list),
  ),
]
