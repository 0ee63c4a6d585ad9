/*
 * The only place where the URLs of the screens are written: patterns for the router, and builders
 * for everything that links.
 */

/** What the router matches. */
export const patterns = {
  home: '/',
  publicAssignments: '/cong-khai/nhiem-vu',
  publicAssignment: '/cong-khai/nhiem-vu/:id',
  publicUnit: '/cong-khai/don-vi/:code',
  publicStatistics: '/cong-khai/thong-ke',
  publicDirective: '/cong-khai/van-ban/:id',
  publicCalendar: '/cong-khai/lich-lam-viec',
  publicDueDate: '/cong-khai/cach-tinh-han',
  publicDevelopers: '/cong-khai/cho-lap-trinh',
  guides: '/huong-dan',
  guide: '/huong-dan/:role',
  signIn: '/dang-nhap',
  changePassword: '/doi-mat-khau',
  overview: '/tong-quan',
  directives: '/van-ban',
  newDirective: '/van-ban/moi',
  directive: '/van-ban/:id',
  editDirective: '/van-ban/:id/sua',
  assignments: '/nhiem-vu',
  assignment: '/nhiem-vu/:id',
  reviews: '/cho-xac-nhan',
  review: '/cho-xac-nhan/:id',
  statistics: '/thong-ke',
  compliance: '/thong-ke/tuan-thu',
  monthlyReports: '/bao-cao',
  newMonthlyReport: '/bao-cao/lap',
  monthlyReport: '/bao-cao/:id',
  units: '/quan-tri/don-vi',
  leaders: '/quan-tri/lanh-dao',
  accounts: '/quan-tri/tai-khoan',
  calendar: '/quan-tri/lich-lam-viec',
  settings: '/quan-tri/cai-dat',
  jobs: '/quan-tri/viec-tu-dong',
  audit: '/quan-tri/nhat-ky',
  notifications: '/thong-bao',
  notificationSettings: '/thong-bao/cai-dat',
} as const

export type PageName = keyof typeof patterns

export type SearchValue = string | number | boolean | readonly string[] | null | undefined
export type Search = Record<string, SearchValue>

/** `path` with the search parameters that have a value; a list is repeated, "any of". */
export function withSearch(path: string, search: Search = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value === null || value === undefined || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) params.append(name, String(one))
  }
  const text = params.toString()
  return text ? `${path}?${text}` : path
}

const fixed = (name: PageName) => (search?: Search) => withSearch(patterns[name], search)

const of = (name: PageName, param: 'id' | 'code' | 'role') => (value: string, search?: Search) =>
  withSearch(patterns[name].replace(`:${param}`, encodeURIComponent(value)), search)

export const paths = {
  home: fixed('home'),
  publicAssignments: fixed('publicAssignments'),
  publicAssignment: of('publicAssignment', 'id'),
  publicUnit: of('publicUnit', 'code'),
  publicStatistics: fixed('publicStatistics'),
  publicDirective: of('publicDirective', 'id'),
  publicCalendar: fixed('publicCalendar'),
  publicDueDate: fixed('publicDueDate'),
  publicDevelopers: fixed('publicDevelopers'),
  guides: fixed('guides'),
  guide: of('guide', 'role'),
  /** @param next the path to go on to once signed in */
  signIn: (next?: string) => withSearch(patterns.signIn, { tiep: next }),
  changePassword: fixed('changePassword'),
  overview: fixed('overview'),
  directives: fixed('directives'),
  newDirective: fixed('newDirective'),
  directive: of('directive', 'id'),
  editDirective: of('editDirective', 'id'),
  assignments: fixed('assignments'),
  assignment: of('assignment', 'id'),
  reviews: fixed('reviews'),
  review: of('review', 'id'),
  statistics: fixed('statistics'),
  compliance: fixed('compliance'),
  monthlyReports: fixed('monthlyReports'),
  newMonthlyReport: fixed('newMonthlyReport'),
  monthlyReport: of('monthlyReport', 'id'),
  units: fixed('units'),
  leaders: fixed('leaders'),
  accounts: fixed('accounts'),
  calendar: fixed('calendar'),
  settings: fixed('settings'),
  jobs: fixed('jobs'),
  audit: fixed('audit'),
  notifications: fixed('notifications'),
  notificationSettings: fixed('notificationSettings'),
} satisfies Record<PageName, unknown>

/** Whether a path is of a page anyone may open; of the desk, or of nothing, otherwise. */
export function isPublicPath(pathname: string): boolean {
  return (
    pathname === patterns.home || pathname === patterns.signIn || /^\/cong-khai\//.test(pathname)
  )
}

/** Where to go after signing in: `next` when it is a path of this site, else the overview. */
export function safeNext(next: string | null | undefined): string {
  return next && isOwnPath(next) && !next.startsWith(patterns.signIn) ? next : paths.overview()
}

/** As a browser reads it: it skips tabs and line breaks, and takes a backslash for a slash. */
function isOwnPath(path: string): boolean {
  try {
    const { host, pathname } = new URL(path, 'http://here.invalid')
    return path.startsWith('/') && host === 'here.invalid' && !pathname.startsWith('//')
  } catch {
    return false
  }
}
