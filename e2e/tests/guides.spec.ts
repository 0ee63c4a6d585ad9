import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { apiOf } from '../support/api.ts'
import { deskOf } from '../support/desk.ts'
import { province } from '../support/furnish.ts'
import { type GuideScene, guideScenes } from '../support/guide-scenes.ts'
import { look } from '../support/look.ts'
import { screenWords } from '../support/screen-words.ts'

/*
 * The pictures in the guides are taken here (`pnpm guides`). Beside them stand the words each screen
 * had then: once a screen lacks one of them, its picture is out of date and the test says so.
 */

const taking = process.env.GUIDE_PICTURES === 'take'
const pictures = join(import.meta.dirname, '../../apps/web/src/features/guides/pictures')
const wordsFile = join(import.meta.dirname, '../support/guide-words.json')

/** The size every picture has; `picture.tsx` says the same to the page. */
const viewport = { width: 1366, height: 768 }

const byAccount = Map.groupBy(guideScenes, ({ account }) => account)

test.describe.configure({ mode: taking ? 'serial' : 'default' })

for (const [account, scenes] of byAccount) {
  test(`the pictures of ${account} show the screens as they are`, async ({ browser }) => {
    const { url, password } = province()
    const api = await apiOf(account, url, password)
    const desk = await deskOf(browser, account, {
      baseURL: url,
      secret: password,
      viewport,
      colorScheme: 'light',
      reducedMotion: 'reduce',
    })
    for (const scene of scenes) {
      await scene.open(desk.page, api)
      await settle(desk.page)
      const words = await screenWords(desk.page)
      if (taking) await take(browser, desk.page, scene, words)
      else {
        const gone = kept(scene).filter((word) => !words.includes(word))
        expect.soft(gone, `${scene.name}: take it again with pnpm guides`).toEqual([])
      }
    }
    await desk.close()
  })
}

test('a guide is read, and leads to the page it is about', async ({ browser }) => {
  const { url, password } = province()
  const { page, close } = await deskOf(browser, 'chuyenvien', { baseURL: url, secret: password })
  await page.getByRole('link', { name: 'Hướng dẫn sử dụng' }).click()
  await look(page, 'guides')
  await page.getByRole('link', { name: 'Chuyên viên', exact: true }).click()
  await expect(page.getByRole('img', { name: /Cập nhật một văn bản/ })).toBeVisible()
  await look(page, 'guide')
  await page.getByRole('link', { name: /Mở trang này.*Cập nhật một văn bản/ }).click()
  await page.waitForURL('**/van-ban/moi')
  await close()
})

async function settle(page: Page): Promise<void> {
  await expect(page.locator('main h1')).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  await page.evaluate(() => document.fonts.ready)
}

type Kept = Record<string, string[]>

const read = (): Kept => JSON.parse(readFileSync(wordsFile, 'utf8'))
const kept = ({ name }: GuideScene) => read()[name] ?? ['never taken']

async function take(browser: Browser, page: Page, { name }: GuideScene, words: string[]) {
  // The browser's own PDF viewer says nothing of when it has drawn.
  if ((await page.locator('iframe').count()) > 0) await page.waitForTimeout(5000)
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  writeFileSync(join(pictures, `${name}.webp`), await asWebp(browser, png))
  const sorted = Object.entries({ ...read(), [name]: words }).sort(([a], [b]) => (a < b ? -1 : 1))
  writeFileSync(wordsFile, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`)
}

/** A third of the size; the browser that took it also writes it. */
async function asWebp(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage()
  const data = await page.evaluate(
    async (source) => {
      const image = new Image()
      image.src = source
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.naturalWidth
      canvas.height = image.naturalHeight
      canvas.getContext('2d')?.drawImage(image, 0, 0)
      return canvas.toDataURL('image/webp', 0.86)
    },
    `data:image/png;base64,${png.toString('base64')}`,
  )
  await page.close()
  return Buffer.from(data.slice(data.indexOf(',') + 1), 'base64')
}
