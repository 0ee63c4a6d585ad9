import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Desk, deskOf } from '../support/desk.ts'
import { isoDay, typedDay } from '../support/documents.ts'
import { changingOffice } from '../support/furnish.ts'
import { look } from '../support/look.ts'
import { enterOrder } from '../support/orders.ts'

/*
 * More time, from end to end: the unit asks and is held to the rules, the reviewer grants another
 * date, both dates are seen by everybody and the reason by the office alone; then the limit holds
 * for the unit and the office moves the date itself.
 */

const task = 'Rà soát quy hoạch phân khu khu vực cửa khẩu'
const reason = 'Chưa có ý kiến của các sở về ranh giới khu vực cửa khẩu.'
const [first, asked, granted, moved] = [10, 30, 25, 40]

test.describe.configure({ mode: 'serial' })

const desks: Desk[] = []
const at = async (browser: Browser, username: string): Promise<Page> => {
  const desk = await deskOf(browser, username, { baseURL: changingOffice().url })
  desks.push(desk)
  return desk.page
}
test.afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close()
})

test.beforeAll(() =>
  enterOrder('301', [
    { content: task, dueOn: isoDay(first), unitIds: [changingOffice().units.soXayDung.id] },
  ]),
)

test('a unit asks for more time, once, for a later day and with a reason', async ({ browser }) => {
  const page = await at(browser, 'so-xay-dung')
  await openTask(page)
  await page.getByRole('button', { name: 'Xin gia hạn' }).click()
  const day = page.getByRole('textbox', { name: 'Đề nghị gia hạn đến ngày' })
  const why = page.getByRole('textbox', { name: 'Lý do' })
  const send = page.getByRole('button', { name: 'Gửi đề nghị' })
  await expect(day).toBeFocused()

  await day.fill(typedDay(first - 3))
  await why.fill(reason)
  await send.click()
  await expect(day).toHaveAccessibleDescription(/Phải muộn hơn thời hạn đang áp dụng/)
  await expect(day).toBeFocused()
  await look(page, 'extension-refused')

  await day.fill(typedDay(asked))
  await why.fill('')
  await send.click()
  await expect(why).toHaveAccessibleDescription(/Hãy nêu lý do/)
  await expect(why).toBeFocused()

  await why.fill(reason)
  await expect(page.getByText(/còn \d+ ngày làm việc/i).first()).toBeVisible()
  await look(page, 'extension-asked')
  await send.click()
  await expect(page.getByText('Đã gửi đề nghị gia hạn.', { exact: false })).toBeVisible()
  await expect(page.getByText('Chờ quyết định', { exact: true })).toBeVisible()

  const again = page.getByRole('button', { name: 'Xin gia hạn' })
  await expect(again).toHaveAttribute('aria-disabled', 'true')
  await expect(again).toHaveAccessibleDescription('Đề nghị gia hạn trước đang chờ quyết định.')
  await look(page, 'extension-waiting')
})

test('the reviewer finds it on the first page and grants another day', async ({ browser }) => {
  const page = await at(browser, 'xacnhan')
  const line = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: task, exact: true }) })
  await expect(line).toContainText(`Đề nghị gia hạn đến ${typedDay(asked)}`)
  await look(page, 'extension-overview')
  await line.getByRole('link').click()
  await page.waitForURL(/\/nhiem-vu\/[0-9a-f-]{36}/)
  await expect(page.getByText(reason).first()).toBeVisible()

  // Nothing is chosen beforehand.
  await page.getByRole('button', { name: 'Gửi quyết định' }).click()
  await expect(page.getByText('Hãy chọn chấp thuận hoặc không chấp thuận.')).toBeVisible()
  await page.getByRole('radio', { name: /^Chấp thuận/ }).check()
  const day = page.getByRole('textbox', { name: 'Thời hạn mới' })
  await expect(day).toHaveValue(typedDay(asked))
  await day.fill(typedDay(first))
  const approve = page.getByRole('button', { name: 'Chấp thuận', exact: true })
  await approve.click()
  await expect(day).toHaveAccessibleDescription(/Phải muộn hơn thời hạn đang áp dụng/)
  await look(page, 'extension-decision')
  await day.fill(typedDay(granted))
  await page.getByRole('textbox', { name: 'Nhận xét' }).fill('Gia hạn một lần, không gia hạn thêm.')
  await approve.click()
  await expect(page.getByText('Đã gửi quyết định về đề nghị gia hạn.')).toBeVisible()
  await expect(page.getByText('Đã chấp thuận', { exact: true })).toBeVisible()
  await look(page, 'extension-approved')
})

