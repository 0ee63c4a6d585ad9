import { expect, type Page, test } from '@playwright/test'
import { type Desk, deskOf } from '../support/desk.ts'
import { asTyped, isoDay, pdf } from '../support/documents.ts'
import { lookOnce } from '../support/look.ts'
import { numbered } from '../support/numbered.ts'

/*
 * A specialist enters what was signed at 14:50: by keyboard alone, the tasks from a spreadsheet or
 * typed with what repeats taken over; what was typed outlives the tab, a file that cannot be sent is
 * sent again, and what is wrong is said where it is.
 */

test.describe.configure({ mode: 'serial' })

let desk: Desk
let page: Page
test.beforeEach(async ({ browser }) => {
  desk = await deskOf(browser, 'chuyenvien', { permissions: ['clipboard-read', 'clipboard-write'] })
  page = desk.page
  await page.goto('/van-ban/moi')
  await expect(field('Tên văn bản')).toBeVisible()
})
test.afterEach(() => desk.close())

const field = (name: string) => page.getByRole('textbox', { name, exact: true })
const task = (n: number) => page.getByRole('listitem', { name: `Nhiệm vụ ${n}`, exact: true })
const content = (n: number) => task(n).getByRole('textbox', { name: 'Nội dung nhiệm vụ' })
const due = (n: number) => task(n).getByRole('textbox', { name: 'Thời hạn' })

