import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Api, apiOf } from '../support/api.ts'
import { type Desk, deskOf } from '../support/desk.ts'
import { isoDay, pdf } from '../support/documents.ts'
import { office } from '../support/furnish.ts'

/*
 * Long lists: kept views, rows chosen to remind and to take away, a place that Back comes back to,
 * and addresses that are broken. Of a leader of this test's own, so that nothing moves meanwhile.
 */

let leader: { id: string }
let coordinator: Api
let dueOn: string

test.beforeAll(async ({ browserName: _ }, { workerIndex }) => {
  const admin = await apiOf('admin')
  leader = await admin.post('/leaders', { name: 'Đỗ Thị Danh Sách', position: 'Phó Chủ tịch' })
  coordinator = await apiOf('tonghop')
  const specialist = await apiOf('chuyenvien')
  const file = await specialist.upload(await pdf('van-ban-801'))
  const { soXayDung, soYTe } = office().units
  const unitIds = [soXayDung.id, soYTe.id]
  dueOn = isoDay(20)
  await specialist.post('/directives', {
    kind: 'official_letter',
    title: 'Công văn số 801 để xem danh sách dài',
    // Played once more, it is another document.
    number: String(801 + workerIndex),
    symbol: 'UBND-DS',
    abstract: 'Giao nhiều nhiệm vụ',
    issuedOn: isoDay(-1),
    directedById: leader.id,
    signedBy: 'Đỗ Thị Danh Sách',
    files: [{ fileId: file.id, role: 'signed_document' }],
    tasks: Array.from({ length: 60 }, (_, n) => ({ content: `Dòng ${101 + n}.`, dueOn, unitIds })),
  })
})

const desks: Desk[] = []
const at = async (browser: Browser, username: string): Promise<Page> => {
  const desk = await deskOf(browser, username)
  desks.push(desk)
  return desk.page
}
test.afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close()
})

const own = () => `/nhiem-vu?directedById=${leader.id}`
const rows = (page: Page) => page.locator('main tbody tr[aria-rowindex]')
const boxOf = (page: Page, name: RegExp) => page.getByRole('checkbox', { name }).first()
const bar = (page: Page) => page.getByRole('region', { name: 'Việc làm với các dòng đã chọn' })

test('a view is kept under a name, opened again, and dropped with a way back', async ({
  browser,
}) => {
  const page = await at(browser, 'xacnhan')
  await page.goto(`${own()}&sort=-dueOn`)
  await page.getByRole('button', { name: 'Chế độ xem', exact: true }).click()
  await page.getByLabel('Tên chế độ xem').fill('Danh sách dài')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(page.getByText('Đã lưu chế độ xem “Danh sách dài”.')).toBeVisible()

  await page.goto('/nhiem-vu')
  await page.getByRole('button', { name: 'Chế độ xem', exact: true }).click()
  await page.getByRole('link', { name: 'Danh sách dài' }).click()
  await expect(page).toHaveURL(new RegExp(`directedById=${leader.id}.*sort=-dueOn`))
  const inForce = page.getByRole('button', { name: 'Chế độ xem: Danh sách dài' })
  await inForce.click()
  await page.getByRole('button', { name: 'Xóa chế độ xem “Danh sách dài”' }).click()
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(inForce).toBeVisible()
})

