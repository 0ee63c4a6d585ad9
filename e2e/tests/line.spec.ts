import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Desk, deskOf } from '../support/desk.ts'
import { pdf, typedDay } from '../support/documents.ts'
import { office } from '../support/furnish.ts'
import { pick } from '../support/pick.ts'

/*
 * The main job, from end to end, at each one's own desk: the specialist enters a notice with two
 * tasks for two units; one unit reports late, the other on time; the reviewer returns one and
 * accepts the other; the public page shows both; the figures add up.
 */

const title = 'Kết luận của Chủ tịch UBND Tỉnh về tiến độ xây dựng trường học'
const lateTask = 'Báo cáo tiến độ xây dựng các trường học vùng biên giới'
const timelyTask = 'Rà soát trang thiết bị y tế trường học'

test.describe.configure({ mode: 'serial' })

const desks: Desk[] = []
const at = async (browser: Browser, username: string): Promise<Page> => {
  const desk = await deskOf(browser, username)
  desks.push(desk)
  return desk.page
}
test.afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close()
})

test('the specialist enters a notice with two tasks for two units', async ({ browser }) => {
  const page = await at(browser, 'chuyenvien')
  await page.goto('/van-ban/moi')

  // Typed in one piece, the number splits.
  await page.getByRole('textbox', { name: 'Số', exact: true }).fill('215/TB-VPUBND')
  await page.getByRole('textbox', { name: 'Tên văn bản' }).fill(title)
  await expect(page.getByRole('textbox', { name: 'Ký hiệu' })).toHaveValue('TB-VPUBND')
  await page.getByRole('textbox', { name: 'Ngày ban hành' }).fill(typedDay(-20))
  await page.getByRole('combobox', { name: 'Người chỉ đạo' }).fill('nguyen van duc')
  await pick(page, /Nguyễn Văn Đức/)
  await page.getByRole('combobox', { name: 'Người ký' }).fill('Trần Văn Ký')
  await page.locator('input[type=file]').setInputFiles(await pdf('thong-bao-215'))
  await expect(page.getByText('Tệp không có chữ ký số')).toBeVisible()

  const first = page.getByRole('listitem', { name: 'Nhiệm vụ 1' })
  await first.getByRole('textbox', { name: 'Nội dung nhiệm vụ' }).fill(lateTask)
  await first.getByRole('textbox', { name: 'Thời hạn' }).fill(typedDay(-10))
  // Typed without marks, the unit is found.
  await first.getByRole('textbox', { name: 'Đơn vị thực hiện' }).fill('so xay')
  await pick(page, /Sở Xây dựng/)

  await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).click()
  const second = page.getByRole('listitem', { name: 'Nhiệm vụ 2' })
  await second.getByRole('textbox', { name: 'Nội dung nhiệm vụ' }).fill(timelyTask)
  await second.getByRole('textbox', { name: 'Thời hạn' }).fill(typedDay(1))
  await second.getByRole('textbox', { name: 'Đơn vị thực hiện' }).fill('y te')
  await pick(page, /Sở Y tế/)

  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/van-ban\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('215/TB-VPUBND')
  await expect(page.getByText(title).first()).toBeVisible()
  await expect(page.getByText('Cập nhật trễ hạn', { exact: false }).first()).toBeVisible()
  await expect(page.getByText(lateTask)).toBeVisible()
})

test('one unit receives and reports late, and is told so before and after', async ({ browser }) => {
  const page = await at(browser, 'so-xay-dung')
  await openTask(page, lateTask)
  await page.getByRole('button', { name: 'Tiếp nhận' }).click()
  await expect(page.getByText('Đã tiếp nhận nhiệm vụ.')).toBeVisible()
  await writeReport(page, { number: '88', symbol: 'BC-SXD', expected: /Trễ \d+ ngày làm việc/ })
  await expect(page.getByText('Đã gửi báo cáo').first()).toBeVisible()
  await expect(page.getByText(/Trễ \d+ ngày làm việc/).first()).toBeVisible()
})

test('the other reports in time', async ({ browser }) => {
  const page = await at(browser, 'so-y-te')
  // Another unit's task is not there.
  await page.goto('/nhiem-vu?q=truong hoc vung bien gioi')
  await expect(page.getByText('Không có kết quả')).toBeVisible()
  await openTask(page, timelyTask)
  await writeReport(page, { number: '12', symbol: 'BC-SYT', expected: /Đúng hạn|Trước hạn/ })
  await expect(page.getByText('Đã gửi báo cáo').first()).toBeVisible()
})

