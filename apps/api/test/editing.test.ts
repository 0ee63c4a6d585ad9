import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { directiveBody, enter, expectProblem, signedFile } from './support/line.ts'

let api: TestApp
let specialist: Client
let reviewer: Client

beforeAll(async () => {
  api = await startTestApp()
  specialist = await api.signInAs('specialist')
  reviewer = await api.signInAs('reviewer')
})
afterAll(() => api.close())

const edit = (id: string, change: object, version = 1) =>
  specialist.patch(`/api/v1/directives/${id}`, change, { 'if-match': `"${version}"` })
const history = async (id: string) =>
  (await reviewer.get(`/api/v1/assignments/${id}/history`)).json().items

describe('whoever reads what changed since an instant learns of an edit of', () => {
  const changes: [string, () => Promise<object>][] = [
    ['title', async () => ({ title: 'Tên khác' })],
    ['number', async () => ({ number: '9001' })],
    ['symbol', async () => ({ symbol: 'QĐ-UBND' })],
    ['abstract', async () => ({ abstract: 'Trích yếu khác' })],
    ['files', async () => ({ files: [await signedFile(api, specialist)] })],
    ['visibility', async () => ({ visibility: 'metadata' })],
  ]
  test.each(changes)('%s', async (name, change) => {
    const directive = await enter(api, specialist)
    const { id } = directive.tasks[0].assignments[0]
    const since = new Date(api.clock.now.getTime() + 60_000)
    api.clock.set(since)
    const list = async () => {
      const url = `/api/public/v1/assignments?updatedSince=${since.toISOString()}`
      return (await api.anonymous.get(url)).json().items as { id: string; updatedAt: string }[]
    }
    expect(await list()).toEqual([])
    expect((await edit(directive.id, await change())).statusCode).toBe(200)
    expect(await list()).toMatchObject([{ id, updatedAt: since.toISOString() }])
    expect((await history(id)).at(-1)).toMatchObject({
      type: 'assignment.directive_edited',
      after: { edited: [name] },
    })
  })
})

test('an edit that changes nothing answers as it stands and leaves no trace', async () => {
  const directive = await enter(api, specialist)
  const { id } = directive.tasks[0].assignments[0]
  const events = () => api.deps.database.prisma.event.count()
  const before = await events()
  const files = directive.files.map((file: { id: string; role: string }) => ({
    fileId: file.id,
    role: file.role,
  }))
  for (const change of [{}, { title: directive.title }, { files }]) {
    const answer = await edit(directive.id, change)
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json()).toMatchObject({
      version: 1,
      tasks: [{ assignments: [{ id, version: 1 }] }],
    })
  }
  expect(await events()).toBe(before)
})

test('nor does one of a unit or a leader', async () => {
  const admin = await api.signInAs('admin')
  const { units, leaders } = api.seed
  const events = () => api.deps.database.prisma.event.count()
  const before = await events()
  for (const [url, name] of [
    [`/api/v1/units/${units.unit.id}`, units.unit.name],
    [`/api/v1/leaders/${leaders.deputy.id}`, leaders.deputy.name],
  ] as const) {
    for (const change of [{}, { name }]) {
      const answer = await admin.patch(url, change, { 'if-match': '"1"' })
      expect(answer.statusCode, answer.body).toBe(200)
      expect(answer.headers.etag).toBe('"1"')
      expect(answer.json()).toMatchObject({ version: 1, name })
    }
  }
  expect(await events()).toBe(before)
})

test('a task or unit added since makes an edit stale', async () => {
  const { id, tasks } = await enter(api, specialist)
  const { units } = api.seed
  await specialist.post(`/api/v1/tasks/${tasks[0].id}/units`, { unitIds: [units.otherUnit.id] })
  expectProblem(await edit(id, { title: 'Khác' }), 412, 'stale')
  const task = { content: 'Thêm', dueOn: '2026-12-24', unitIds: [units.unit.id] }
  await specialist.post(`/api/v1/directives/${id}/tasks`, task)
  expectProblem(await edit(id, { title: 'Khác' }, 2), 412, 'stale')
  const seen = await specialist.get(`/api/v1/directives/${id}`)
  expect(seen.headers.etag).toBe('"3"')
  expect((await edit(id, { title: 'Khác' }, 3)).statusCode).toBe(200)
})

