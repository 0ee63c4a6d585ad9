import { paths } from '../../../lib/paths.ts'
import { unfinished } from '../../../lib/unfinished.ts'
import { m } from '../../../paraglide/messages.js'
import type { Chapter } from '../guide.ts'
import { screen } from './screen-words.ts'
import { toldUnit } from './shared.ts'

export const unitChapters: readonly Chapter[] = [
  {
    id: 'viec-can-xu-ly',
    title: m.guides_today,
    steps: [
      () => m.guides_today_1({ overview: screen(m.shell_nav_overview) }),
      () => m.guides_today_2({ receive: screen(m.assignments_receive) }),
    ],
    href: paths.overview(),
    picture: 'today',
  },
  {
    id: 'bao-cao',
    title: m.guides_report,
    steps: [
      () => m.guides_report_1({ report: screen(m.assignments_report) }),
      m.guides_report_2,
      () => m.guides_report_3({ send: screen(m.assignments_report_send) }),
    ],
    href: paths.assignments({ status: unfinished }),
    picture: 'report',
  },
  {
    id: 'tra-lai',
    title: m.guides_answer,
    steps: [
      () => m.guides_answer_1({ overview: screen(m.shell_nav_overview) }),
      () => m.guides_answer_2({ history: screen(m.assignments_history) }),
    ],
    href: paths.assignments({ state: 'returned' }),
    picture: 'answer',
  },
  {
    id: 'gia-han',
    title: m.guides_extend,
    steps: [() => m.guides_extend_1({ extend: screen(m.extensions_request) }), m.guides_extend_2],
    href: paths.assignments({ status: unfinished }),
    picture: 'extend',
  },
  toldUnit,
]
