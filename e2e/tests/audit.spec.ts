import { expect, test } from '@playwright/test'
import { deskOf } from '../support/desk.ts'
import { isoDay } from '../support/documents.ts'
import { changingOffice } from '../support/furnish.ts'
import { look } from '../support/look.ts'
import { numbered } from '../support/numbered.ts'
import { enterOrder } from '../support/orders.ts'

test('the admin reads what was done, has it verified and takes it away', async ({ browser }) => {
  const { url, units } = changingOffice()
  const task = { content: 'Rà soát nhật ký', dueOn: isoDay(20), unitIds: [units.soYTe.id] }
  await enterOrder(numbered(7701), [task])
  const desk = await deskOf(browser, 'admin', { baseURL: url })
  const { page } = desk
  await page.goto('/tong-quan')
  await page.getByRole('link', { name: 'Nhật ký' }).first().click()
  await expect(page).toHaveURL(/\/quan-tri\/nhat-ky$/)
  await page.getByRole('button', { name: 'Kiểm tra ngay' }).click()
  await expect(page.getByText('tất cả đúng như khi được ghi')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải toàn bộ nhật ký' }).click()
  expect((await download).suggestedFilename()).toMatch(/^nhat-ky-.*\.ndjson$/)

  await page.goto('/quan-tri/nhat-ky?type=directive.recorded')
  const rows = page.getByRole('table').getByRole('row')
  await expect(rows.filter({ hasText: 'Nhập văn bản' }).first()).toBeVisible()
  await expect(rows.filter({ hasText: 'Giao nhiệm vụ' })).toHaveCount(0)
  await look(page, 'nhat-ky')

  await page.goto('/quan-tri/nhat-ky')
  await page.getByRole('button', { name: 'Tài khoản', exact: true }).click()
  await page.getByRole('searchbox', { name: 'Gõ để tìm' }).fill('chuyenvien')
  await page.getByRole('checkbox', { name: /\(chuyenvien\)$/ }).check()
  await expect(page).toHaveURL(/account=/)
  await expect(rows.filter({ hasText: 'Tạo tài khoản' })).toHaveCount(0)
  await expect(rows.filter({ hasText: 'Nhập văn bản' }).first()).toBeVisible()
  await desk.close()
})
