import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { password } from './furnish.ts'
import { adminPassword } from './server.ts'

/** A person at a desk of their own: signed in, in a browser of their own. */
export interface Desk {
  page: Page
  close(): Promise<void>
}

export async function signIn(
  page: Page,
  username: string,
  secret = username === 'admin' ? adminPassword : password,
): Promise<void> {
  await page.goto('/dang-nhap')
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'))
}

export async function deskOf(
  browser: Browser,
  username: string,
  { secret, ...options }: BrowserContextOptions & { secret?: string } = {},
): Promise<Desk> {
  const context: BrowserContext = await browser.newContext({
    baseURL: process.env.E2E_URL,
    locale: 'vi-VN',
    timezoneId: 'America/New_York',
    ...options,
  })
  const page = await context.newPage()
  await signIn(page, username, secret)
  return { page, close: () => context.close() }
}
