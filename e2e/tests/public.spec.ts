import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, test } from '@playwright/test'
import { province } from '../support/furnish.ts'
import { look } from '../support/look.ts'

/*
 * What a citizen and a portal's developer do: find a task, see whose it is, follow it; call the API
 * from its page; put the figures on a site of one's own.
 */

const developers = '/cong-khai/cho-lap-trinh'

interface Row {
  id: string
  status: string
  task: { content: string }
  unit: { code: string; name: string }
}

const row = async (): Promise<Row> => {
  const answer = await fetch(
    `${province().url}/api/public/v1/assignments?status=in_progress&status=overdue&limit=1`,
  )
  return (await answer.json()).items[0]
}

test('a citizen searches, narrows, opens a task and its unit, and follows it', async ({ page }) => {
  const { id, task, unit } = await row()
  const words = task.content.split(' ').slice(0, 4).join(' ')
  await page.goto(province().url)
  const search = page.getByRole('main').getByRole('searchbox')
  await search.fill(words)
  await search.press('Enter')
  await expect(page).toHaveURL(/\/cong-khai\/nhiem-vu\?q=/)
  await expect(page).toHaveTitle('Danh sách nhiệm vụ · Đúng Hạn')
  await page.getByRole('button', { name: 'Tình trạng' }).click()
  await page.getByRole('checkbox', { name: 'Đang thực hiện' }).check()
  await page.getByRole('checkbox', { name: 'Quá hạn' }).check()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/status=in_progress&status=overdue/)

  // Followed as it is narrowed.
  const feed = await followed(page, 'Bảng tin (Atom)')
  expect(new URL(feed).searchParams.getAll('status')).toEqual(['in_progress', 'overdue'])
  expect((await page.request.get(feed)).headers()['content-type']).toContain('application/atom+xml')
  await look(page, 'public-follow-list')
  await page.keyboard.press('Escape')

  const link = page.locator(`a[href="/cong-khai/nhiem-vu/${id}"]`)
  await link.first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Nhiệm vụ của ${unit.name}`)
  await expect(page.getByText(task.content, { exact: true })).toBeVisible()
  // What was said of the page first opened is not said of this one.
  await expect(page.locator('head [data-page]')).toHaveCount(0)

  await page.getByRole('main').getByRole('link', { name: unit.name }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(unit.name)
  const calendar = await followed(page, 'Lịch đến hạn')
  expect(calendar).toContain(`/units/${unit.code}/due.ics`)
  expect(await (await page.request.get(calendar)).text()).toMatch(/^BEGIN:VCALENDAR\r\n/)
  await expect(page.getByRole('link', { name: 'Mở bằng ứng dụng lịch' })).toHaveAttribute(
    'href',
    /^webcal:/,
  )
  await look(page, 'public-follow-unit')
})

/** The address of the sheet "Theo dõi", by what it is of. */
async function followed(page: Page, what: string): Promise<string> {
  await page.getByRole('button', { name: 'Theo dõi' }).click()
  return page
    .getByRole('dialog', { name: 'Theo dõi' })
    .getByRole('textbox', { name: what })
    .inputValue()
}

test('a developer has a working call within a minute', async ({ page, context }) => {
  await page.goto(province().url)
  await page.getByRole('link', { name: 'Dành cho lập trình viên' }).click()
  await expect(page).toHaveTitle('Dành cho lập trình viên · Đúng Hạn')
  const untried = page.getByRole('button', { name: /^Chạy thử/ })
  await expect(untried).toHaveCount(7)
  // Each, once pressed, offers to try again.
  for (let i = 0; i < 7; i++) await untried.first().click()
  await expect(page.getByText(/^200 OK · /)).toHaveCount(7)
  await expect(page.getByRole('region', { name: 'Trả lời: Nhiệm vụ quá hạn' })).toContainText(
    '"items": [',
  )
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Sao chép: Nhiệm vụ quá hạn' }).click()
  await expect(page.getByText('Đã sao chép.')).toBeVisible()
  const call = await page.evaluate(() => navigator.clipboard.readText())
  const [, address = ''] = /^curl '(.+)'$/.exec(call) ?? []
  expect((await (await page.request.get(address)).json()).items).toBeInstanceOf(Array)
  await page.getByRole('link', { name: 'JavaScript' }).click()
  await expect(page.getByRole('region', { name: 'Mã mẫu: Nhiệm vụ quá hạn' })).toContainText(
    'await fetch(',
  )
  for (const link of await page.getByRole('main').getByRole('listitem').getByRole('link').all()) {
    const href = await link.getAttribute('href')
    if (!href?.startsWith('/api/')) continue
    expect((await page.request.get(province().url + href)).status(), href).toBe(200)
  }
  await look(page, 'public-developers')
})

test('another site shows the figures, without script, cookie or border', async ({ page }) => {
  const { unit } = await row()
  await page.goto(province().url + developers)
  await page.getByRole('combobox', { name: 'Số liệu của' }).selectOption(unit.code)
  const code = await page.getByRole('region', { name: 'Mã mẫu: Mã nhúng' }).textContent()
  const portal = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="vi"><title>Cổng</title><main><h1>Cổng</h1>${code}`)
  })
  await new Promise<void>((resolve) => portal.listen(0, '127.0.0.1', resolve))
  try {
    await page.goto(`http://127.0.0.1:${(portal.address() as AddressInfo).port}/`)
    const frame = page.frameLocator('iframe')
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText(unit.name)
    await expect(frame.getByText(/^Số liệu lúc /)).toBeVisible()
    expect(await page.context().cookies()).toEqual([])
    const overflows = await frame
      .locator('html')
      .evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => [
        scrollWidth - clientWidth,
        scrollHeight - clientHeight,
      ])
    expect(overflows).toEqual([0, 0])
    await look(page, 'public-embedded')
    await frame.getByRole('link', { name: 'Xem chi tiết' }).scrollIntoViewIfNeeded()
    await expect(frame.getByRole('link', { name: 'Xem chi tiết' })).toHaveAttribute(
      'target',
      '_top',
    )
    // No other page lets itself be framed.
    await page.setContent(`<iframe src="${province().url}/cong-khai/nhiem-vu"></iframe>`)
    await expect(page.frameLocator('iframe').getByText('Danh sách nhiệm vụ')).toHaveCount(0)
  } finally {
    portal.closeAllConnections()
    await new Promise((resolve) => portal.close(resolve))
  }
})

test('a link that is shared says what it leads to, and what is not there is not', async ({
  request,
}) => {
  const { id, task, unit } = await row()
  const raw = async (path: string) => {
    const answer = await request.get(province().url + path, { headers: { accept: '*/*' } })
    return { status: answer.status(), html: await answer.text() }
  }
  const shared = await raw(`/cong-khai/nhiem-vu/${id}`)
  expect(shared.status).toBe(200)
  expect(shared.html).toContain('<meta data-page property="og:title" content="')
  expect(shared.html).toContain(task.content.split(' ').slice(0, 4).join(' '))
  expect(shared.html).toContain(unit.name)
  expect((await raw('/cong-khai/don-vi/khong-co')).status).toBe(404)
  const image = await request.get(`${province().url}/chia-se.png`)
  expect(image.headers()['content-type']).toBe('image/png')
})