/** On with Tab until the field of that name has the cursor. */
async function tabTo(name: string): Promise<void> {
  const named = () =>
    page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement | null
      return (at?.labels?.[0]?.textContent ?? at?.getAttribute('aria-label') ?? '').trim()
    })
  for (let presses = 0; presses < 30; presses++) {
    if ((await named()).startsWith(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no Tab leads to ${name}`)
}

async function choose(name: string, words: string, option: RegExp): Promise<void> {
  await tabTo(name)
  await page.keyboard.type(words)
  await expect(page.getByRole('option', { name: option }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

/** Directed by the second leader: the figures of the first are counted elsewhere. */
async function metadata(number: string): Promise<void> {
  await page.locator('#main').focus()
  await tabTo('Số')
  await page.keyboard.type(`${number}/TB-VPUBND`)
  await tabTo('Tên văn bản')
  await page.keyboard.type(`Kết luận số ${number} tại cuộc họp giao ban`)
  await choose('Người chỉ đạo', 'tran thi anh', /Trần Thị Ánh/)
  await tabTo('Người ký')
  await page.keyboard.type('Trần Văn Ký')
}

async function paste(text: string): Promise<void> {
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text)
  await page.keyboard.press('Control+V')
}

test('rows of a spreadsheet become tasks, and the whole is entered by keyboard alone', async () => {
  await metadata(numbered(701))
  // The one thing of the hand: the file is dragged in, anywhere.
  await drop(page, 'main', await pdf(`thong-bao-${numbered(701)}`))
  await expect(page.getByText('Tệp không có chữ ký số')).toBeVisible()
  await tabTo('Nội dung nhiệm vụ')
  await paste(
    [
      'TT\tNội dung\tThời hạn\tĐơn vị thực hiện\tGhi chú',
      `1\t"Rà soát bếp ăn\n- trường tiểu học"\t${asTyped(isoDay(20))}\tSở Y tế; so xay dung\tgấp`,
      '2\tBáo cáo kết quả\ttrong tháng\tnt\t',
      `3\tKiểm tra đường liên xã\t${asTyped(isoDay(30))}\tSở Vũ trụ; xa tan hong\t`,
    ].join('\n'),
  )
  await expect(page.getByText('Đã thêm 3 nhiệm vụ từ nội dung dán.')).toBeVisible()
  await expect(page.getByText('Không lấy cột: Ghi chú.')).toBeVisible()
  await expect(content(1)).toHaveValue('Rà soát bếp ăn\n- trường tiểu học')
  await expect(task(2).getByText('Chưa hiểu thời hạn “trong tháng”. Hãy nhập ngày.')).toBeVisible()
  await expect(task(3).getByText('Chưa nhận ra “Sở Vũ trụ”. Hãy chọn đơn vị.')).toBeVisible()
  await lookOnce(page, 'entry-pasted')

  // What was not understood is not sent; the first of it has the cursor.
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Còn 2 chỗ cần sửa')).toBeVisible()
  await expect(due(2)).toBeFocused()
  await page.keyboard.press('Control+D')
  await expect(due(2)).toHaveValue(asTyped(isoDay(20)))

  await task(3).getByRole('button', { name: 'Bỏ qua “Sở Vũ trụ”' }).press('Enter')
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/van-ban\/[0-9a-f-]{36}$/)
  await expect(page.getByText('Kiểm tra đường liên xã')).toBeVisible()
})

test('a paste is undone at once, and lines without columns are asked about', async () => {
  await content(1).focus()
  await paste(`Rà soát\t${asTyped(isoDay(20))}\tSở Y tế\nBáo cáo\t\tSở Y tế`)
  await expect(content(2)).toHaveValue('Báo cáo')
  await page.getByRole('button', { name: 'Hoàn tác dán' }).press('Enter')
  await expect(task(2)).toHaveCount(0)
  await expect(content(1)).toHaveValue('')

  await content(1).focus()
  await paste('1. Rà soát\n2. Báo cáo\n3. Kiểm tra')
  await page.getByRole('button', { name: 'Tách thành 3 nhiệm vụ' }).press('Enter')
  await expect(content(3)).toHaveValue('Kiểm tra')

  await page.getByRole('button', { name: 'Dán từ bảng tính' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Dán từ bảng tính' })
  await dialog.getByRole('textbox', { name: 'Nội dung dán' }).fill('Một\tngày mai\tSở Vũ trụ')
  await expect(dialog.getByText('Chưa hiểu thời hạn “ngày mai”')).toBeVisible()
  await lookOnce(page, 'entry-paste-dialog')
  await dialog.getByRole('button', { name: 'Thêm 1 nhiệm vụ' }).press('Enter')
  await expect(content(4)).toHaveValue('Một')
  await discard(page)
})

test('what repeats is taken over by key, and a short date is understood', async () => {
  await content(1).focus()
  await page.keyboard.type('Rà soát')
  await tabTo('Thời hạn')
  const [, month = '', day = ''] = isoDay(20).split('-')
  await page.keyboard.type(`${Number(day)}/${Number(month)}`)
  await expect(task(1).getByText(/hạn hiệu lực/)).toBeVisible()
  await choose('Đơn vị thực hiện', 'tat ca so', /Tất cả: Sở/)
  await page.keyboard.press('Alt+Enter')
  await expect(content(2)).toBeFocused()
  await page.keyboard.type('Báo cáo')
  await tabTo('Thời hạn')
  await page.keyboard.press('Control+D')
  await expect(due(2)).toHaveValue(asTyped(isoDay(20)))
  await tabTo('Đơn vị thực hiện')
  await page.keyboard.press('Control+D')
  await expect(page.getByText(/2 nhiệm vụ, 4 việc giao cho đơn vị/)).toBeVisible()
  await discard(page)
})

test('a draft outlives the tab, and leaving asks only when something was typed', async () => {
  await page.getByRole('link', { name: 'Nhiệm vụ', exact: true }).click()
  await page.waitForURL(/\/nhiem-vu\?/)
  await page.goBack()
  await field('Tên văn bản').fill('Kết luận giữ làm bản nháp')
  await content(1).fill('Việc chưa gửi')
  await page.getByRole('link', { name: 'Nhiệm vụ', exact: true }).click()
  const asked = page.getByRole('dialog', { name: 'Rời trang khi chưa gửi?' })
  await expect(asked).toBeVisible()
  await lookOnce(page, 'entry-leave')
  await asked.getByRole('button', { name: 'Ở lại' }).click()
  await expect(content(1)).toHaveValue('Việc chưa gửi')

  // Closed at once after the last letter: nothing is lost.
  await content(1).press('End')
  await page.keyboard.type(' hết câu')
  const context = page.context()
  page.on('dialog', (native) => native.accept())
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => context.pages().length).toBe(0)
  page = await context.newPage()
  await page.goto('/van-ban/moi')
  await expect(page.getByText(/Đã khôi phục bản nháp/)).toBeVisible()
  await expect(content(1)).toHaveValue('Việc chưa gửi hết câu')
  await discard(page)
})

test('a file is cancelled on its way, and one that broke off is sent again by itself', async () => {
  const held: (() => void)[] = []
  await page.route('**/api/v1/files', async (route) => {
    await new Promise<void>((resolve) => held.push(resolve))
    await route.abort().catch(() => undefined)
  })
  await drop(page, 'textarea', await pdf('huy-giua-chung'))
  await page.getByRole('button', { name: 'Hủy tải huy-giua-chung.pdf' }).click()
  await expect(page.getByText('huy-giua-chung.pdf')).toHaveCount(0)
  for (const release of held.splice(0)) release()
  await page.unroute('**/api/v1/files')

  let broken = 0
  await page.route('**/api/v1/files', (route) =>
    broken++ === 0 ? route.abort('connectionreset') : route.continue(),
  )
  await drop(page, 'main', await pdf('dut-mang'))
  await expect(page.getByText(/tự gửi lại sau/)).toBeVisible()
  await expect(page.getByText('Đã tải lên')).toBeVisible()
  expect(broken).toBe(2)
  await discard(page)
})

test('the first thing wrong has the cursor, and each is a press away', async () => {
  await page.keyboard.press('Control+Enter')
  await expect(field('Số')).toBeFocused()
  await expect(page.getByText(/Còn \d+ chỗ cần sửa/)).toBeVisible()
  await lookOnce(page, 'entry-errors')
  await page.getByRole('button', { name: /^Nhiệm vụ 1, Thời hạn/ }).press('Enter')
  await expect(due(1)).toBeFocused()
})

/** Files let go over a part of the page. */
async function drop(
  on: Page,
  over: string,
  { name, mimeType, buffer }: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const transfer = await on.evaluateHandle(
    ([bytes, fileName, type]) => {
      const dropped = new DataTransfer()
      const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))
      dropped.items.add(new File([content], fileName, { type }))
      return dropped
    },
    [buffer.toString('base64'), name, mimeType] as const,
  )
  const target = on.locator(over).first()
  await target.dispatchEvent('dragover', { dataTransfer: transfer })
  await expect(on.getByText('Thả tệp để đính kèm')).toBeVisible()
  await target.dispatchEvent('drop', { dataTransfer: transfer })
  await expect(on.getByText('Thả tệp để đính kèm')).toHaveCount(0)
}

async function discard(on: Page): Promise<void> {
  await on.getByRole('button', { name: 'Xóa bản nháp' }).click()
  await on.getByRole('dialog').getByRole('button', { name: 'Xóa bản nháp' }).click()
  await expect(on.getByRole('dialog')).toHaveCount(0)
}
