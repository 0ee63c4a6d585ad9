import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Desk, deskOf } from '../support/desk.ts'
import { asTyped } from '../support/documents.ts'
import { changingOffice } from '../support/furnish.ts'
import { look } from '../support/look.ts'
import { enterOrder } from '../support/orders.ts'

/*
 * The calendar, from a day off to what it does: the admin finds the day by keyboard, sees what would
 * move, saves; the task says why it moved.
 */

const task = 'Tổng kết công tác phòng, chống thiên tai'
const reason = 'Nghỉ để khắc phục hậu quả bão số 5'
const document = 'Quyết định số 77/QĐ-UBND'

/** Next year: what is due there disturbs no other test. */
const year = new Date().getFullYear() + 1
/** A Wednesday in July, where nobody is on holiday, and the day after it. */
const wednesday = [5, 6, 7, 8, 9, 10, 11]
  .map((day) => `${year}-07-${String(day).padStart(2, '0')}`)
  .find((date) => new Date(date).getUTCDay() === 3) as string
const thursday = `${year}-07-${String(Number(wednesday.slice(8)) + 1).padStart(2, '0')}`

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
  enterOrder('501', [
    { content: task, dueOn: wednesday, unitIds: [changingOffice().units.soYTe.id] },
  ]),
)

test('the admin makes a day a day off, having seen what moves', async ({ browser }) => {
  const page = await at(browser, 'admin')
  await page.goto(`/quan-tri/lich-lam-viec?nam=${year}`)
  await expect(
    page.getByText(`Năm ${year} cần lịch nghỉ chính thức`).or(page.getByText('Căn cứ:')).first(),
  ).toBeVisible()
  await look(page, 'calendar-year')

  // By keyboard alone: from New Year, where the year is entered, week by week and day by day.
  await page.locator(`[data-date="${year}-01-01"]`).focus()
  const days = (Date.parse(wednesday) - Date.parse(`${year}-01-01`)) / 86_400_000
  for (let week = 0; week < Math.floor(days / 7); week++) await page.keyboard.press('ArrowDown')
  for (let day = 0; day < days % 7; day++) await page.keyboard.press('ArrowRight')
  await expect(page.locator(`[data-date="${wednesday}"]`)).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: `Sửa ngày ${asTyped(wednesday)}` })
  await expect(dialog.getByRole('radio', { name: 'Ngày làm việc' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: 'Ngày nghỉ' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Xem trước' }).click()
  await expect(dialog.getByText('Không được để trống.').first()).toBeVisible()
  await look(page, 'calendar-day-refused', '[role="dialog"]')
  await dialog.getByRole('textbox', { name: 'Tên ngày' }).fill('Nghỉ khắc phục bão')
  await dialog.getByRole('textbox', { name: 'Lý do' }).fill(reason)
  await dialog.getByRole('textbox', { name: 'Văn bản thông báo' }).fill(document)
  await dialog.getByRole('button', { name: 'Xem trước' }).click()
  await expect(dialog.getByText('1 nhiệm vụ sẽ đổi hạn hiệu lực').first()).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: task })).toContainText(
    `${asTyped(wednesday)} → ${asTyped(thursday)}`,
  )
  await look(page, 'calendar-day-preview', '[role="dialog"]')
  await dialog.getByRole('button', { name: 'Lưu lịch' }).click()
  await expect(dialog.getByText('Đã lưu lịch làm việc.')).toBeVisible()
  await look(page, 'calendar-day-saved', '[role="dialog"]')
  await dialog.getByRole('button', { name: 'Đóng' }).last().click()
  await expect(page.getByText(reason).first()).toBeVisible()
})

test('the task says that the calendar moved it, and why', async ({ browser }) => {
  const page = await at(browser, 'so-y-te')
  await page.goto(`/nhiem-vu?q=${encodeURIComponent(task)}`)
  await page.getByRole('table').getByRole('link', { name: task, exact: true }).click()
  await page.waitForURL(/\/nhiem-vu\/[0-9a-f-]{36}/)
  const history = page.getByRole('list', { name: 'Quá trình thực hiện' })
  await expect(history).toContainText('Lịch làm việc thay đổi')
  await expect(history).toContainText(reason)
  await expect(history).toContainText(document)
  await expect(history).toContainText(asTyped(thursday))
  await look(page, 'calendar-task')
})
