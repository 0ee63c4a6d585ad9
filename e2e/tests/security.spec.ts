import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { apiOf } from '../support/api.ts'
import { signIn } from '../support/desk.ts'
import { isoDay, pdf } from '../support/documents.ts'
import { office, password } from '../support/furnish.ts'

/* What only a real browser shows: that its policy holds, and that text stays text. */

declare global {
  var violations: string[]
  var struck: string | undefined
}

test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    globalThis.violations = []
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      globalThis.violations.push(`${violatedDirective} ${blockedURI}`),
    )
  }),
)

for (const path of ['/', '/dang-nhap', '/nhung/so-lieu', '/problems/internal', '/api/docs/']) {
  test(`${path} keeps to its policy, and a script that is put in does not run`, async ({
    page,
  }) => {
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(await page.evaluate(() => globalThis.violations)).toEqual([])
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.struck = "by a script"'
      document.body.append(script)
      document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="struck = 1">')
    })
    await expect
      .poll(() => page.evaluate(() => globalThis.violations.join('\n')))
      .toMatch(/script-src/)
    expect(await page.evaluate(() => globalThis.struck)).toBeUndefined()
  })
}

test('markup in an order is read as text by everybody', async ({ page }) => {
  const { leaders, units } = office()
  const specialist = await apiOf('chuyenvien')
  const { id: fileId } = await specialist.upload(await pdf('thong-bao-ma'))
  const markup = '<img src=x onerror="globalThis.struck=1"><script>struck=1</script>'
  const order = await specialist.post<{ id: string }>('/directives', {
    kind: 'conclusion_notice',
    title: `${markup} kết luận`,
    number: String(Date.now() % 1_000_000),
    symbol: 'TB-VPUBND',
    abstract: markup,
    issuedOn: isoDay(0),
    directedById: leaders[0]?.id,
    signedBy: markup,
    files: [{ fileId, role: 'signed_document' }],
    tasks: [{ content: markup, dueOn: isoDay(20), unitIds: [units.soXayDung.id] }],
  })
  const at = (path: string) => page.goto(path)
  await at('/cong-khai/nhiem-vu')
  await expect(page.getByText('onerror').first()).toBeVisible()
  expect(await page.evaluate(() => globalThis.struck)).toBeUndefined()
  await signIn(page, 'chuyenvien')
  await at(`/van-ban/${order.id}`)
  await expect(page.getByText('onerror').first()).toBeVisible()
  expect(await page.evaluate(() => globalThis.struck)).toBeUndefined()
})

test('of all pages another site may frame the figures alone', async ({ page }) => {
  const framed = ['/nhung/so-lieu', '/', '/dang-nhap', '/cong-khai/nhiem-vu', '/problems/internal']
  const address = process.env.E2E_URL ?? ''
  const frames = framed.map((path) => `<iframe src="${new URL(path, address)}"></iframe>`)
  const other = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(frames.join(''))
  })
  await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve))
  try {
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`)
    const shown = await Promise.all(
      page
        .frames()
        .slice(1)
        .map((frame) => frame.evaluate(() => location.href)),
    )
    expect(shown[0]).toBe(new URL('/nhung/so-lieu', address).href)
    expect(new Set(shown.slice(1))).toEqual(new Set(['chrome-error://chromewebdata/']))
  } finally {
    other.close()
  }
})

for (const next of [
  '//evil.example/',
  '/\\evil.example/',
  '/..//evil.example/',
  'javascript:struck=1',
]) {
  test(`whoever signs in is not led to ${next}`, async ({ page }) => {
    await page.goto(`/dang-nhap?tiep=${encodeURIComponent(next)}`)
    await page.getByLabel('Tên đăng nhập').fill('chuyenvien')
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await expect(page).toHaveURL(/^http:\/\/[^/]+\/tong-quan$/)
    await page.goto(`/dang-nhap?tiep=${encodeURIComponent(next)}`)
    await expect(page).toHaveURL(/^http:\/\/[^/]+\/tong-quan$/)
    expect(await page.evaluate(() => globalThis.struck)).toBeUndefined()
  })
}
