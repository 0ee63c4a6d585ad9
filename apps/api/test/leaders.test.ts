import { compareVietnamese } from '@dunghan/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'

let api: TestApp
let admin: Client

beforeAll(async () => {
  api = await startTestApp()
  admin = await api.signInAs('admin')
})
afterAll(() => api.close())

const codeOf = ({ code, username }: { code?: string; username?: string }) => code ?? username
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
  } while (cursor && seen.length < 100)
  expect(seen).toHaveLength(4)
  expect(new Set(seen).size).toBe(4)
  const found = await unit.get(`/api/v1/leaders?q=${encodeURIComponent('duc nguyen')}`)
  expect(found.json().items).toMatchObject([{ id: api.seed.leaders.chairman.id }])
})

test('their order is that of the language, on every page and on any machine', async () => {
  const names = ['Ân', 'An', 'Ăn', 'Đa', 'Dương', 'da', 'Du', 'Ư', 'U', 'Đồng', `${'ậ'.repeat(99)}`]
  for (const name of names) await admin.post('/api/v1/leaders', { ...leader, name })
  const seen: string[] = []
  let cursor = ''
  do {
    const { items, nextCursor } = (await admin.get(`/api/v1/leaders?limit=2${cursor}`)).json()
    seen.push(...items.map(({ name }: { name: string }) => name))
    cursor = nextCursor && `&cursor=${nextCursor}`
  } while (cursor && seen.length < 100)
  expect(new Set(seen)).toEqual(new Set([...seen, ...names]))
  expect(seen).toEqual(seen.toSorted((a, b) => compareVietnamese(a.toLowerCase(), b.toLowerCase())))
})

test('units and accounts are in the order of their codes, on any machine', async () => {
  for (const code of ['a-b', 'a1', 'aa', 'a0', 'a']) {
    const unit = { code, name: code, shortName: code, type: 'other' }
    expect((await admin.post('/api/v1/units', unit)).statusCode).toBe(201)
    const account = { username: `${code}.x`, displayName: code, roles: ['leader'] }
    expect((await admin.post('/api/v1/accounts', account)).statusCode).toBe(201)
  }
  const codes = (await admin.get('/api/v1/units')).json().items.map(codeOf)
  const names = (await admin.get('/api/v1/accounts')).json().items.map(codeOf)
  expect(codes).toEqual(codes.toSorted())
  expect(names).toEqual(names.toSorted())
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
