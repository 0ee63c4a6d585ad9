import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'

let api: TestApp
let admin: Client

beforeAll(async () => {
  api = await startTestApp()
  admin = await api.signInAs('admin')
})
afterAll(() => api.close())

const leader = { name: 'Võ Văn Đông', position: 'Chánh Văn phòng' }

test('anyone signed in reads them, page after page, also two of one name', async () => {
  const unit = await api.signInAs('unit')
  await admin.post('/api/v1/leaders', { ...leader, name: 'Trùng Tên' })
  await admin.post('/api/v1/leaders', { ...leader, name: 'Trùng Tên' })
  const seen: string[] = []
  let cursor = ''
  do {
    const { items, nextCursor } = (await unit.get(`/api/v1/leaders?limit=1${cursor}`)).json()
    seen.push(...items.map(({ id }: { id: string }) => id))
    cursor = nextCursor && `&cursor=${nextCursor}`
  } while (cursor)
  expect(seen).toHaveLength(4)
  expect(new Set(seen).size).toBe(4)
  const found = await unit.get(`/api/v1/leaders?q=${encodeURIComponent('duc nguyen')}`)
  expect(found.json().items).toMatchObject([{ id: api.seed.leaders.chairman.id }])
})

test('the admin adds and edits one, by its version', async () => {
  const made = await admin.post('/api/v1/leaders', leader)
  expect(made.statusCode).toBe(201)
  expect(made.json()).toMatchObject({ ...leader, validFrom: null, version: 1 })
  const url = `/api/v1/leaders/${made.json().id}`
  const edited = await admin.patch(url, { validTo: '2027-06-30' }, { 'if-match': '"1"' })
  expect(edited.json()).toMatchObject({ ...leader, validTo: '2027-06-30', version: 2 })
  expect((await admin.patch(url, { name: 'B' }, { 'if-match': '"1"' })).statusCode).toBe(412)
  expect((await admin.get(url)).headers.etag).toBe('"2"')
  const backwards = await admin.patch(url, { validFrom: '2028-01-01' }, { 'if-match': '"2"' })
  expect(backwards.json().errors).toMatchObject([{ pointer: '/validTo' }])
})

test('nobody else keeps them', async () => {
  const specialist = await api.signInAs('specialist')
  expect((await specialist.post('/api/v1/leaders', leader)).statusCode).toBe(403)
})

test.each(['units', 'leaders', 'accounts'])(
  'signs of LIKE are searched for as they are: %s',
  async (list) => {
    const all = (await admin.get(`/api/v1/${list}`)).json().total
    expect(all).toBeGreaterThan(0)
    for (const sign of ['%', '_', '%25_', '\\', '\\%']) {
      const { total } = (await admin.get(`/api/v1/${list}?q=${encodeURIComponent(sign)}`)).json()
      expect(total, sign).toBe(0)
    }
    if (list !== 'leaders') return
    await admin.post('/api/v1/leaders', { ...leader, name: '100% đúng_hạn' })
    for (const q of ['100%', '%', 'đúng_hạn', '_']) {
      const { items } = (await admin.get(`/api/v1/leaders?q=${encodeURIComponent(q)}`)).json()
      expect(items, q).toMatchObject([{ name: '100% đúng_hạn' }])
    }
  },
)
