import { paths } from '../../../lib/paths.ts'
import { m } from '../../../paraglide/messages.js'
import type { Chapter } from '../guide.ts'
import { screen } from './screen-words.ts'
import { figures } from './shared.ts'

export const leaderChapters: readonly Chapter[] = [
  {
    id: 'tinh-hinh',
    title: m.guides_oversee,
    steps: [
      () => m.guides_oversee_1({ overview: screen(m.shell_nav_overview) }),
      m.guides_oversee_2,
      m.guides_oversee_3,
    ],
    href: paths.overview(),
    picture: 'oversee',
  },
  figures,
]
