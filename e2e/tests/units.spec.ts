import { type Browser, expect, type Page, test } from '@playwright/test'
import { apiOf } from '../support/api.ts'
import { type Desk, deskOf } from '../support/desk.ts'
import { isoDay } from '../support/documents.ts'
import { changingOffice, password } from '../support/furnish.ts'
import { look } from '../support/look.ts'
import { enterOrder } from '../support/orders.ts'

/*
 * Two communes become one: what will happen is seen before it does, the new one's account finds the
 * work, the old one is told where it went, and figures are had either way.
 */

const old = ['Ủy ban nhân dân xã Hòa Bình', 'Ủy ban nhân dân xã Hòa Lạc']
const merged = 'Ủy ban nhân dân xã Hòa Tân'
const tasks = ['Kiểm kê đất công ích của xã', 'Sửa chữa đường liên thôn']

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

test.beforeAll(async () => {
  const admin = await apiOf('admin', changingOffice().url)
  const ids: string[] = []
  for (const [index, name] of old.entries()) {
    const shortName = name.replace('Ủy ban nhân dân xã', 'Xã')
    const code = `xa-cu-${index + 1}`
    const unit = await admin.post<{ id: string }>('/units', {
      code,
      name,
      shortName,
      type: 'commune',
    })
    ids.push(unit.id)
  }
  await account('xa-cu-1', old[0] ?? '', ids[0] ?? '')
  await enterOrder(
    '401',
    tasks.map((content, index) => ({
      content,
      dueOn: isoDay(15 + index),
      unitIds: [ids[index] ?? ''],
    })),
  )
})

/** An account of a unit, past its first password. */
async function account(username: string, displayName: string, unitId: string): Promise<void> {
  const { url } = changingOffice()
  const admin = await apiOf('admin', url)
  const { oneTimePassword } = await admin.post<{ oneTimePassword: string }>('/accounts', {
    username,
    displayName,
    roles: ['unit'],
    unitId,
  })
  const own = await apiOf(username, url, oneTimePassword)
  await own.put('/me/password', { currentPassword: oneTimePassword, newPassword: password })
}

test('the admin merges two, having seen what will happen', async ({ browser }) => {
  const page = await at(browser, 'admin')
  await page.goto('/quan-tri/don-vi')
  await page.getByRole('button', { name: 'Sáp nhập, đổi tên, kết thúc' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Xem trước' }).click()
  await expect(dialog.getByText('Hãy điền mục này.').first()).toBeVisible()
  for (const name of old) {
    await dialog.getByRole('textbox', { name: 'Đơn vị kết thúc' }).fill(name)
    await page.getByRole('option', { name }).click()
  }
  await page.keyboard.press('Escape')
  await dialog.getByRole('textbox', { name: 'Tên đơn vị mới' }).fill(merged)
  await dialog.getByRole('textbox', { name: 'Tên gọi tắt' }).fill('Xã Hòa Tân')
  await dialog.getByRole('textbox', { name: 'Mã', exact: true }).fill('xa-moi')
  await dialog.getByRole('combobox', { name: 'Loại đơn vị' }).selectOption('commune')
  await dialog.getByRole('textbox', { name: 'Văn bản' }).fill('Nghị quyết số 12/NQ-HĐND')
  await dialog.getByRole('textbox', { name: 'Lý do' }).fill('Sắp xếp đơn vị hành chính cấp xã.')
  await look(page, 'units-form')
  await dialog.getByRole('button', { name: 'Xem trước' }).click()
  await expect(dialog.getByRole('heading', { name: 'Điều sẽ xảy ra' })).toBeFocused()
  for (const name of old) {
    await expect(dialog.getByRole('region', { name })).toContainText('1 việc chủ trì')
  }
  await look(page, 'units-outlook')
  await dialog.getByRole('button', { name: 'Chuyển 2 việc cho đơn vị kế thừa' }).click()
  await expect(dialog.getByRole('heading', { name: 'Đã thực hiện' })).toBeVisible()
  await look(page, 'units-done')
  await dialog.getByRole('button', { name: 'Đóng' }).last().click()
  await page.getByRole('link', { name: 'Đã kết thúc' }).click()
  await expect(page.getByRole('row', { name: new RegExp(old[0] ?? '') })).toContainText(merged)
  await look(page, 'units-ended')
})

test('the new one finds the work, and whose it was', async ({ browser }) => {
  const admin = await apiOf('admin', changingOffice().url)
  const { items } = await admin.get<{ items: { id: string; code: string }[] }>('/units?q=xa-moi')
  const unit = items.find(({ code }) => code === 'xa-moi')
  await account('xa-moi', merged, unit?.id ?? '')
  const page = await at(browser, 'xa-moi')
  await look(page, 'units-heir-overview')
  await page.goto('/nhiem-vu')
  for (const task of tasks)
    await expect(page.getByRole('link', { name: task }).first()).toBeVisible()
  await look(page, 'units-heir-list')
  await page.getByRole('link', { name: tasks[0] }).first().click()
  await expect(page.getByText(`Chuyển từ ${old[0]}`, { exact: false }).first()).toBeVisible()
  await look(page, 'units-heir-task')
})

test('the old one is told where its work went', async ({ browser }) => {
  const page = await at(browser, 'xa-cu-1')
  await expect(page.getByText(`đã chuyển cho ${merged}`, { exact: false })).toBeVisible()
  await look(page, 'units-old-overview')
})

test('figures are had as units were, and by who succeeded them', async ({ browser }) => {
  const page = await at(browser, 'lanhdao')
  const table = page.getByRole('table', { name: 'Bảng số liệu thống kê' })
  const row = (name: string) => table.getByRole('row', { name: new RegExp(`^${name}`) })
  await page.goto('/thong-ke')
  await page.getByRole('button', { name: /Đơn vị tính theo/ }).click()
  await look(page, 'units-statistics-choice')
  await page.getByText('Gộp về đơn vị kế thừa').click()
  await expect(page).toHaveURL(/units=by_successor/)
  await expect(row(merged).getByRole('cell').nth(1)).toHaveText(/^2/)
  for (const name of old) await expect(row(name)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await look(page, 'units-statistics')
  await row(merged).getByRole('cell').nth(1).getByRole('link').click()
  await expect(page.getByText('2 kết quả')).toBeVisible()
})

test('anyone reads on the old one where its work went', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: changingOffice().url, locale: 'vi-VN' })
  const page = await context.newPage()
  await page.goto('/cong-khai/don-vi/xa-cu-1')
  await expect(page.getByRole('link', { name: merged }).first()).toBeVisible()
  await look(page, 'units-public-old')
  await page.getByRole('link', { name: merged }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(merged)
  await expect(page.getByText(old[0] ?? '').first()).toBeVisible()
  await look(page, 'units-public-heir')
  await context.close()
})
