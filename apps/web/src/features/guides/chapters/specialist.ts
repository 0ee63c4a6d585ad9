import { paths } from '../../../lib/paths.ts'
import { m } from '../../../paraglide/messages.js'
import type { Chapter } from '../guide.ts'
import { screen } from './screen-words.ts'
import { toldOffice } from './shared.ts'

export const specialistChapters: readonly Chapter[] = [
  {
    id: 'cap-nhat',
    title: m.guides_enter,
    steps: [
      () => m.guides_enter_1({ button: screen(m.directives_enter) }),
      m.guides_enter_2,
      () => m.guides_enter_3({ same: screen(m.directives_task_same_units) }),
      m.guides_enter_4,
      () => m.guides_enter_5({ submit: screen(m.directives_submit) }),
    ],
    href: paths.newDirective(),
    picture: 'enter',
  },
  {
    id: 'van-ban',
    title: m.guides_order,
    steps: [
      m.guides_order_1,
      () =>
        m.guides_order_2({
          edit: screen(m.directives_edit),
          task: screen(m.directives_add_task),
        }),
      m.guides_order_3,
      () => m.guides_order_4({ overview: screen(m.shell_nav_overview) }),
    ],
    href: paths.directives(),
    picture: 'order',
  },
  toldOffice,
]
