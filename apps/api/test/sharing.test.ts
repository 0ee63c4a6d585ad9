import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, expectProblem, report } from './support/line.ts'
import { childOf, childrenOf, parseXml } from './support/strict-xml.ts'

/* What is public, to subscribe to: feeds, due dates as a calendar, the catalogue. */

const publicUrl = 'https://nhiem-vu.example'
const hostile = `Rà soát <script>alert(1)</script> & "]]>" \u0085;,\\ ${'😀 dự án đầu tư công '.repeat(8)}`

let api: TestApp
let specialist: Client
let unit: Client
let ids: Record<'open' | 'hostile' | 'reported' | 'withdrawn' | 'internal', string>

beforeAll(async () => {
  api = await startTestApp({ config: { publicUrl } })
  specialist = await api.signInAs('specialist')
  unit = await api.signInAs('unit')
  const given = async (content: string, dueOn: string, change = {}) => {
    const unitIds = [api.seed.units.unit.id]
    const entered = await enter(api, specialist, {
      tasks: [{ content, dueOn, unitIds }],
      ...change,
    })
    api.clock.set(new Date(api.clock.now.getTime() + 60_000))
    return entered.tasks[0].assignments[0].id as string
  }
  ids = {
    open: await given('Báo cáo tiến độ', '2026-12-05'),
    hostile: await given(hostile, '2026-12-31'),
    reported: await given('Đã báo cáo rồi', '2026-12-10'),
    withdrawn: await given('Thu hồi rồi', '2026-12-11'),
    internal: await given('Việc mật', '2026-12-12', { visibility: 'internal' }),
  }
  await report(api, unit, ids.reported)
  api.clock.set(new Date(api.clock.now.getTime() + 60_000))
  const taken = await specialist.post(`/api/v1/assignments/${ids.withdrawn}/withdrawal`, {
    reason: 'Không còn cần',
  })
  expect(taken.statusCode, taken.body).toBe(200)
})
afterAll(() => api.close())

const get = (path: string, headers = {}) => api.anonymous.get(`/api/public/v1${path}`, headers)
const code = () => api.seed.units.unit.code

async function feed(path: string) {
  const answer = await get(path)
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
  return parseXml(answer.body)
}

const idsIn = (xml: ReturnType<typeof parseXml>) =>
  childrenOf(xml, 'entry').map((entry) => childOf(entry, 'id').text.replace('urn:uuid:', ''))

