import { matchPath } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import { isPublicPath, type PageName, paths, patterns, safeNext, withSearch } from './paths.ts'

const id = '019a1b2c-3d4e-7f00-8000-000000000001'

/** Every URL of the product, written out: a change here is a change people's bookmarks feel. */
const urls: Record<PageName, string> = {
  home: '/',
  publicAssignments: '/cong-khai/nhiem-vu',
  publicAssignment: `/cong-khai/nhiem-vu/${id}`,
  publicUnit: '/cong-khai/don-vi/so-xay-dung',
  publicStatistics: '/cong-khai/thong-ke',
  publicDirective: `/cong-khai/van-ban/${id}`,
  publicCalendar: '/cong-khai/lich-lam-viec',
  publicDueDate: '/cong-khai/cach-tinh-han',
  publicDevelopers: '/cong-khai/cho-lap-trinh',
  guides: '/huong-dan',
  guide: '/huong-dan/chuyen-vien',
  signIn: '/dang-nhap',
  changePassword: '/doi-mat-khau',
  overview: '/tong-quan',
  directives: '/van-ban',
  newDirective: '/van-ban/moi',
  directive: `/van-ban/${id}`,
  editDirective: `/van-ban/${id}/sua`,
  assignments: '/nhiem-vu',
  assignment: `/nhiem-vu/${id}`,
  reviews: '/cho-xac-nhan',
  review: `/cho-xac-nhan/${id}`,
  statistics: '/thong-ke',
  compliance: '/thong-ke/tuan-thu',
  monthlyReports: '/bao-cao',
  newMonthlyReport: '/bao-cao/lap',
  monthlyReport: `/bao-cao/${id}`,
  units: '/quan-tri/don-vi',
  leaders: '/quan-tri/lanh-dao',
  accounts: '/quan-tri/tai-khoan',
  calendar: '/quan-tri/lich-lam-viec',
  settings: '/quan-tri/cai-dat',
  jobs: '/quan-tri/viec-tu-dong',
  audit: '/quan-tri/nhat-ky',
  notifications: '/thong-bao',
  notificationSettings: '/thong-bao/cai-dat',
}

function built(name: PageName): string {
  if (name === 'signIn') return paths.signIn()
  const pattern = patterns[name]
  if (pattern.includes(':code')) return paths.publicUnit('so-xay-dung')
  if (pattern.includes(':role')) return paths.guide('chuyen-vien')
  const build = paths[name] as (...args: unknown[]) => string
  return pattern.includes(':id') ? build(id) : build()
}

describe('paths', () => {
  it.each(Object.keys(patterns) as PageName[])('%s', (name) => {
    expect(built(name)).toBe(urls[name])
    expect(matchPath(patterns[name], built(name))).not.toBeNull()
  })

  it('are all different', () => {
    expect(new Set(Object.values(urls)).size).toBe(Object.keys(patterns).length)
  })

  it('carry filters; a list is repeated, what has no value is left out', () => {
    expect(paths.assignments({ status: ['overdue', 'due_soon'], q: '', unitId: null })).toBe(
      '/nhiem-vu?status=overdue&status=due_soon',
    )
    expect(withSearch('/x', { q: 'sở & ngành' })).toBe('/x?q=s%E1%BB%9F+%26+ng%C3%A0nh')
  })

  it('encode what comes from outside', () => {
    expect(paths.publicUnit('../x')).toBe('/cong-khai/don-vi/..%2Fx')
  })
})

describe('what anyone may open', () => {
  it.each(Object.keys(patterns) as PageName[])('%s', (name) => {
    const expected = name === 'home' || name === 'signIn' || name.startsWith('public')
    expect(isPublicPath(built(name).split('?')[0] ?? '')).toBe(expected)
  })
})

describe('where to go after signing in', () => {
  it.each([
    ['/nhiem-vu?status=overdue', '/nhiem-vu?status=overdue'],
    [null, '/tong-quan'],
    ['', '/tong-quan'],
    ['https://elsewhere.example/', '/tong-quan'],
    ['//elsewhere.example/', '/tong-quan'],
    ['/\\elsewhere.example/', '/tong-quan'],
    ['/\t/elsewhere.example/', '/tong-quan'],
    ['/\n\\elsewhere.example/', '/tong-quan'],
    ['/\t/[', '/tong-quan'],
    ['/..//elsewhere.example/', '/tong-quan'],
    ['/.\\/elsewhere.example/', '/tong-quan'],
    ['javascript:alert(1)', '/tong-quan'],
    ['data:text/html,x', '/tong-quan'],
    [' //elsewhere.example/', '/tong-quan'],
    ['nhiem-vu', '/tong-quan'],
    ['/dang-nhap?tiep=/x', '/tong-quan'],
  ])('%s → %s', (next, expected) => {
    expect(safeNext(next)).toBe(expected)
  })
})
