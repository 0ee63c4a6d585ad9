import { paths } from '../../../lib/paths.ts'
import { m } from '../../../paraglide/messages.js'
import type { Chapter } from '../guide.ts'
import { screen } from './screen-words.ts'
import { toldOffice } from './shared.ts'

export const reviewerChapters: readonly Chapter[] = [
  {
    id: 'xac-nhan',
    title: m.guides_review,
    steps: [
      () => m.guides_review_1({ queue: screen(m.shell_nav_reviews) }),
      () =>
        m.guides_review_2({ accept: screen(m.reviews_accept), refuse: screen(m.reviews_refuse) }),
      m.guides_review_3,
      m.guides_review_4,
    ],
    href: paths.reviews(),
    picture: 'review',
  },
  {
    id: 'gia-han',
    title: m.guides_decide,
    steps: [
      () => m.guides_decide_1({ tab: screen(m.extensions_tab) }),
      () => m.guides_decide_2({ move: screen(m.extensions_move) }),
      () => m.guides_decide_3({ reopen: screen(m.assignments_reopen) }),
    ],
    href: paths.assignments({ extensionPending: 'true' }),
    picture: 'decide',
  },
  toldOffice,
]
