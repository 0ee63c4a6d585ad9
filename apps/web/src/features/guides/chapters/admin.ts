import { paths } from '../../../lib/paths.ts'
import { m } from '../../../paraglide/messages.js'
import type { Chapter } from '../guide.ts'
import { screen } from './screen-words.ts'
import { toldOffice } from './shared.ts'

export const adminChapters: readonly Chapter[] = [
  {
    id: 'don-vi',
    title: m.guides_units,
    steps: [
      () => m.guides_units_1({ units: screen(m.shell_nav_units) }),
      () => m.guides_units_2({ succession: screen(m.units_succession) }),
    ],
    href: paths.units(),
    picture: 'units',
  },
  {
    id: 'tai-khoan',
    title: m.guides_accounts,
    steps: [
      () => m.guides_accounts_1({ create: screen(m.accounts_create) }),
      () =>
        m.guides_accounts_2({
          reset: screen(m.accounts_reset),
          disable: screen(m.accounts_disable),
        }),
    ],
    href: paths.accounts(),
    picture: 'accounts',
  },
  {
    id: 'lich-lam-viec',
    title: m.guides_calendar,
    steps: [m.guides_calendar_1, m.guides_calendar_2],
    href: paths.calendar(),
    picture: 'calendar',
  },
  {
    id: 'he-thong',
    title: m.guides_system,
    steps: [
      () => m.guides_system_1({ settings: screen(m.shell_nav_settings) }),
      m.guides_system_2,
      () => m.guides_system_3({ audit: screen(m.audit_title), verify: screen(m.audit_verify) }),
    ],
    href: paths.settings(),
    picture: 'settings',
  },
  toldOffice,
]