describe('a feed', () => {
  test('holds what changed last, the newest first, and never what is internal', async () => {
    const expected = [ids.withdrawn, ids.reported, ids.hostile, ids.open]
    expect(idsIn(await feed('/feed.atom'))).toEqual(expected)
    expect(idsIn(await feed(`/units/${code()}/feed.atom`))).toEqual(expected)
    expect(idsIn(await feed(`/units/${api.seed.units.otherUnit.code}/feed.atom`))).toEqual([])
  })

  test('has all that RFC 4287 asks of it, with addresses that stand anywhere', async () => {
    for (const path of ['/feed.atom?status=overdue', `/units/${code()}/feed.atom?q=bao%20cao`]) {
      const xml = await feed(path)
      expect(xml).toMatchObject({
        name: 'feed',
        attributes: { xmlns: 'http://www.w3.org/2005/Atom' },
      })
      expect(childOf(xml, 'id').text).toMatch(/^urn:uuid:[\da-f-]{36}$/)
      expect(childOf(childOf(xml, 'author'), 'name').text).not.toBe('')
      expect(childOf(xml, 'title').text).toContain('Đúng Hạn')
      const links = childrenOf(xml, 'link').map(({ attributes }) => attributes)
      expect(links).toContainEqual({ rel: 'self', href: `${publicUrl}/api/public/v1${path}` })
      expect(links.find(({ rel }) => rel === 'alternate')?.href).toMatch(`${publicUrl}/cong-khai/`)
      for (const element of [xml, ...childrenOf(xml, 'entry')]) {
        expect(childrenOf(element, 'id')).toHaveLength(1)
        expect(childrenOf(element, 'title')).toHaveLength(1)
        expect(childOf(element, 'updated').text).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/)
      }
      const [entry] = childrenOf(xml, 'entry')
      if (!entry) continue
      const [link] = childrenOf(entry, 'link')
      expect(link?.attributes.href).toBe(`${publicUrl}/cong-khai/nhiem-vu/${idsIn(xml)[0]}`)
      expect(childOf(entry, 'published').text).not.toBe('')
    }
  })

  test('tells when a task last changed as the list does', async () => {
    const xml = await feed('/feed.atom')
    const { items } = (await get('/assignments')).json()
    for (const { id, updatedAt } of items as { id: string; updatedAt: string }[]) {
      const entry = childrenOf(xml, 'entry')[idsIn(xml).indexOf(id)]
      expect(entry && childOf(entry, 'updated').text).toBe(updatedAt)
    }
    const newest = childrenOf(xml, 'entry')[0]
    expect(childOf(xml, 'updated').text).toBe(newest && childOf(newest, 'updated').text)
  })

  test('makes no markup of what somebody typed', async () => {
    const { body } = await get('/feed.atom')
    expect(body).not.toContain('<script')
    const xml = parseXml(body)
    const entry = childrenOf(xml, 'entry')[idsIn(xml).indexOf(ids.hostile)]
    // Text marked as HTML: read as such it is the words again.
    expect(entry && childOf(entry, 'summary').text).toContain('&#60;script&#62;alert(1)')
    expect(body).not.toContain('\u0085')
  })

  test('is narrowed as a list is, and what is asked wrongly is refused', async () => {
    expect(idsIn(await feed('/feed.atom?status=awaiting_review'))).toEqual([ids.reported])
    expect(idsIn(await feed(`/feed.atom?unit=${code()}&q=thu%20hoi`))).toEqual([ids.withdrawn])
    expectProblem(await get('/feed.atom?status=nonsense'), 400, 'invalid-request')
    expectProblem(await get('/feed.atom?sort=dueOn'), 400, 'invalid-request')
    expectProblem(
      await get('/feed.atom?dueFrom=2026-12-05&dueTo=2026-12-01'),
      400,
      'invalid-request',
    )
  })

  test('speaks the language asked for under the same ids', async () => {
    const vi = await feed('/feed.atom')
    const answer = await get('/feed.atom', { 'accept-language': 'en' })
    const en = parseXml(answer.body)
    expect(answer.headers.vary).toContain('Accept-Language')
    expect(idsIn(en)).toEqual(idsIn(vi))
    expect(childOf(vi, 'title').text).toContain('Nhiệm vụ mới')
    expect(childOf(en, 'title').text).toContain('New and changed')
  })
})

test('who has a feed or a calendar already is told so, until it changes', async () => {
  for (const path of [
    '/feed.atom',
    `/units/${code()}/feed.atom`,
    `/units/${code()}/due.ics`,
    '/catalog.jsonld',
  ]) {
    const { headers } = await get(path)
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
    const again = await get(path, { 'if-none-match': headers.etag })
    expect(again.statusCode, path).toBe(304)
    expect(again.body).toBe('')
    if (path !== '/catalog.jsonld') {
      expect(new Date(String(headers['last-modified'])).getTime()).not.toBeNaN()
    }
  }
  const { headers } = await get(`/units/${api.seed.units.otherUnit.code}/feed.atom`)
  expect(headers).not.toHaveProperty('last-modified')
})