test('the reviewer returns one and accepts the other', async ({ browser }) => {
  const page = await at(browser, 'xacnhan')
  await openReport(page, timelyTask)
  // By keyboard alone; the next one opens by itself.
  await expect(page.getByRole('radio', { name: /Không đạt/ })).toBeVisible()
  await page.keyboard.press('k')
  await page.getByRole('textbox', { name: 'Nhận xét' }).fill('Bổ sung số liệu theo từng trường.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(timelyTask)).toHaveCount(0)
  await expect(page.getByText(lateTask).first()).toBeVisible()
  // A comment that says the opposite of the verdict is asked about once more.
  await page.getByRole('radio', { name: /^Đạt/ }).check()
  await page.getByRole('textbox', { name: 'Nhận xét' }).fill('Còn thiếu phụ lục.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Nếu đúng như vậy, gửi lần nữa.')).toBeVisible()
  await expect(page.getByText(lateTask).first()).toBeVisible()
  await page.getByRole('textbox', { name: 'Nhận xét' }).fill('')
  await accept(page)
  await expect(page.getByText(lateTask)).toHaveCount(0)
})

test('the unit sees why, mends it and is accepted', async ({ browser }) => {
  const unit = await at(browser, 'so-y-te')
  await openTask(unit, timelyTask)
  await expect(unit.getByText('Bổ sung số liệu theo từng trường.').first()).toBeVisible()
  await writeReport(unit, { number: '13', symbol: 'BC-SYT', expected: /Đúng hạn|Trước hạn/ })
  await expect(unit.getByText('Đã gửi báo cáo').first()).toBeVisible()
  const reviewer = await at(browser, 'xacnhan')
  await openReport(reviewer, timelyTask)
  await accept(reviewer)
  await expect(reviewer.getByText(timelyTask)).toHaveCount(0)
})

test('anyone sees both, and neither names nor comments', async ({ page }) => {
  await page.goto('/cong-khai/nhiem-vu?q=truong hoc')
  await expect(page.getByText(lateTask)).toBeVisible()
  await page.getByRole('link', { name: new RegExp(timelyTask) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nhiệm vụ của Sở Y tế')
  await expect(page.getByText(timelyTask).first()).toBeVisible()
  await expect(page.getByText('Hoàn thành').first()).toBeVisible()
  await expect(page.getByText('Bổ sung số liệu theo từng trường.')).toHaveCount(0)
  await expect(page.getByText('Trần Văn Bình')).toHaveCount(0)
})

test('the figures add up', async ({ browser }) => {
  const page = await at(browser, 'lanhdao')
  // Other tests count orders of other leaders.
  await page.goto(`/thong-ke?groupBy=unit&directedById=${office().leaders[0]?.id}`)
  const table = page.getByRole('table')
  /** Total and the seven statuses of a row. */
  const figures = async (name: string) => {
    const row = table.getByRole('row').filter({ hasText: name })
    await expect(row).toHaveCount(1)
    const cells = await row.getByRole('cell').allTextContents()
    return cells.slice(1, 9).map((text) => Number.parseInt(text, 10))
  }
  const late = await figures('Sở Xây dựng')
  const timely = await figures('Sở Y tế')
  const total = await figures('Cộng')
  for (const [all, ...statuses] of [late, timely, total]) {
    expect(statuses.reduce((sum, count) => sum + count, 0)).toBe(all)
  }
  expect(late.at(-1)).toBe(1)
  expect(total).toEqual(late.map((count, i) => count + (timely[i] ?? 0)))
})

async function openTask(page: Page, content: string): Promise<void> {
  await page.goto(`/nhiem-vu?q=${encodeURIComponent(content)}`)
  // In the list: what was searched for stands above it too, as a condition that can be dropped.
  await page
    .getByRole('table')
    .getByRole('link', { name: new RegExp(content) })
    .first()
    .click()
  await page.waitForURL(/\/nhiem-vu\/[0-9a-f-]{36}/)
}

async function openReport(page: Page, content: string): Promise<void> {
  await page.goto('/cho-xac-nhan')
  await page
    .getByRole('link', { name: new RegExp(content) })
    .first()
    .click()
  await page.waitForURL(/\/cho-xac-nhan\/[0-9a-f-]{36}/)
}

async function accept(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /^Đạt/ }).check()
  await page.getByRole('button', { name: 'Xác nhận đạt' }).click()
}

async function writeReport(
  page: Page,
  { number, symbol, expected }: { number: string; symbol: string; expected: RegExp },
): Promise<void> {
  await page.getByRole('button', { name: 'Báo cáo kết quả' }).click()
  await page.getByRole('textbox', { name: 'Tên báo cáo' }).fill('Báo cáo kết quả thực hiện')
  await page.getByRole('textbox', { name: 'Số', exact: true }).fill(number)
  await page.getByRole('textbox', { name: 'Ký hiệu' }).fill(symbol)
  await page.getByRole('textbox', { name: 'Người ký' }).fill('Nguyễn Văn Giám Đốc')
  await page.locator('input[type=file]').setInputFiles(await pdf(`bao-cao-${number}`))
  await expect(page.getByText('Nếu gửi bây giờ:')).toBeVisible()
  await expect(page.getByText(expected).first()).toBeVisible()
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click()
}
