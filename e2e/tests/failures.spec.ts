import { type Browser, expect, type Page, test } from '@playwright/test'
import { type Api, apiOf } from '../support/api.ts'
import { type Desk, deskOf } from '../support/desk.ts'
import { isoDay, pdf, typedDay } from '../support/documents.ts'
import { changingOffice, password } from '../support/furnish.ts'
import { lookOnce } from '../support/look.ts'
import { numbered } from '../support/numbered.ts'
import { pick } from '../support/pick.ts'

/*
 * What goes wrong in the middle of work: no network, a slow server, an answer that is lost, a
 * colleague who was quicker, a session that ends. Nothing typed is lost, and the words say what to
 * do. At the second office, where nobody else reviews.
 */

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

const api = (username: string): Promise<Api> => apiOf(username, changingOffice().url)

/** The form of a new document, filled so far that it could be sent. */
async function filledEntry(page: Page, number: string): Promise<void> {
  await page.goto('/van-ban/moi')
  await page.getByRole('textbox', { name: 'Số', exact: true }).fill(`${number}/TB-VPUBND`)
  await page.getByRole('textbox', { name: 'Tên văn bản' }).fill(`Kết luận số ${number}`)
  await page.getByRole('combobox', { name: 'Người chỉ đạo' }).fill('tran thi anh')
  await pick(page, /Trần Thị Ánh/)
  await page.getByRole('combobox', { name: 'Người ký' }).fill('Trần Văn Ký')
  await page.locator('input[type=file]').setInputFiles(await pdf(`thong-bao-${number}`))
  await expect(page.getByText('Tệp không có chữ ký số')).toBeVisible()
  const task = page.getByRole('listitem', { name: 'Nhiệm vụ 1' })
  await task.getByRole('textbox', { name: 'Nội dung nhiệm vụ' }).fill(`Việc của số ${number}`)
  await task.getByRole('textbox', { name: 'Thời hạn' }).fill(typedDay(20))
  await task.getByRole('textbox', { name: 'Đơn vị thực hiện' }).fill('y te')
  await pick(page, /Sở Y tế/)
}

const entered = async (number: string): Promise<number> => {
  const found = await (await api('chuyenvien')).get<{ items: unknown[] }>(
    `/directives?q=${number}/TB-VPUBND`,
  )
  return found.items.length
}

test('without a network nothing is lost, and sending again sends', async ({ browser }) => {
  const page = await at(browser, 'chuyenvien')
  await filledEntry(page, numbered(6801))
  await page.context().setOffline(true)
  await expect(page.getByText('Mất kết nối với máy chủ.')).toBeVisible()
  await lookOnce(page, 'offline')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Không nhận được trả lời của máy chủ')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText('Mất kết nối với máy chủ.')).toHaveCount(0)
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/van-ban\/[0-9a-f-]{36}$/)
  expect(await entered(numbered(6801))).toBe(1)
})

test('an answer that is lost: pressed again, it is entered once', async ({ browser }) => {
  const page = await at(browser, 'chuyenvien')
  await filledEntry(page, numbered(6802))
  let lost = 0
  await page.route('**/api/v1/directives', async (route) => {
    if (route.request().method() !== 'POST' || lost++ > 0) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/phần mềm chỉ ghi một lần/)).toBeVisible()
  expect(await entered(numbered(6802))).toBe(1)
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/van-ban\/[0-9a-f-]{36}$/)
  expect(await entered(numbered(6802))).toBe(1)
})

test('a slow server is said to be slow, and what is typed stays in the other language', async ({
  browser,
}) => {
  const page = await at(browser, 'chuyenvien')
  await filledEntry(page, numbered(6803))
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enter a new directive')
  await expect(page.getByRole('textbox', { name: 'What is to be done' })).toHaveValue(
    `Việc của số ${numbered(6803)}`,
  )
  await page.getByRole('button', { name: 'Tiếng Việt' }).click()
  await expect(page.getByRole('textbox', { name: 'Tên văn bản' })).toHaveValue(
    `Kết luận số ${numbered(6803)}`,
  )

  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/v1/directives', async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  await page.getByRole('textbox', { name: 'Tên văn bản' }).focus()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Máy chủ trả lời chậm.')).toBeVisible()
  answer()
  await page.waitForURL(/\/van-ban\/[0-9a-f-]{36}$/)
  await expect(page.getByText('Máy chủ trả lời chậm.')).toHaveCount(0)
})

