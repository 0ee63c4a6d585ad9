import type { Browser, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { signIn } from './desk.ts'
import { province } from './furnish.ts'
import type { Door, Found } from './page-doors.ts'

export type Scheme = 'light' | 'dark'

export const screens = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  narrowest: { width: 320, height: 640 },
} as const

/** Browsers of the province's people, one each for all the pages a test looks at. */
export class Visits {
  readonly faults: string[] = []
  readonly #pages = new Map<string, Page>()
  readonly #browser: Browser
  readonly #found: Found

  constructor(browser: Browser, found: Found) {
    this.#browser = browser
    this.#found = found
  }

  /** Opens a page as one who may, and waits until all of it has come. */
  async open({ who, open }: Door, scheme: Scheme): Promise<Page> {
    const page = await this.as(who)
    await page.setViewportSize(screens.desk)
    await page.emulateMedia({
      colorScheme: scheme,
      media: 'screen',
      reducedMotion: 'no-preference',
    })
    await page.goto(open(this.#found))
    await arrived(page)
    return page
  }

  address({ open }: Door): string {
    return open(this.#found)
  }

  async as(who: string | null): Promise<Page> {
    const known = this.#pages.get(who ?? '')
    if (known) return known
    const { url, password } = province()
    const context = await this.#browser.newContext({
      baseURL: url,
      locale: 'vi-VN',
      timezoneId: 'America/New_York',
    })
    const page = await context.newPage()
    if (who) await signIn(page, who, password)
    this.#watch(page, new URL(url).origin)
    this.#pages.set(who ?? '', page)
    return page
  }

  async close(): Promise<void> {
    for (const page of this.#pages.values()) await page.context().close()
  }

  /** What goes wrong out of sight: errors thrown, and requests to anybody else. */
  #watch(page: Page, own: string): void {
    page.on('pageerror', (error) => this.faults.push(`${page.url()}: ${error.message}`))
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== own) this.faults.push(request.url())
    })
  }
}

export async function arrived(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}
