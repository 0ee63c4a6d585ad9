import type { Page } from '@playwright/test'
import type { Api } from './api.ts'
import { provincialUnit } from './furnish-province.ts'

/** One picture of the guides: whose desk, and how to come to what it shows. */
export interface GuideScene {
  /** The file's name in apps/web/src/features/guides/pictures, without its ending. */
  name: string
  account: string
  open: (page: Page, api: Api) => Promise<void>
}

interface Found {
  items: { id: string }[]
}

const at =
  (path: string): GuideScene['open'] =>
  async (page) => {
    await page.goto(path)
  }

/** The page of the first assignment that the first list to hold any holds. */
const firstOf =
  (...searches: string[]): GuideScene['open'] =>
  async (page, api) => {
    for (const search of searches) {
      const { items } = await api.get<Found>(`/assignments?limit=1&${search}`)
      if (items[0]) return void (await page.goto(`/nhiem-vu/${items[0].id}`))
    }
    throw new Error(`no assignment with ${searches.join(' or ')}`)
  }

/** In the made-up province, so that lists and figures have something in them. */
export const guideScenes: readonly GuideScene[] = [
  { name: 'enter', account: 'chuyenvien', open: at('/van-ban/moi') },
  {
    name: 'order',
    account: 'chuyenvien',
    async open(page, api) {
      const { items } = await api.get<Found>('/directives?limit=1')
      await page.goto(`/van-ban/${items[0]?.id}`)
    },
  },
  { name: 'review', account: 'chuyenmon', open: at('/cho-xac-nhan') },
  { name: 'decide', account: 'chuyenmon', open: firstOf('extended=true', 'state=completed') },
  { name: 'follow', account: 'tonghop', open: at('/nhiem-vu') },
  { name: 'figures', account: 'tonghop', open: at('/thong-ke') },
  { name: 'monthly', account: 'tonghop', open: at('/bao-cao') },
  { name: 'oversee', account: 'lanhdao', open: at('/tong-quan') },
  { name: 'units', account: 'quantri', open: at('/quan-tri/don-vi') },
  { name: 'accounts', account: 'quantri', open: at('/quan-tri/tai-khoan') },
  { name: 'calendar', account: 'quantri', open: at('/quan-tri/lich-lam-viec') },
  { name: 'settings', account: 'quantri', open: at('/quan-tri/cai-dat') },
  { name: 'today', account: provincialUnit, open: at('/tong-quan') },
  {
    name: 'report',
    account: provincialUnit,
    open: firstOf('role=lead&state=assigned&state=received'),
  },
  { name: 'answer', account: provincialUnit, open: firstOf('role=lead&state=returned') },
  {
    name: 'extend',
    account: provincialUnit,
    async open(page, api) {
      await firstOf('role=lead&state=assigned&state=received')(page, api)
      await page.getByRole('button', { name: 'Xin gia hạn' }).click()
    },
  },
]