test('the unit sees both dates, and that it may not ask again', async ({ browser }) => {
  const page = await at(browser, 'so-xay-dung')
  const lines = page.getByRole('listitem').filter({ hasText: task })
  await expect(lines.filter({ hasText: `Đã gia hạn đến ${typedDay(granted)}` })).toBeVisible()
  await look(page, 'extension-unit-overview')
  await openTask(page)
  await expect(fact(page, 'Thời hạn ban đầu')).toHaveText(typedDay(first))
  await expect(fact(page, 'Thời hạn đang áp dụng')).toHaveText(typedDay(granted))
  const again = page.getByRole('button', { name: 'Xin gia hạn' })
  await expect(again).toHaveAttribute('aria-disabled', 'true')
  await expect(again).toHaveAccessibleDescription('Đã được gia hạn 1 lần, hết số lần cho phép.')
  await look(page, 'extension-limit')
})

test('the office moves the date, with a reason', async ({ browser }) => {
  const page = await at(browser, 'xacnhan')
  await openTask(page)
  await page.getByRole('button', { name: 'Điều chỉnh thời hạn' }).first().click()
  const form = page.locator('form').filter({ hasText: 'Thời hạn mới' })
  await form.getByRole('textbox', { name: 'Thời hạn mới' }).fill(typedDay(moved))
  await form.getByRole('button', { name: 'Điều chỉnh thời hạn' }).click()
  await expect(form.getByRole('textbox', { name: 'Lý do' })).toBeFocused()
  await form.getByRole('textbox', { name: 'Lý do' }).fill('Theo ý kiến của Chủ tịch UBND Tỉnh.')
  await look(page, 'extension-move')
  await form.getByRole('button', { name: 'Điều chỉnh thời hạn' }).click()
  await expect(page.getByText('Đã điều chỉnh thời hạn.')).toBeVisible()
  await expect(fact(page, 'Thời hạn đang áp dụng')).toHaveText(typedDay(moved))
  await expect(fact(page, 'Thời hạn ban đầu')).toHaveText(typedDay(first))
})

test('anyone sees both dates and no reason', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: changingOffice().url, locale: 'vi-VN' })
  const page = await context.newPage()
  await page.goto(`/cong-khai/nhiem-vu?q=${encodeURIComponent(task)}`)
  await look(page, 'extension-public-list')
  await page
    .getByRole('main')
    .getByRole('table')
    .getByRole('link', { name: new RegExp(task) })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nhiệm vụ của Sở Xây dựng')
  await expect(page.getByText(typedDay(moved)).first()).toBeVisible()
  await expect(page.getByText(typedDay(first)).first()).toBeVisible()
  await expect(page.getByText('Gia hạn').first()).toBeVisible()
  await expect(page.getByText(reason)).toHaveCount(0)
  await expect(page.getByText('không gia hạn thêm')).toHaveCount(0)
  await look(page, 'extension-public')
  await context.close()
})

async function openTask(page: Page): Promise<void> {
  await page.goto(`/nhiem-vu?q=${encodeURIComponent(task)}`)
  await page
    .getByRole('table')
    .getByRole('link', { name: new RegExp(task) })
    .click()
  await page.waitForURL(/\/nhiem-vu\/[0-9a-f-]{36}/)
}

/** What stands beside a word in a list of facts. */
const fact = (page: Page, word: string) => page.locator(`dt:text-is("${word}") + dd`).first()