test('several units are reminded at once; one that was today is not, and it is said why', async ({
  browser,
}) => {
  const { items } = await coordinator.get<{ items: { id: string; task: { content: string } }[] }>(
    `/assignments?directedById=${leader.id}&limit=200`,
  )
  const reminded = items.find(({ task }) => task.content === 'Dòng 101.')?.id
  await coordinator.post('/reminders', { assignmentIds: [reminded] })

  const page = await at(browser, 'tonghop')
  await page.goto(`${own()}&q=${encodeURIComponent('Dòng 101.')}`)
  await expect(rows(page)).toHaveCount(2)
  await boxOf(page, /^Chọn cả/).check()
  await expect(bar(page)).toContainText('Đã chọn 2 nhiệm vụ')
  await bar(page).getByRole('button', { name: 'Nhắc đơn vị' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nhắc đơn vị báo cáo kết quả' })
  await expect(dialog).toContainText('Sẽ nhắc 2 đơn vị về 2 nhiệm vụ')
  await dialog.getByLabel('Lời nhắn').fill('Đề nghị báo cáo trước thứ Sáu.')
  await dialog.getByRole('button', { name: 'Gửi lời nhắc' }).click()
  await expect(dialog).toContainText('Đã nhắc 1 đơn vị về 1 nhiệm vụ.')
  await expect(dialog).toContainText('1 nhiệm vụ: hôm nay đã nhắc rồi')
  await dialog.getByRole('button', { name: 'Đóng' }).last().click()
  await expect(bar(page)).toBeHidden()
})

test('rows chosen by mouse and key stay chosen in another order, are taken away, and go with the filter', async ({
  browser,
}) => {
  const page = await at(browser, 'so-xay-dung')
  await page.goto(`${own()}&sort=dueOn`)
  await expect(rows(page).first()).toBeVisible()
  const boxes = rows(page).getByRole('checkbox')
  await boxes.nth(1).check()
  await boxes.nth(3).click({ modifiers: ['Shift'] })
  await boxes.nth(5).focus()
  await page.keyboard.press('Space')
  await expect(bar(page)).toContainText('Đã chọn 4 nhiệm vụ')
  const chosen = await rows(page)
    .filter({ has: page.locator('input:checked') })
    .getByRole('link')
    .allTextContents()
  await page.getByRole('link', { name: 'Thời hạn' }).click()
  await expect(page).toHaveURL(/sort=-dueOn/)
  await expect(bar(page)).toContainText('Đã chọn 4 nhiệm vụ')

  await bar(page).getByRole('button', { name: 'Xuất các dòng đã chọn' }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV' }).click()
  const text = await readFile(await (await saved).path(), 'utf8')
  const lines = text.trim().split('\r\n').slice(1)
  expect(lines).toHaveLength(4)
  for (const content of chosen) expect(text).toContain(`,${content},`)

  await page.getByRole('searchbox').last().fill('Dòng 107.')
  await expect(page.getByText('4 dòng đã chọn không còn được chọn')).toBeVisible()
  await expect(bar(page)).toBeHidden()
})

test('a long list loads as one scrolls, and Back comes to the same place', async ({ browser }) => {
  const page = await at(browser, 'xacnhan')
  await page.goto(`${own()}&sort=dueOn`)
  await expect(rows(page)).toHaveCount(50)
  await rows(page).last().scrollIntoViewIfNeeded()
  await expect(rows(page)).toHaveCount(120)
  await expect(page.locator('main table')).toHaveAttribute('aria-rowcount', '121')
  const row = rows(page).nth(90)
  await row.scrollIntoViewIfNeeded()
  const place = await page.evaluate(() => scrollY)
  expect(place).toBeGreaterThan(1000)
  await row.getByRole('link').click()
  await expect(page).toHaveURL(/\/nhiem-vu\/[\w-]+$/)
  await page.goBack()
  await expect(row).toBeInViewport()
  expect(Math.abs((await page.evaluate(() => scrollY)) - place)).toBeLessThan(80)
})

test('what means nothing in an address is named, and dropped alone', async ({ browser }) => {
  const page = await at(browser, 'xacnhan')
  await page.goto(`${own()}&status=muon&loc=1&kind=official_letter`)
  const notice = page.getByRole('status').filter({ hasText: 'không hiểu được' })
  await expect(notice).toContainText('“muon” không phải là giá trị của “Tình trạng”.')
  await expect(notice).toContainText('Trang này không có điều kiện “loc”.')
  await expect(rows(page)).toHaveCount(50)
  await notice.getByRole('link', { name: 'Bỏ điều kiện này' }).click()
  await expect(notice).toBeHidden()
  await expect(page).toHaveURL(`${own()}&kind=official_letter`)

  for (const [address, name] of [
    ['/van-ban?status=muon', 'Tình trạng'],
    ['/thong-ke?groupBy=mua', 'groupBy'],
    ['/thong-ke/tuan-thu?from=2026-02-30', 'Kỳ thống kê'],
    ['/bao-cao?trang=2', 'trang'],
    ['/cong-khai/nhiem-vu?dueTo=mai', 'Thời hạn'],
  ]) {
    await page.goto(address ?? '')
    await expect(notice, address).toContainText(`“${name}`)
  }
})

test('a day of the due calendar opens the list it counts', async ({ browser }) => {
  const page = await at(browser, 'lanhdao')
  await page.goto(`/tong-quan?thang=${dueOn.slice(0, 7)}`)
  const calendar = page.getByRole('region', { name: 'Lịch đến hạn' })
  const day = calendar.getByRole('link').filter({ hasText: /\d/ }).last()
  const count = Number(await day.locator('strong').textContent())
  expect(count).toBeGreaterThan(0)
  await day.click()
  await expect(page).toHaveURL(/effectiveDueFrom=/)
  await expect(page.getByText(`${count} kết quả`, { exact: true })).toBeVisible()
})
