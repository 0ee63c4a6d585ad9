import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, expectProblem, report } from './support/line.ts'
import { makeUnit } from './support/units.ts'

/* The coordinator reminds units by hand of what they owe, each assignment once a day. */

let api: TestApp
let specialist: Client
let reviewer: Client
let coordinator: Client
let colleague: Client
let unit: Client
let otherUnit: Client

const morning = '2026-11-23T02:00:00.000Z'

beforeAll(async () => {
  api = await startTestApp()
  specialist = await api.signInAs('specialist')
  reviewer = await api.signInAs('reviewer')
  coordinator = await api.signInAs('coordinator')
  unit = await api.signInAs('unit')
  otherUnit = await api.signInAs('otherUnit')
  const { prisma } = api.deps.database
  const { passwordHash, createdAt } = await prisma.account.findFirstOrThrow()
  const own = { id: newId(), username: 'colleague', displayName: 'Đồng nghiệp', searchText: '' }
  const common = { roles: ['coordinator'], passwordHash, mustChangePassword: false, createdAt }
  await prisma.account.create({ data: { ...own, ...common } })
  colleague = await api.signInAs(own.id)
})
afterAll(() => api.close())
beforeEach(() => api.clock.set(morning))

const ok = async (asked: ReturnType<Client['get']>) => {
  const answer = await asked
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

const remind = (assignmentIds: string[], message: string | null = null, client = coordinator) =>
  client.post('/api/v1/reminders', { assignmentIds, message })

/** One order of so many tasks; the ids of its assignments, task by task. */
async function given(tasks = 1, unitIds = [api.seed.units.unit.id]): Promise<string[]> {
  const body = { dueOn: '2026-12-05', unitIds }
  const directive = await enter(api, specialist, {
    tasks: Array.from({ length: tasks }, (_, i) => ({ ...body, content: `Việc ${i + 1}` })),
  })
  await api.deps.database.prisma.notification.deleteMany()
  return directive.tasks.flatMap((task: { assignments: { id: string }[] }) =>
    task.assignments.map(({ id }) => id),
  )
}

const told = async (client: Client) => (await ok(client.get('/api/v1/notifications'))).items
const events = (assignmentId: string) =>
  api.deps.database.prisma.event.findMany({
    where: { assignmentId, type: 'assignment.reminded' },
  })

test('the unit is told, with the message and what it is about', async () => {
  const [id = ''] = await given()
  const message = 'Đề nghị báo cáo trước 30/11.'
  expect(await ok(remind([id], message))).toEqual({ reminded: [id], skipped: [] })
  expect(await told(unit)).toMatchObject([
    {
      kind: 'reminder',
      count: 1,
      assignmentId: id,
      facts: { note: message, task: 'Việc 1', role: 'lead', dueOn: '2026-12-05', unit: null },
    },
  ])
  expect(await told(otherUnit)).toEqual([])
  expect(await told(colleague)).toEqual([])
})

test('the office and the unit read it in the history, the public does not', async () => {
  const [id = ''] = await given()
  await ok(remind([id], 'Chỉ nói với đơn vị'))
  for (const client of [reviewer, unit]) {
    const { items } = await ok(client.get(`/api/v1/assignments/${id}/history`))
    expect(items.at(-1)).toMatchObject({
      type: 'assignment.reminded',
      by: { role: 'coordinator' },
      after: { message: 'Chỉ nói với đơn vị' },
    })
  }
  const shown = await api.anonymous.get(`/api/public/v1/assignments/${id}`)
  expect(shown.statusCode).toBe(200)
  expect(shown.body).not.toContain('Chỉ nói')
  expect(shown.json().history).toHaveLength(1)
})

test('several of one directive are one reminder to each unit', async () => {
  const { unit: one, otherUnit: other } = api.seed.units
  const ids = await given(3, [one.id, other.id])
  const [single = ''] = await given()
  const { reminded } = await ok(remind([...ids, single, single]))
  expect(reminded).toEqual([...ids, single])
  expect((await told(unit)).map(({ count }: { count: number }) => count).toSorted()).toEqual([1, 3])
  expect(await told(otherUnit)).toMatchObject([{ kind: 'reminder', count: 3, assignmentId: null }])
})

test('once a day in Việt Nam, and again the next', async () => {
  const [id = ''] = await given()
  api.clock.set('2026-11-23T16:59:59.000Z')
  expect(await ok(remind([id]))).toEqual({ reminded: [id], skipped: [] })
  const skipped = [{ assignmentId: id, reason: 'reminded-today' }]
  expect(await ok(remind([id], null, colleague))).toEqual({ reminded: [], skipped })
  api.clock.set('2026-11-23T17:00:00.000Z')
  expect(await ok(remind([id], null, colleague))).toEqual({ reminded: [id], skipped: [] })
  expect(await events(id)).toHaveLength(2)
  expect(await told(unit)).toHaveLength(2)
})

test('who is not to be reminded is answered with the reason, and the others are', async () => {
  const { unit: one, otherUnit: other } = api.seed.units
  const silent = await makeUnit(api, 'Đơn vị chưa có tài khoản')
  const [open = '', mute = ''] = await given(1, [one.id, silent.id])
  const task = { content: 'Việc', dueOn: '2026-12-05', unitIds: [one.id] }
  const { id } = await enter(api, specialist, { tasks: [{ ...task, supportUnitIds: [other.id] }] })
  const all = await ok(reviewer.get(`/api/v1/assignments?directiveId=${id}&role=lead&role=support`))
  const byRole = (role: string) =>
    all.items.find((item: { role: string }) => item.role === role).id as string
  await report(api, unit, byRole('lead'))
  const [first, second] =
    (await ok(reviewer.get(`/api/v1/assignments/${open}`))).unit.id === one.id
      ? [open, mute]
      : [mute, open]
  expect(await ok(remind([byRole('lead'), byRole('support'), second, first]))).toEqual({
    reminded: [first],
    skipped: [
      { assignmentId: byRole('lead'), reason: 'not-open' },
      { assignmentId: byRole('support'), reason: 'support' },
      { assignmentId: second, reason: 'no-account' },
    ],
  })
})

test('an id that is none is named, and nobody is reminded', async () => {
  const [id = ''] = await given()
  const problem = expectProblem(await remind([id, newId()]), 400, 'invalid-request')
  expect(problem.errors).toMatchObject([{ pointer: '/assignmentIds/1' }])
  expect(await events(id)).toEqual([])
  expectProblem(await remind([]), 400, 'invalid-request')
  expectProblem(await remind([id], 'a'.repeat(1001)), 400, 'invalid-request')
  expectProblem(await remind([id], null, reviewer), 403, 'forbidden')
  expectProblem(await remind([id], null, unit), 403, 'forbidden')
})

test('two coordinators at once remind once', async () => {
  const ids = await given(4)
  const answers = await Promise.all([
    ok(remind(ids, 'Một')),
    ok(remind(ids.toReversed(), 'Hai', colleague)),
  ])
  const counts = answers.map(({ reminded }) => reminded.length).toSorted()
  expect(counts).toEqual([0, 4])
  expect(await told(unit)).toMatchObject([{ kind: 'reminder', count: 4 }])
})

test('as many statements for hundreds as for one', async () => {
  const few = await given(1)
  const many = await given(100)
  const count = (ids: string[]) => api.countStatements(() => ok(remind(ids)))
  await count(await given(1))
  expect(await count(many)).toBe(await count(few))
})