test('the drafter is a specialist, also one who no longer is while nobody else is named', async () => {
  const { specialist: drafter, reviewer: other } = api.seed.accounts
  const body = await directiveBody(api, specialist, { draftedById: other.id })
  const problem = expectProblem(
    await specialist.post('/api/v1/directives', body),
    400,
    'invalid-request',
  )
  expect(problem.errors?.[0]).toMatchObject({
    pointer: '/draftedById',
    detail: expect.stringContaining('chuyên viên'),
  })

  const { prisma } = api.deps.database
  const former = await prisma.account.findUniqueOrThrow({ where: { id: drafter.id } })
  const { notificationChoices: _, ...kept } = former
  const left = { ...kept, id: newId(), username: 'nguoi.cu' }
  await prisma.account.create({ data: left })
  const { id } = await enter(api, specialist, { draftedById: left.id })
  await prisma.account.update({ where: { id: left.id }, data: { roles: ['coordinator'] } })
  expect((await edit(id, { title: 'Khác' })).statusCode).toBe(200)
  expect((await edit(id, { draftedById: left.id }, 2)).json().version).toBe(2)
  expectProblem(await edit(id, { draftedById: other.id }, 2), 400, 'invalid-request')
})

test('a unit is given work from its first day to its last', async () => {
  const { prisma } = api.deps.database
  const unit = (code: string, validFrom: string | null, validTo: string | null) => ({
    id: newId(),
    code,
    name: code,
    shortName: code,
    type: 'other',
    searchText: '',
    validFrom: validFrom && new Date(validFrom),
    validTo: validTo && new Date(validTo),
  })
  const today = '2026-11-23'
  const units = {
    soon: unit('sap-co', '2026-11-24', null),
    now: unit('dang-co', today, today),
    gone: unit('da-het', null, '2026-11-22'),
  }
  await prisma.unit.createMany({ data: Object.values(units) })
  const give = async (id: string) => {
    const tasks = [{ content: 'Việc', dueOn: '2026-12-05', unitIds: [id] }]
    return specialist.post('/api/v1/directives', await directiveBody(api, specialist, { tasks }))
  }
  expect((await give(units.now.id)).statusCode).toBe(201)
  for (const [id, said] of [
    [units.soon.id, 'chưa bắt đầu'],
    [units.gone.id, 'không còn'],
  ] as const) {
    const { errors } = expectProblem(await give(id), 400, 'invalid-request')
    expect(errors?.[0]).toMatchObject({
      pointer: '/tasks/0/unitIds/0',
      detail: expect.stringContaining(said),
    })
  }
})

test('a unit reads that its order was edited, not who drafted it', async () => {
  const directive = await enter(api, specialist)
  const { id } = directive.tasks[0].assignments[0]
  const admin = await api.signInAs('admin')
  const account = { username: 'nguoi.soan', displayName: 'Người soạn', roles: ['specialist'] }
  const draftedById = (await admin.post('/api/v1/accounts', account)).json().id
  expect((await edit(directive.id, { draftedById })).statusCode).toBe(200)
  expect((await history(id))[1].after).toMatchObject({ draftedById })
  const unit = await api.signInAs('unit')
  const told = (await unit.get(`/api/v1/assignments/${id}/history`)).json().items
  expect(told).toHaveLength(2)
  expect(told[1].after).not.toHaveProperty('draftedById')
  expect(told[1].before).not.toHaveProperty('draftedById')
  // Nor does it find out by asking for what one of them drafted.
  for (const path of ['assignments', 'assignments/export', 'statistics', 'statistics/export']) {
    const format = path.endsWith('export') ? '&format=csv' : ''
    const answer = await unit.get(`/api/v1/${path}?draftedById=${draftedById}${format}`)
    const { errors } = expectProblem(answer, 403, 'forbidden')
    expect(errors?.[0]?.pointer).toBe('/draftedById')
  }
})
