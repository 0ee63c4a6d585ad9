import { paths } from '../../../lib/paths.ts'
import { m } from '../../../paraglide/messages.js'
import type { Chapter } from '../guide.ts'
import { screen } from './screen-words.ts'

export const signingIn: Chapter = {
  id: 'dang-nhap',
  title: m.guides_sign_in,
  steps: [
    () => m.guides_sign_in_1({ button: screen(m.shell_sign_in) }),
    m.guides_sign_in_2,
    m.guides_sign_in_3,
  ],
}

export const timeCounted: Chapter = {
  id: 'thoi-han',
  title: m.guides_time,
  steps: [
    m.guides_time_1,
    m.guides_time_2,
    m.guides_time_3,
    () => m.guides_time_4({ page: screen(m.calendar_count_title) }),
  ],
  href: paths.publicDueDate(),
}

const told = (steps: Chapter['steps']): Chapter => ({
  id: 'thong-bao',
  title: m.guides_told,
  steps: [...steps, m.guides_told_2],
  href: paths.notificationSettings(),
})

export const toldOffice = told([m.guides_told_office_1])
export const toldUnit = told([m.guides_told_unit_1, m.guides_told_unit_2])

/** The coordinator and the leader read the same figures. */
export const figures: Chapter = {
  id: 'thong-ke',
  title: m.guides_figures,
  steps: [
    m.guides_figures_1,
    m.guides_figures_2,
    () => m.guides_figures_3({ compliance: screen(m.statistics_tab_compliance) }),
  ],
  href: paths.statistics(),
  picture: 'figures',
}
