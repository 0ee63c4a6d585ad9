import { expect, test } from '@playwright/test'

test('anyone reads the public page', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
