import type { Permission } from '@dunghan/domain'
import {
  IconBook2,
  IconBuildingCommunity,
  IconCalendarCog,
  IconChartBar,
  IconChecklist,
  IconClockPlay,
  IconFileText,
  IconHistory,
  IconInbox,
  IconReportAnalytics,
  IconSettings,
  IconSmartHome,
  IconUserShield,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import { paths, patterns } from '../lib/paths.ts'
import { unfinished } from '../lib/unfinished.ts'
import { m } from '../paraglide/messages.js'

export interface NavigationItem {
  path: string
  href: string
  label: () => string
  icon: TablerIcon
  /** Any of these opens it; areas of other roles are not shown at all. */
  needs: readonly Permission[]
}

export interface NavigationGroup {
  label: () => string
  items: readonly NavigationItem[]
}

/** The desk's areas. A page appears here once its route exists. */
export const navigation: readonly NavigationGroup[] = [
  {
    label: m.shell_nav_group_work,
    items: [
      {
        path: patterns.overview,
        href: paths.overview(),
        label: m.shell_nav_overview,
        icon: IconSmartHome,
        needs: ['assignment.readAll', 'assignment.readOwn'],
      },
      {
        path: patterns.directives,
        href: paths.directives(),
        label: m.shell_nav_directives,
        icon: IconFileText,
        needs: ['directive.read'],
      },
      {
        path: patterns.assignments,
        href: paths.assignments({ status: unfinished }),
        label: m.shell_nav_assignments,
        icon: IconChecklist,
        needs: ['assignment.readAll'],
      },
      {
        path: patterns.assignments,
        href: paths.assignments({ status: unfinished }),
        label: m.shell_nav_own_assignments,
        icon: IconChecklist,
        needs: ['assignment.readOwn'],
      },
      {
        path: patterns.reviews,
        href: paths.reviews(),
        label: m.shell_nav_reviews,
        icon: IconInbox,
        needs: ['report.review'],
      },
    ],
  },
  {
    label: m.shell_nav_group_figures,
    items: [
      {
        path: patterns.statistics,
        href: paths.statistics(),
        label: m.shell_nav_statistics,
        icon: IconChartBar,
        needs: ['statistics.readAll', 'statistics.readOwn'],
      },
      {
        path: patterns.monthlyReports,
        href: paths.monthlyReports(),
        label: m.shell_nav_monthly_reports,
        icon: IconReportAnalytics,
        needs: ['statistics.readAll'],
      },
    ],
  },
  {
    label: m.shell_nav_group_admin,
    items: [
      {
        path: patterns.units,
        href: paths.units(),
        label: m.shell_nav_units,
        icon: IconBuildingCommunity,
        needs: ['unit.manage'],
      },
      {
        path: patterns.leaders,
        href: paths.leaders(),
        label: m.shell_nav_leaders,
        icon: IconUserShield,
        needs: ['leader.manage'],
      },
      {
        path: patterns.accounts,
        href: paths.accounts(),
        label: m.shell_nav_accounts,
        icon: IconUsers,
        needs: ['account.manage'],
      },
      {
        path: patterns.calendar,
        href: paths.calendar(),
        label: m.shell_nav_calendar,
        icon: IconCalendarCog,
        needs: ['calendar.manage'],
      },
      {
        path: patterns.settings,
        href: paths.settings(),
        label: m.shell_nav_settings,
        icon: IconSettings,
        needs: ['settings.manage'],
      },
      {
        path: patterns.jobs,
        href: paths.jobs(),
        label: m.jobs_title,
        icon: IconClockPlay,
        needs: ['job.read'],
      },
      {
        path: patterns.audit,
        href: paths.audit(),
        label: m.audit_title,
        icon: IconHistory,
        needs: ['audit.read'],
      },
    ],
  },
  {
    label: m.shell_nav_group_help,
    items: [
      {
        path: patterns.guides,
        href: paths.guides(),
        label: m.guides_title,
        icon: IconBook2,
        needs: ['assignment.readAll', 'assignment.readOwn'],
      },
    ],
  },
]
