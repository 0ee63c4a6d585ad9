import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../src/app.ts'
import { createMetrics } from '../src/metrics/metrics.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { enter, expectProblem } from './support/line.ts'
import { childOf, childrenOf, parseXml } from './support/strict-xml.ts'

/* What the pages say of themselves to who does not run them, and what other sites may frame. */

const publicUrl = 'https://nhiem-vu.example'
const content = '</title><script>alert("1")</script> Rà soát \'dự án\' & báo cáo'
const webDir = mkdtempSync(join(tmpdir(), 'dunghan-web-'))

let api: TestApp
let web: FastifyInstance
let order: Record<'open' | 'internal', { id: string; assignment: string }>

beforeAll(async () => {
  writeFileSync(
    join(webDir, 'index.html'),
    '<!doctype html><html lang="vi"><head><!-- page --><title>Đúng Hạn</title><!-- /page --></head>',
  )
  writeFileSync(join(webDir, 'chia-se.png'), 'PNG')
  api = await startTestApp({ config: { publicUrl } })
  web = await buildApp({ ...api.deps, metrics: createMetrics() }, { webDir })
  const specialist = await api.signInAs('specialist')
  const given = async (change: object) => {
    const unitIds = [api.seed.units.unit.id]
    const tasks = [{ content, dueOn: '2026-12-05', unitIds }]
    const { id, tasks: entered } = await enter(api, specialist, { tasks, ...change })
    return { id, assignment: entered[0].assignments[0].id }
  }
  order = {
    open: await given({ number: '215', title: 'Kết luận "họp" <b>' }),
    internal: await given({ visibility: 'internal' }),
  }
})
afterAll(async () => {
  await web.close()
  await api.close()
  rmSync(webDir, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}) => web.inject({ url, headers })

/** The elements of the head, with what they say. */
async function headOf(url: string, headers: Record<string, string> = {}) {
  const answer = await get(url, headers)
  const { body } = answer
  const meta = Object.fromEntries(
    [...body.matchAll(/<meta data-page (?:name|property)="([^"]+)" content="([^"]*)" \/>/g)].map(
      ([, name, said]) => [name, decode(said ?? '')],
    ),
  )
  const links = [...body.matchAll(/<link data-page ([^>]*) \/>/g)].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [
        name,
        decode(value ?? ''),
      ]),
    ),
  )
  const [, title = ''] = /<title>([^<]*)<\/title>/.exec(body) ?? []
  return { answer, meta, links, title: decode(title) }
}

