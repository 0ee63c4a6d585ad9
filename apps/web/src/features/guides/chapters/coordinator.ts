import { paths } from '../../../lib/paths.ts'
import { unfinished } from '../../../lib/unfinished.ts'
import { m } from '../../../paraglide/messages.js'
import type { Chapter } from '../guide.ts'
import { screen } from './screen-words.ts'
import { figures, toldOffice } from './shared.ts'

export const coordinatorChapters: readonly Chapter[] = [
  {
    id: 'nhac-viec',
    title: m.guides_follow,
    steps: [
      () => m.guides_follow_1({ list: screen(m.shell_nav_assignments) }),
      m.guides_follow_2,
      m.guides_follow_3,
    ],
    href: paths.assignments({ status: unfinished }),
    picture: 'follow',
  },
  figures,
  {
    id: 'bao-cao',
    title: m.guides_monthly,
    steps: [
      m.guides_monthly_1,
      () => m.guides_monthly_2({ adhoc: screen(m.monthly_reports_new_ad_hoc) }),
      m.guides_monthly_3,
    ],
    href: paths.monthlyReports(),
    picture: 'monthly',
  },
  toldOffice,
]
