import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

/**
 * Looks at what is on the page now, at a desk and on a phone: all of it has come, axe finds nothing
 * and nothing is wider than the screen. Pictures are kept in the folder named by `E2E_PICTURES`.
 * @param part what alone is new since the page was looked at: axe takes seconds for a long page
 */
export async function look(page: Page, name: string, part?: string): Promise<void> {
  for (const viewport of [phone, desk]) {
    await page.setViewportSize(viewport)
    await lookOnce(page, `${name}-${viewport.width}`, part)
  }
}

/** The same at the width the page has. */
export async function lookOnce(page: Page, name: string, part?: string): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  const folder = process.env.E2E_PICTURES
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect.soft(overflow, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
  const axe = new AxeBuilder({ page })
  const { violations } = await (part ? axe.include(part) : axe).analyze()
  expect.soft(violations.map(({ id, nodes }) => [name, id, nodes[0]?.html])).toEqual([])
}
