import { mostSavedViews } from '@dunghan/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { expectProblem } from './support/line.ts'

let api: TestApp
let reviewer: Client
let unit: Client

beforeAll(async () => {
  api = await startTestApp()
  reviewer = await api.signInAs('reviewer')
  unit = await api.signInAs('unit')
})
afterAll(() => api.close())

const url = '/api/v1/saved-views'
const overdue = { page: 'assignments', name: 'Quá hạn', search: 'status=overdue&sort=-dueOn' }

test('an account keeps its own, by name and page; nobody else sees or deletes them', async () => {
  const saved = await reviewer.post(url, overdue)
  expect(saved.statusCode).toBe(201)
  expect(saved.json()).toMatchObject(overdue)
  await reviewer.post(url, { ...overdue, name: 'Ân hạn' })
  await reviewer.post(url, { ...overdue, page: 'directives' })
  const names = async (client: Client, page = '') =>
    (await client.get(url + page)).json().items.map(({ name }: { name: string }) => name)
  expect(await names(reviewer, '?page=assignments')).toEqual(['Ân hạn', 'Quá hạn'])
  expect(await names(reviewer)).toHaveLength(3)
  expect(await names(unit)).toEqual([])
  const own = `${url}/${saved.json().id}`
  expectProblem(await unit.delete(own), 404, 'not-found')
  expect((await reviewer.delete(own)).statusCode).toBe(204)
  expectProblem(await reviewer.delete(own), 404, 'not-found')
  expect(await names(reviewer, '?page=assignments')).toEqual(['Ân hạn'])
})

test('one name is one view of a page', async () => {
  const body = { ...overdue, name: 'Trùng tên' }
  expect((await unit.post(url, body)).statusCode).toBe(201)
  const again = await unit.post(url, { ...body, search: 'q=khac' })
  const problem = expectProblem(again, 409, 'already-exists')
  expect(problem.errors).toMatchObject([{ pointer: '/name' }])
  expect(problem.errors?.[0]?.detail).toContain('chế độ xem')
})

test.each([
  ['another site', 'https://example.org/'],
  ['another path', '/../dang-nhap'],
  ['a question mark', '?q=a'],
  ['a fragment', 'q=a#b'],
  ['letters that are not written so', 'q=sở'],
  ['a line break', 'q=a\nb'],
  ['more than an address holds', 'a'.repeat(4001)],
])('what is kept can only be the search of its page: %s', async (_what, search) => {
  const answer = await unit.post(url, { ...overdue, search })
  const { errors } = expectProblem(answer, 400, 'invalid-request')
  expect(errors).toMatchObject([{ pointer: '/search' }])
})

test('what a browser writes of any words is kept as it is', async () => {
  const search = new URLSearchParams({
    q: 'Sở ~ (Xây) dựng & "x" *',
    dueTo: '2026-12-31',
  }).toString()
  const saved = await unit.post(url, { ...overdue, name: 'Nhiều dấu', search })
  expect(saved.json().search).toBe(search)
  expect((await unit.post(url, { ...overdue, name: 'Tất cả', search: '' })).statusCode).toBe(201)
})

test('there are so many and no more, also when two windows save at once', async () => {
  const admin = await api.signInAs('admin')
  const save = (n: number) => admin.post(url, { ...overdue, name: `Chế độ ${n}` })
  for (let n = 0; n < mostSavedViews - 1; n++) await save(n)
  const last = await Promise.all([save(98), save(99)])
  expect(last.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 400])
  const refused = last.find(({ statusCode }) => statusCode === 400)
  const problem = expectProblem(refused as NonNullable<typeof refused>, 400, 'invalid-request')
  expect(problem.errors).toMatchObject([{ pointer: '/name' }])
  expect(problem.errors?.[0]?.detail).toContain(String(mostSavedViews))
  expect((await admin.get(url)).json().items).toHaveLength(mostSavedViews)
})

test('pressed twice it is saved once', async () => {
  const headers = { 'idempotency-key': 'luu-mot-lan-thoi' }
  const body = { ...overdue, name: 'Một lần' }
  const [first, second] = [
    await reviewer.post(url, body, headers),
    await reviewer.post(url, body, headers),
  ]
  expect(second.json()).toEqual(first.json())
})
