import { expect, type Page, test } from '@playwright/test'
import { apiOf } from '../support/api.ts'
import { deskOf } from '../support/desk.ts'
import { isoDay } from '../support/documents.ts'
import { changingOffice } from '../support/furnish.ts'
import { look } from '../support/look.ts'
import { numbered } from '../support/numbered.ts'
import { enterOrder } from '../support/orders.ts'

const bellOf = (page: Page) => page.getByRole('button', { name: /^Thông báo, / })

/** How much is unread, as the bell says. */
async function unreadOf(page: Page): Promise<number> {
  const name = (await bellOf(page).getAttribute('aria-label')) ?? ''
  return Number(/(\d+) chưa đọc/.exec(name)?.[1] ?? 0)
}

/** To a unit that no other test orders anything from. */
const orderTo = (number: string, content: string) =>
  enterOrder(number, [
    { content, dueOn: isoDay(20), unitIds: [changingOffice().units.banQuanLy.id] },
  ])

/** Its unread notifications before the test, once the bell says so too. */
async function unreadAtFirst(page: Page): Promise<number> {
  const unit = await apiOf('ban-quan-ly-khu-kinh-te', changingOffice().url)
  const { unread } = await unit.get<{ unread: number }>('/notifications?limit=1')
  await expect.poll(() => unreadOf(page)).toBe(unread)
  return unread
}

test('a unit is told live of a new order, and what it opens is read in every tab', async ({
  browser,
}) => {
  const desk = await deskOf(browser, 'ban-quan-ly-khu-kinh-te', { baseURL: changingOffice().url })
  const { page } = desk
  const before = await unreadAtFirst(page)
  const other = await page.context().newPage()
  await other.goto('/thong-bao/cai-dat')
  await expect(bellOf(other)).toBeVisible()

  await orderTo(numbered(8801), 'Báo cáo tiến độ hạ tầng')
  for (const tab of [page, other]) {
    await expect.poll(() => unreadOf(tab)).toBe(before + 1)
    await expect(tab).toHaveTitle(new RegExp(`^\\(${before + 1}\\) `))
  }
  await bellOf(page).click()
  const told = page.getByRole('link', {
    name: `${numbered(8801)}/TB-VPUBND: Báo cáo tiến độ hạ tầng`,
  })
  await expect(told).toContainText('Nhiệm vụ mới được giao')
  await look(page, 'bell')
  await told.click()
  await expect(page).toHaveURL(/\/nhiem-vu\/[0-9a-f-]+$/)
  for (const tab of [page, other]) await expect.poll(() => unreadOf(tab)).toBe(before)
  await desk.close()
})

test('what came while the line was cut is told when it is back; a list waits under the hand', async ({
  browser,
}) => {
  const desk = await deskOf(browser, 'ban-quan-ly-khu-kinh-te', { baseURL: changingOffice().url })
  const { page } = desk
  await page.goto('/nhiem-vu')
  await page.getByRole('table').hover()
  await expect(bellOf(page)).toBeVisible()
  const earlier = `Trước khi mất mạng ${numbered(8802)}`
  await orderTo(numbered(8802), earlier)
  const update = page.getByRole('button', { name: 'Cập nhật' })
  await expect(update).toBeVisible()
  await expect(page.getByText(earlier)).toHaveCount(0)
  await update.click()
  await expect(page.getByText(earlier)).toBeVisible()
  await expect(update).toHaveCount(0)

  const before = await unreadAtFirst(page)
  await page.context().setOffline(true)
  await orderTo(numbered(8803), 'Lúc mất mạng, việc thứ nhất')
  await orderTo(numbered(8804), 'Lúc mất mạng, việc thứ hai')
  await page.context().setOffline(false)
  await expect.poll(() => unreadOf(page)).toBe(before + 2)
  await page.goto('/thong-bao?xem=chua-doc')
  const missed = page.getByRole('main').getByRole('link', { name: /Lúc mất mạng/ })
  await expect(missed.nth(0)).toContainText('việc thứ hai')
  await expect(missed.nth(1)).toContainText('việc thứ nhất')
  await look(page, 'thong-bao')
  await page.getByRole('main').getByRole('button', { name: 'Đánh dấu đã đọc tất cả' }).click()
  await expect(page.getByText('Đã đọc hết')).toBeVisible()
  await expect.poll(() => unreadOf(page)).toBe(0)
  await desk.close()
})

test('each account chooses how it is told, but is never silent about what it must do', async ({
  browser,
}) => {
  const desk = await deskOf(browser, 'ban-quan-ly-khu-kinh-te', { baseURL: changingOffice().url })
  const { page } = desk
  await page.goto('/thong-bao/cai-dat')
  await expect(page.getByLabel('Báo trên chuông: Nhiệm vụ mới được giao')).toBeDisabled()
  const accepted = page.getByLabel('Báo trên chuông: Báo cáo được xác nhận')
  await accepted.uncheck()
  await page.getByLabel('Địa chỉ thư điện tử').fill('không phải địa chỉ')
  await page.getByRole('button', { name: 'Lưu cài đặt' }).click()
  await expect(page.getByText('Hãy nhập địa chỉ thư điện tử đúng dạng')).toBeVisible()
  await expect(page.getByLabel('Địa chỉ thư điện tử')).toBeFocused()
  await look(page, 'thong-bao-cai-dat')

  await page.getByRole('link', { name: 'Tổng quan' }).first().click()
  await page.getByRole('button', { name: 'Ở lại' }).click()
  await page.getByLabel('Địa chỉ thư điện tử').fill('van-thu@khukinhte.gov.vn')
  await page.getByRole('button', { name: 'Lưu cài đặt' }).click()
  await expect(page.getByText('Đã lưu cài đặt thông báo.')).toBeVisible()
  await page.reload()
  await expect(accepted).not.toBeChecked()
  await expect(page.getByLabel('Địa chỉ thư điện tử')).toHaveValue('van-thu@khukinhte.gov.vn')
  await desk.close()
})
