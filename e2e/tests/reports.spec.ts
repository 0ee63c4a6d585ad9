import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { deskOf } from '../support/desk.ts'
import { typedDay } from '../support/documents.ts'
import { province } from '../support/furnish.ts'
import { look } from '../support/look.ts'

/*
 * The coordinator's report: seen before it is frozen, frozen with a number, taken away in four
 * formats; and lists taken away whole, as a workbook and as the register.
 */

test.describe.configure({ mode: 'serial' })

const title = 'Báo cáo đột xuất phục vụ phiên họp'

test('the coordinator looks at a report, freezes it and takes it away', async ({ browser }) => {
  const { page, close } = await deskOf(browser, 'tonghop', at())
  await page.goto('/bao-cao')
  // The months that are over have drawn themselves up.
  await expect(page.getByRole('row', { name: /tháng \d+ năm \d+/ }).first()).toBeVisible()
  await expect(page.getByText(/tự lập vào ngày/)).toBeVisible()
  await look(page, 'reports-list')

  await page.getByRole('link', { name: 'Lập báo cáo đột xuất' }).click()
  const from = page.getByRole('textbox', { name: /Từ ngày/ })
  const to = page.getByRole('textbox', { name: /Đến ngày/ })
  await from.fill(typedDay(-10))
  await to.fill(typedDay(-40))
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await expect(to).toHaveAttribute('aria-invalid', 'true')
  await look(page, 'reports-refused')
  await from.fill(typedDay(-40))
  await to.fill(typedDay(-10))
  await page.getByRole('textbox', { name: /Tên báo cáo/ }).fill(title)
  await page.getByRole('button', { name: 'Xem trước' }).click()
  await expect(page.getByText('Bản xem trước.')).toBeVisible()
  const figures = page
    .getByRole('table', { name: /Số liệu theo: Đơn vị/ })
    .getByRole('row', { name: /^Cộng/ })
  const previewed = await figures.textContent()
  await look(page, 'reports-preview')

  await page.getByRole('button', { name: 'Chốt và lập báo cáo' }).click()
  await look(page, 'reports-confirm', '[role=dialog]')
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt và lập báo cáo' }).click()
  await page.waitForURL(/\/bao-cao\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.getByText(/Báo cáo số \d+\/\d{4}/).first()).toBeVisible()
  await expect(figures).toHaveText(previewed ?? '')
  await look(page, 'reports-frozen')

  for (const [choice, ends, begins] of papers) {
    const file = await takeAway(page, 'Xuất', choice)
    expect(file.name).toMatch(ends)
    expect(file.bytes.subarray(0, begins.length)).toEqual(begins)
    expect(file.bytes.length).toBeGreaterThan(200)
  }
  await look(page, 'reports-taken', '[role=status]')
  await page.goto('/bao-cao')
  await expect(page.getByRole('link', { name: title }).first()).toBeVisible()
  await close()
})

test('a list is taken away whole, and as the register', async ({ browser }) => {
  const { page, close } = await deskOf(browser, 'tonghop', at())
  await page.goto('/nhiem-vu')
  const total = /^\d+/.exec((await page.getByText(/^\d+ kết quả$/).textContent()) ?? '')?.[0]
  for (const choice of ['Excel (XLSX)', 'Sổ theo dõi (XLSX)']) {
    const file = await takeAway(page, 'Xuất', choice)
    expect(file.name).toMatch(/\.xlsx$/)
    expect(file.bytes.subarray(0, zip.length)).toEqual(zip)
    await expect(page.getByText(new RegExp(`Đã tải xong .+: ${total} dòng`)).first()).toBeVisible()
  }
  await look(page, 'reports-exported')
  await close()
})

test('a unit takes away its own list, and has no reports of the office', async ({ browser }) => {
  const { page, close } = await deskOf(browser, 'so-nong-nghiep-moi-truong', at())
  await expect(page.getByRole('link', { name: 'Báo cáo', exact: true })).toHaveCount(0)
  await page.goto('/bao-cao')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('không có quyền')
  await look(page, 'reports-unit')
  await close()
})

const at = () => ({ baseURL: province().url, secret: province().password })

const zip = Buffer.from('PK\u0003\u0004')

/** What is chosen, how the file is called, and how it begins. */
const papers: [choice: string, ends: RegExp, begins: Buffer][] = [
  ['Word (DOCX)', /\.docx$/, zip],
  ['PDF', /\.pdf$/, Buffer.from('%PDF-')],
  ['Excel (XLSX)', /\.xlsx$/, zip],
  ['CSV', /\.csv$/, Buffer.from('\ufeff')],
]

/** Chooses one of the documents offered, and waits until the browser has saved it. */
async function takeAway(page: Page, menu: string, choice: string) {
  await page.getByRole('button', { name: menu, exact: true }).click()
  const saved = page.waitForEvent('download')
  await page
    .getByRole('button', { name: new RegExp(`^${choice.replace(/[()]/g, '\\$&')}`) })
    .click()
  await expect(
    page
      .getByText('Đang chuẩn bị tệp…')
      .or(page.getByText(/Đã tải xong|Đang tải/))
      .first(),
  ).toBeAttached()
  const download = await saved
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}
