import { expect, type Page } from '@playwright/test'

/**
 * Takes what is offered under a field. Not by moving a pointer to it: it would be scrolled to first,
 * and what is offered goes away when the page moves under it.
 */
export async function pick(page: Page, option: RegExp): Promise<void> {
  const offered = page.getByRole('option', { name: option })
  await expect(offered).toBeVisible()
  await offered.dispatchEvent('click')
}
