import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { deskOf } from '../support/desk.ts'

/*
 * Every page as each of its users sees it: it opens, says what it is, stays within a phone's width,
 * asks nobody else for anything, throws nothing, and axe finds nothing, in light and in dark.
 */

const doors: [who: string | null, paths: string[]][] = [
  [
    null,
    [
      '/',
      '/cong-khai/nhiem-vu',
      '/cong-khai/thong-ke',
      '/cong-khai/don-vi/so-y-te',
      '/dang-nhap',
      '/khong-co-trang-nay',
    ],
  ],
  [
    'chuyenvien',
    [
      '/tong-quan',
      '/van-ban',
      '/van-ban/moi',
      '/nhiem-vu',
      '/thong-ke',
      '/thong-ke/tuan-thu',
      '/bao-cao',
      '/doi-mat-khau',
    ],
  ],
  ['xacnhan', ['/tong-quan', '/cho-xac-nhan']],
  ['so-xay-dung', ['/tong-quan', '/nhiem-vu', '/thong-ke']],
  [
    'admin',
    [
      '/quan-tri/don-vi',
      '/quan-tri/tai-khoan',
      '/quan-tri/lanh-dao',
      '/quan-tri/lich-lam-viec',
      '/quan-tri/cai-dat',
    ],
  ],
]

const looks = [
  { name: 'desk, light', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: 'phone, dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  { name: 'narrowest, light', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
] as const

for (const [who, paths] of doors) {
  for (const { name, ...look } of looks) {
    test(`${who ?? 'anyone'} · ${name}`, async ({ browser }) => {
      const { page, faults, close } = await open(browser, who, look)
      for (const path of paths) {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
        await expect(page).toHaveTitle(/Đúng Hạn/)
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0)
        const { violations } = await new AxeBuilder({ page }).analyze()
        expect(violations.map(({ id, nodes }) => [path, id, nodes[0]?.html])).toEqual([])
      }
      expect(faults).toEqual([])
      await close()
    })
  }
}

async function open(browser: Browser, who: string | null, look: object) {
  const desk = who ? await deskOf(browser, who, look) : await passerBy(browser, look)
  return { ...desk, faults: watch(desk.page) }
}

async function passerBy(browser: Browser, look: object) {
  const locale = 'vi-VN'
  const context = await browser.newContext({ baseURL: process.env.E2E_URL, locale, ...look })
  return { page: await context.newPage(), close: () => context.close() }
}

/** What goes wrong out of sight: errors thrown, and requests to anybody else. */
function watch(page: Page): string[] {
  const faults: string[] = []
  const own = new URL(process.env.E2E_URL ?? '').origin
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== own) faults.push(request.url())
  })
  return faults
}