test('a document that is there already is named at its number, with the way to it', async ({
  browser,
}) => {
  const page = await at(browser, 'chuyenvien')
  await filledEntry(page, numbered(6803))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('textbox', { name: 'Số', exact: true })).toBeFocused()
  await expect(page.getByRole('link', { name: 'Mở văn bản đã có' })).toBeVisible()
})

test('a colleague reviewed first: what, by whom, and one’s own comment kept', async ({
  browser,
}) => {
  const report = await waitingReport(`Việc của số ${numbered(6801)}`)
  const page = await at(browser, 'xacnhan')
  // The refusal comes before the news of what the colleague did.
  await page.route('**/api/v1/events', (route) => route.abort())
  await page.goto(`/cho-xac-nhan/${report.assignmentId}`)
  await page.getByRole('textbox', { name: 'Nhận xét' }).fill('Bổ sung số liệu từng trường.')
  await page.getByRole('radio', { name: /Không đạt/ }).check()
  await (await api('xacnhan')).post(`/reports/${report.id}/review`, {
    verdict: 'satisfactory',
    comment: null,
  })
  const send = page.getByRole('button', { name: 'Xác nhận không đạt' })
  await send.click()
  await expect(page.getByText(/vừa được Trần Văn Bình xử lý lúc/)).toBeVisible()
  await expect(page.getByText('Bổ sung số liệu từng trường.')).toBeVisible()
  await lookOnce(page, 'overtaken-review')
})

test('a colleague saved first: what they changed, and one’s own words on top', async ({
  browser,
}) => {
  const specialist = await api('chuyenvien')
  const { items } = await specialist.get<{ items: { id: string; version: number }[] }>(
    `/directives?q=${numbered(6802)}/TB-VPUBND`,
  )
  const [{ id, version } = { id: '', version: 0 }] = items
  const page = await at(browser, 'chuyenvien')
  await page.goto(`/van-ban/${id}/sua`)
  await page.getByRole('textbox', { name: 'Trích yếu' }).fill('Trích yếu của tôi')
  await specialist.patch(`/directives/${id}`, version, { title: 'Tên do người khác sửa' })
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click()
  await expect(page.getByText('Có người vừa sửa văn bản này').first()).toBeVisible()
  await page.getByRole('button', { name: /giữ những gì tôi đã nhập/ }).click()
  await expect(page.getByRole('textbox', { name: 'Tên văn bản' })).toHaveValue(
    'Tên do người khác sửa',
  )
  await expect(page.getByRole('textbox', { name: 'Trích yếu' })).toHaveValue('Trích yếu của tôi')
})

test('a session that ends in mid-form is begun again in place, by the same account alone', async ({
  browser,
}) => {
  const page = await at(browser, 'chuyenvien')
  await filledEntry(page, numbered(6804))
  await page.clock.install()
  // Ended at the server; the token in hand lasts ten minutes at most.
  await page.request.delete('/api/v1/session')
  await page.clock.fastForward('11:00')
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã kết thúc' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByLabel('Tên đăng nhập')).toHaveValue('chuyenvien')
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.waitForURL(/\/van-ban\/[0-9a-f-]{36}$/)
  expect(await entered(numbered(6804))).toBe(1)
})

test('a page that cannot be read says so, and is read by itself once it can be', async ({
  browser,
}) => {
  const page = await at(browser, 'chuyenvien')
  await page.route('**/api/v1/directives?*', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: '/problems/not-ready',
        title: 'Máy chủ chưa sẵn sàng',
        status: 503,
      }),
    }),
  )
  await page.goto('/van-ban')
  await expect(page.getByText('Máy chủ chưa sẵn sàng').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Thử lại' })).toBeVisible()
  await page.unroute('**/api/v1/directives?*')
  await expect(page.getByRole('table').getByText(`${numbered(6803)}/TB-VPUBND`)).toBeVisible()
})

/** A report on the task of that content, sent by Sở Y tế. */
async function waitingReport(content: string): Promise<{ id: string; assignmentId: string }> {
  const unit = await api('so-y-te')
  const { items } = await unit.get<{ items: { id: string }[] }>(
    `/assignments?q=${encodeURIComponent(content)}`,
  )
  const assignmentId = items[0]?.id ?? ''
  const { id: fileId } = await unit.upload(await pdf('bao-cao'))
  const sent = await unit.post<{ reports: { id: string }[] }>(
    `/assignments/${assignmentId}/reports`,
    {
      title: 'Báo cáo kết quả',
      number: '5',
      symbol: 'BC-SYT',
      issuedOn: isoDay(0),
      signedBy: 'Giám đốc',
      files: [{ fileId, role: 'signed_document' }],
    },
  )
  return { id: sent.reports.at(-1)?.id ?? '', assignmentId }
}