const decode = (text: string) =>
  text.replace(/&#(\d+);/g, (_all, code) => String.fromCodePoint(Number(code)))

describe('a page anyone may read', () => {
  test('of a task says whose it is, how it stands and when it is due', async () => {
    const path = `/cong-khai/nhiem-vu/${order.open.assignment}`
    const { answer, meta, links, title } = await headOf(path)
    expect(answer.statusCode).toBe(200)
    expect(title).toBe(`${content} · Đúng Hạn`)
    expect(meta).toMatchObject({
      'og:title': title,
      'og:type': 'article',
      'og:url': publicUrl + path,
      'og:locale': 'vi_VN',
      'og:site_name': 'Đúng Hạn',
      'og:image': `${publicUrl}/chia-se.png`,
      'twitter:card': 'summary_large_image',
      description: meta['og:description'],
    })
    expect(meta.description).toBe(
      'Sở Xây dựng · Tình trạng: Đang thực hiện · Hạn: 07/12/2026 · Thông báo kết luận số 215/TB-VPUBND, ngày 20/11/2026',
    )
    expect(links).toContainEqual({ rel: 'canonical', href: publicUrl + path })
  })

  test('makes no markup of what somebody typed', async () => {
    const { body } = await get(`/cong-khai/nhiem-vu/${order.open.assignment}`)
    expect(body).not.toContain('<script')
    expect(body.match(/<\/title>/g)).toHaveLength(1)
    const directive = await headOf(`/cong-khai/van-ban/${order.open.id}`)
    expect(directive.title).toBe('Thông báo kết luận số 215/TB-VPUBND · Đúng Hạn')
    expect(directive.meta.description).toContain('Kết luận "họp" <b>')
    expect(directive.answer.body).not.toContain('<b>')
  })

  test('of a unit offers its feed and its calendar, a list its feed as it is narrowed', async () => {
    const unit = await headOf(`/cong-khai/don-vi/${api.seed.units.unit.code}`)
    expect(unit.title).toBe('Sở Xây dựng · Đúng Hạn')
    expect(unit.links.filter(({ rel }) => rel === 'alternate')).toEqual([
      expect.objectContaining({
        type: 'application/atom+xml',
        href: `${publicUrl}/api/public/v1/units/so-xay-dung/feed.atom`,
      }),
      expect.objectContaining({
        type: 'text/calendar',
        href: `${publicUrl}/api/public/v1/units/so-xay-dung/due.ics`,
      }),
    ])
    const list = await headOf('/cong-khai/nhiem-vu?q=a%22%3E&status=overdue&sort=dueOn&fbclid=x')
    const [canonical, feed] = list.links
    expect(canonical?.href).toBe(
      `${publicUrl}/cong-khai/nhiem-vu?q=a%22%3E&status=overdue&sort=dueOn`,
    )
    expect(feed?.href).toBe(`${publicUrl}/api/public/v1/feed.atom?q=a%22%3E&status=overdue`)
    expect((await get(String(feed?.href).slice(publicUrl.length))).statusCode).toBe(200)
  })

  test('that is not there, or not for anyone, is 404 and says nothing of it', async () => {
    for (const path of [
      `/cong-khai/nhiem-vu/${order.internal.assignment}`,
      `/cong-khai/van-ban/${order.internal.id}`,
      '/cong-khai/nhiem-vu/01a00000-0000-7000-8000-000000000000',
      '/cong-khai/nhiem-vu/khong-phai',
      '/cong-khai/don-vi/so-khong-co',
      '/cong-khai/don-vi/%00',
      '/cong-khai/don-vi/%E0%A4%A',
      '/cong-khai/khong-co',
    ]) {
      const { answer, meta, links, title } = await headOf(path)
      expect(answer.statusCode, path).toBe(404)
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(title).toBe('Không tìm thấy trang · Đúng Hạn')
      expect(meta.robots).toBe('noindex')
      expect(links).toEqual([])
      expect(answer.body).not.toContain('Rà soát')
    }
  })

  test('speaks the language preferred, and is asked for anew', async () => {
    const en = await headOf('/cong-khai/thong-ke', { 'accept-language': 'en-GB,en' })
    expect(en.title).toBe('Statistics · Đúng Hạn')
    expect(en.meta['og:locale']).toBe('en_GB')
    expect(en.answer.body).toContain('<html lang="en">')
    expect(en.answer.headers).toMatchObject({
      'cache-control': 'no-cache',
      vary: expect.stringContaining('Accept-Language'),
    })
    const again = await get('/cong-khai/thong-ke', {
      'accept-language': 'en',
      'if-none-match': String(en.answer.headers.etag),
    })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
  })

  test('answers programs that ask for anything, but not those that ask for data', async () => {
    for (const accept of ['*/*', 'text/html']) {
      expect((await get('/', { accept })).statusCode).toBe(200)
      expect((await get('/cong-khai/nhiem-vu', { accept })).statusCode).toBe(200)
    }
    expectProblem(
      await get('/cong-khai/nhiem-vu', { accept: 'application/json' }),
      404,
      'not-found',
    )
  })

  test('costs one query at most, and none where it is always the same', async () => {
    const { assignment, id } = order.open
    for (const [path, most] of [
      [`/cong-khai/nhiem-vu/${assignment}`, 1],
      [`/cong-khai/van-ban/${id}`, 1],
      ['/cong-khai/don-vi/so-xay-dung', 1],
      ['/cong-khai/nhiem-vu?q=x', 0],
      ['/', 0],
      ['/tong-quan', 0],
    ] as const) {
      await get(path, { accept: 'text/html' })
      expect(
        await api.countStatements(() => get(path, { accept: 'text/html' })),
        path,
      ).toBeLessThanOrEqual(most)
    }
  })
})

test('a page of the desk is the page as it was built', async () => {
  const { answer, title, meta } = await headOf('/tong-quan', { accept: 'text/html' })
  expect(answer.statusCode).toBe(200)
  expect(title).toBe('Đúng Hạn')
  expect(meta).toEqual({})
  expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'self'")
  expect(answer.headers['x-frame-options']).toBe('SAMEORIGIN')
})

describe('the figures another site may frame', () => {
  test('are a page that runs nothing, keeps nothing and stands alone', async () => {
    const answer = await get('/nhung/so-lieu?unit=so-xay-dung&theme=dark&lang=en')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('public, max-age=300')
    expect(answer.headers).not.toHaveProperty('set-cookie')
    expect(answer.headers).not.toHaveProperty('x-frame-options')
    expect(answer.headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors \*$/,
    )
    expect(answer.body).not.toMatch(/<script|<img|<link|style=|\son\w+=/)
    expect(answer.body).toContain('<html lang="en" data-theme="dark">')
    expect(answer.body).toContain('Sở Xây dựng')
    expect(answer.body).toContain(
      `<a href="${publicUrl}/cong-khai/don-vi/so-xay-dung" target="_top" rel="noopener">`,
    )
    // One of its two tasks is internal.
    expect(answer.body).toContain('<dt>Assigned</dt><dd>1</dd>')
    const again = await get('/nhung/so-lieu?unit=so-xay-dung&theme=dark&lang=en', {
      'if-none-match': String(answer.headers.etag),
    })
    expect(again.statusCode).toBe(304)
  })

  test('are counted once in five minutes, however many look', async () => {
    await get('/nhung/so-lieu')
    expect(await api.countStatements(() => get('/nhung/so-lieu?lang=en&theme=x'))).toBe(0)
    const before = (await get('/nhung/so-lieu')).body
    expect(before).toContain('09:00 ngày 23/11/2026')
    api.clock.set(new Date(api.clock.now.getTime() + 5 * 60_000))
    expect((await get('/nhung/so-lieu')).body).toContain('09:05 ngày 23/11/2026')
  })

  test('of a unit without a code are nobody’s, whatever was asked for before', async () => {
    await get('/nhung/so-lieu')
    expect((await get('/nhung/so-lieu?unit=')).statusCode).toBe(404)
    expect((await get('/nhung/so-lieu')).statusCode).toBe(200)
  })

  test('of a unit nobody knows are a small page that says so', async () => {
    const answer = await get('/nhung/so-lieu?unit=%3Cscript%3E')
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toContain('Không có đơn vị này')
    expect(answer.body).not.toContain('<script')
    expect(answer.headers['content-security-policy']).toContain('frame-ancestors *')
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('are the only page that may be framed', async () => {
    for (const url of ['/', '/nhung/khac', '/problems/not-found', '/api/docs/static/index.html']) {
      const { headers } = await get(url, { accept: 'text/html' })
      expect(headers['content-security-policy'], url).not.toContain('frame-ancestors *')
      expect(headers['x-frame-options'], url).toBe('SAMEORIGIN')
    }
  })
})

test('asked for faster than any reader would, a page opens still, and asks the database nothing', async () => {
  const slow = await buildApp(
    {
      ...api.deps,
      metrics: createMetrics(),
      config: { ...api.deps.config, rateLimit: 1 },
    },
    { webDir },
  )
  const url = `/cong-khai/nhiem-vu/${order.open.assignment}`
  for (let i = 0; i < 5; i++) expect((await slow.inject({ url })).body).toContain('og:title')
  const asked = await api.countStatements(async () => {
    const answer = await slow.inject({ url })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('<title>Đúng Hạn</title>')
  })
  expect(asked).toBe(0)
  await slow.close()
})

test('a year that is none is this year', async () => {
  for (const year of ['2026.5', '1e9', 'x', '']) {
    const { title } = await headOf(`/cong-khai/lich-lam-viec?nam=${year}`)
    expect(title).toBe('Lịch làm việc năm 2026 · Đúng Hạn')
  }
})

test('an address that is no address of ours is a page like any other', async () => {
  for (const url of ['//', '///', '//:99999', '//cong-khai/nhiem-vu']) {
    const answer = await get(url, { accept: 'text/html' })
    expect(answer.statusCode, url).toBe(200)
    expect(answer.body, url).toContain('<title>Đúng Hạn</title>')
  }
})

describe('search engines', () => {
  test('are sent to the public pages alone', async () => {
    const answer = await get('/robots.txt')
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(answer.body).toMatch(/^User-agent: \*\nDisallow: \/\nAllow: \/\$\nAllow: \/cong-khai\//)
    expect(answer.body).toContain(`Sitemap: ${publicUrl}/sitemap.xml`)
  })

  test('learn of every public page that there is, and of no other', async () => {
    const read = async (url: string) => {
      const answer = await get(url)
      expect(answer.headers['content-type']).toBe('application/xml; charset=utf-8')
      const xml = parseXml(answer.body)
      return xml.children.map((child) => childOf(child, 'loc').text.slice(publicUrl.length))
    }
    const found: string[] = []
    for (const file of await read('/sitemap.xml')) found.push(...(await read(file)))
    expect(found).toEqual([
      '/',
      '/cong-khai/nhiem-vu',
      '/cong-khai/thong-ke',
      '/cong-khai/lich-lam-viec',
      '/cong-khai/cach-tinh-han',
      '/cong-khai/cho-lap-trinh',
      '/cong-khai/don-vi/so-xay-dung',
      '/cong-khai/don-vi/xa-dong-hoa',
      `/cong-khai/nhiem-vu/${order.open.assignment}`,
    ])
    for (const path of found) expect((await get(path)).statusCode, path).toBe(200)
    const tasks = parseXml(
      (await get('/sitemap-tasks.xml?after=00000000-0000-0000-0000-000000000000')).body,
    )
    const [url] = childrenOf(tasks, 'url')
    expect(url && childOf(url, 'lastmod').text).toMatch(/Z$/)
    expectProblem(await get('/sitemap-tasks.xml?after=x'), 400, 'invalid-request')
  })
})
