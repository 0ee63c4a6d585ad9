import { expect, test } from '@playwright/test'
import { signIn } from '../support/desk.ts'

test('the desk is behind the sign-in, and where one wanted to go is remembered', async ({
  page,
}) => {
  await page.goto('/nhiem-vu?status=overdue')
  await expect(page).toHaveURL(/\/dang-nhap/)
  await page.getByLabel('Tên đăng nhập').fill('so-y-te')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('không phải mật khẩu này')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page.getByText('Tên đăng nhập hoặc mật khẩu không đúng.').first()).toBeVisible()
  await page.getByLabel('Mật khẩu', { exact: true }).fill('mật khẩu để thử 2026')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page).toHaveURL(/\/nhiem-vu\?status=overdue/)
})

test('a session outlives the page, keeps no token where a script finds it, and ends for good', async ({
  page,
}) => {
  await signIn(page, 'so-y-te')
  await page.reload()
  await expect(page.getByRole('button', { name: /Tài khoản Sở Y tế/ })).toBeVisible()
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  expect(kept).not.toMatch(/eyJ/)
  expect(await page.evaluate(() => document.cookie)).toBe('')

  await page.getByRole('button', { name: /Tài khoản Sở Y tế/ }).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await expect(page.getByRole('button', { name: /Tài khoản/ })).toHaveCount(0)
  await page.goto('/tong-quan')
  await expect(page).toHaveURL(/\/dang-nhap/)
})

test('a page of another role says so and leads back', async ({ page }) => {
  await signIn(page, 'so-y-te')
  await page.goto('/van-ban')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('không có quyền')
})