describe('due dates as a calendar', () => {
  async function events(path: string) {
    const answer = await get(path)
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    for (const line of answer.body.split('\r\n')) {
      expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
    }
    const calendar = new ICAL.Component(ICAL.parse(answer.body))
    return { body: answer.body, calendar, events: calendar.getAllSubcomponents('vevent') }
  }

  test('hold what the unit still has to report on, each on its effective day, all of it', async () => {
    const { calendar, events: found } = await events(`/units/${code()}/due.ics`)
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Hạn của Sở Xây dựng')
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT6H')
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(calendar.getFirstPropertyValue('prodid')).toBeTruthy()
    const told = found.map((event) => {
      const start = event.getFirstProperty('dtstart')
      expect(start?.type).toBe('date')
      expect(start?.getParameter('tzid')).toBeUndefined()
      return [event.getFirstPropertyValue('uid'), String(start?.getFirstValue())]
    })
    // 05/12/2026 is a Saturday: it is due on the Monday after.
    expect(told).toEqual([
      [ids.open, '2026-12-07'],
      [ids.hostile, '2026-12-31'],
    ])
  })

  test('say what it is, link to it and count its changes', async () => {
    const before = await events(`/units/${code()}/due.ics`)
    const [event] = before.events
    const value = (name: string) => String(event?.getFirstPropertyValue(name))
    expect(value('summary')).toBe('Đến hạn: Báo cáo tiến độ')
    expect(value('description')).toContain(`${publicUrl}/cong-khai/nhiem-vu/${ids.open}`)
    expect(value('url')).toBe(`${publicUrl}/cong-khai/nhiem-vu/${ids.open}`)
    expect(value('sequence')).toBe('0')
    expect(String(event?.getFirstPropertyValue('dtend'))).toBe('2026-12-08')
    await unit.post(`/api/v1/assignments/${ids.open}/receipt`)
    const [after] = (await events(`/units/${code()}/due.ics`)).events
    expect(after?.getFirstPropertyValue('uid')).toBe(ids.open)
    expect(String(after?.getFirstPropertyValue('sequence'))).toBe('1')
    expect(before.body).not.toMatch(/VTIMEZONE|TZID|Việc mật/)
  })

  test('keep what somebody typed within its line', async () => {
    const { events: found } = await events(`/units/${code()}/due.ics`)
    const described = String(found[1]?.getFirstPropertyValue('description'))
    expect(described).toContain('Rà soát <script>alert(1)</script> & "]]>" ;,\\')
  })
})

test('a unit nobody knows has no feed, no calendar and nothing to take away', async () => {
  for (const path of [
    '/units/so-khong-co/feed.atom',
    '/units/so-khong-co/due.ics',
    '/units/%2e%2e/due.ics',
    '/feed.atom?unit=so-khong-co',
    `/feed.atom?unit=${code()}&unit=so-khong-co`,
    '/assignments.csv?unit=so-khong-co',
    '/assignments.xlsx?unit=so-khong-co',
    `/assignments.csv?unit=${code()}&unit=so-khong-co`,
  ]) {
    expectProblem(await get(path), 404, 'not-found')
  }
  const office = await api.signInAs('coordinator')
  const unknown = '01a00000-0000-7000-8000-000000000000'
  expectProblem(
    await office.get(`/api/v1/assignments/export?format=csv&unitId=${unknown}`),
    404,
    'not-found',
  )
  expect((await get(`/assignments.csv?unit=${code()}`)).statusCode).toBe(200)
})

test('the catalogue describes every data set and each form of it, by addresses that answer', async () => {
  const answer = await get('/catalog.jsonld')
  expect(answer.headers['content-type']).toBe('application/ld+json; charset=utf-8')
  const catalog = answer.json()
  expect(catalog['@type']).toBe('dcat:Catalog')
  const prefixes = Object.keys(catalog['@context'])
  for (const key of JSON.stringify(catalog).matchAll(/"(\w+):\w+":/g))
    expect(prefixes).toContain(key[1])
  const sets = catalog['dcat:dataset']
  expect(sets.map((set: Record<string, unknown>) => set['dct:identifier'])).toEqual([
    'assignments',
    'statistics',
    'units',
    'calendar',
  ])
  const seen = new Set<string>()
  for (const set of sets) {
    for (const required of [
      'dct:title',
      'dct:description',
      'dct:publisher',
      'dct:license',
      'dct:spatial',
      'dct:temporal',
      'dct:accrualPeriodicity',
    ]) {
      expect(set[required], `${set['@id']} ${required}`).toBeTruthy()
    }
    for (const form of set['dcat:distribution']) {
      expect(seen.has(form['@id'])).toBe(false)
      seen.add(form['@id'])
      const address = form['dcat:accessURL']['@id'] as string
      expect(address.startsWith(publicUrl)).toBe(true)
      const given = await api.anonymous.get(address.slice(publicUrl.length))
      expect(given.statusCode, address).toBe(200)
      expect(form['dcat:mediaType']['@id']).toContain(
        String(given.headers['content-type']).split(';')[0],
      )
    }
  }
})
