import { type PageName, paths } from '../../apps/web/src/lib/paths.ts'
import { apiOf } from './api.ts'
import { province } from './furnish.ts'
import { provincialUnit } from './furnish-province.ts'

/** How a page is opened: by whom (null: anyone), and under which address. */
export interface Door {
  who: string | null
  open: (found: Found) => string
}

/** One of each thing of the province that has a page of its own. */
export interface Found {
  directive: string
  /** One that `chuyenvien` has drafted. */
  ownDirective: string
  assignment: string
  review: string
  monthlyReport: string
  unit: string
}

const unit = provincialUnit

/** Every page of the product. It does not compile while one is missing. */
export const doors: Record<PageName, Door> = {
  home: { who: null, open: () => paths.home() },
  publicAssignments: { who: null, open: () => paths.publicAssignments() },
  publicAssignment: { who: null, open: (found) => paths.publicAssignment(found.assignment) },
  publicUnit: { who: null, open: (found) => paths.publicUnit(found.unit) },
  publicStatistics: { who: null, open: () => paths.publicStatistics() },
  publicDirective: { who: null, open: (found) => paths.publicDirective(found.directive) },
  publicCalendar: { who: null, open: () => paths.publicCalendar() },
  publicDueDate: {
    who: null,
    open: () => paths.publicDueDate({ issuedOn: '2026-12-29', dueOn: '2027-01-03' }),
  },
  publicDevelopers: { who: null, open: () => paths.publicDevelopers() },
  guides: { who: 'chuyenvien', open: () => paths.guides() },
  guide: { who: 'chuyenvien', open: () => paths.guide('chuyen-vien') },
  signIn: { who: null, open: () => paths.signIn() },
  changePassword: { who: 'lanhdao', open: () => paths.changePassword() },
  overview: { who: 'lanhdao', open: () => paths.overview() },
  directives: { who: 'chuyenvien', open: () => paths.directives() },
  newDirective: { who: 'chuyenvien', open: () => paths.newDirective() },
  directive: { who: 'chuyenvien', open: (found) => paths.directive(found.directive) },
  editDirective: { who: 'chuyenvien', open: (found) => paths.editDirective(found.ownDirective) },
  assignments: { who: unit, open: () => paths.assignments() },
  assignment: { who: 'chuyenvien', open: (found) => paths.assignment(found.assignment) },
  reviews: { who: 'chuyenmon', open: () => paths.reviews() },
  review: { who: 'chuyenmon', open: (found) => paths.review(found.review) },
  statistics: { who: 'lanhdao', open: () => paths.statistics() },
  compliance: { who: 'tonghop', open: () => paths.compliance() },
  monthlyReports: { who: 'tonghop', open: () => paths.monthlyReports() },
  newMonthlyReport: { who: 'tonghop', open: () => paths.newMonthlyReport() },
  monthlyReport: { who: 'tonghop', open: (found) => paths.monthlyReport(found.monthlyReport) },
  units: { who: 'quantri', open: () => paths.units() },
  leaders: { who: 'quantri', open: () => paths.leaders() },
  accounts: { who: 'quantri', open: () => paths.accounts() },
  calendar: { who: 'quantri', open: () => paths.calendar() },
  settings: { who: 'quantri', open: () => paths.settings() },
  jobs: { who: 'quantri', open: () => paths.jobs() },
  audit: { who: 'quantri', open: () => paths.audit() },
  notifications: { who: unit, open: () => paths.notifications() },
  notificationSettings: { who: unit, open: () => paths.notificationSettings() },
}

/** Pages that more than one kind of account works on, as each of the others has them. */
export const otherDoors: [PageName, Door][] = [
  ['overview', { who: unit, open: () => paths.overview() }],
  ['overview', { who: 'chuyenmon', open: () => paths.overview() }],
  ['overview', { who: 'quantri', open: () => paths.overview() }],
  ['assignments', { who: 'chuyenvien', open: () => paths.assignments() }],
  ['statistics', { who: unit, open: () => paths.statistics() }],
]

/** Where nothing is. */
export const nowhere: Door = { who: null, open: () => '/khong-co-trang-nay' }

interface Ids {
  items: { id: string }[]
}

export async function findThings(): Promise<Found> {
  const { url, password } = province()
  const office = await apiOf('chuyenvien', url, password)
  const coordinator = await apiOf('tonghop', url, password)
  const first = ({ items: [item] }: Ids, what: string) => {
    if (!item) throw new Error(`the province has no ${what}`)
    return item.id
  }
  const overdue = await fetch(`${url}/api/public/v1/assignments?status=overdue&limit=1`)
  const assignment = first((await overdue.json()) as Ids, 'public task that is overdue')
  const { directive } = await office.get<{ directive: { id: string } }>(
    `/assignments/${assignment}`,
  )
  const { id: me } = await office.get<{ id: string }>('/me')
  const own = await office.get<Ids>(`/directives?draftedById=${me}&withdrawn=false`)
  return {
    assignment,
    directive: directive.id,
    ownDirective: first(own, 'document that chuyenvien has drafted'),
    review: first(await office.get<Ids>('/assignments?status=awaiting_review'), 'waiting report'),
    monthlyReport: first(await coordinator.get<Ids>('/monthly-reports'), 'monthly report'),
    unit,
  }
}
