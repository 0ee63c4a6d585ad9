import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { drawUpDueReports } from '../src/jobs/draw-up-due-reports.ts'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, report } from './support/line.ts'
import { makeUnit, signInForUnit, succeed } from './support/units.ts'

/* Who is told what of an act: the unit of what the office does, the office of what a unit sends. */

type Name = 'specialist' | 'reviewer' | 'coordinator' | 'admin' | 'leader' | 'unit' | 'otherUnit'
const names: Name[] = [
  'specialist',
  'reviewer',
  'coordinator',
  'admin',
  'leader',
  'unit',
  'otherUnit',
]

let api: TestApp
const clients = {} as Record<Name, Client>
/** A second reviewer: the first is never told of what he does himself. */
let colleague: Client

interface Told {
  id: string
  kind: string
  count: number
  assignmentId: string | null
  directiveId: string | null
  facts: Record<string, unknown>
}

beforeAll(async () => {
  api = await startTestApp()
  for (const name of names) clients[name] = await api.signInAs(name)
  colleague = await api.signInAs(await anotherReviewer('colleague', null))
  await anotherReviewer('gone', api.clock.now)
})
afterAll(() => api.close())
beforeEach(() => api.deps.database.prisma.notification.deleteMany())

async function anotherReviewer(username: string, disabledAt: Date | null): Promise<string> {
  const { prisma } = api.deps.database
  const { passwordHash, createdAt } = await prisma.account.findFirstOrThrow()
  const own = { id: newId(), username, displayName: username, searchText: '', disabledAt }
  const common = { roles: ['reviewer'], passwordHash, mustChangePassword: false, createdAt }
  return (await prisma.account.create({ data: { ...own, ...common } })).id
}

const ok = async (asked: ReturnType<Client['get']>) => {
  const answer = await asked
  expect(answer.statusCode, answer.body).toBeLessThan(300)
  return answer.json()
}

const told = async (client: Client): Promise<Told[]> =>
  (await ok(client.get('/api/v1/notifications'))).items

/** Everybody who is told something, and of what kind. */
async function everybody(): Promise<Record<string, string[]>> {
  const rows = await api.deps.database.prisma.notification.findMany({
    select: { kind: true, account: { select: { username: true } } },
    orderBy: { sequence: 'asc' },
  })
  const groups = Map.groupBy(rows, ({ account }) => account.username)
  return Object.fromEntries([...groups].map(([name, own]) => [name, own.map(({ kind }) => kind)]))
}

const forget = () => api.deps.database.prisma.notification.deleteMany()

/** An order to one unit, of which nobody has been told any more; the assignment's id. */
async function given(change: Record<string, unknown> = {}): Promise<string> {
  const { tasks } = await enter(api, clients.specialist, change)
  await forget()
  return tasks[0].assignments[0].id
}

async function reported(): Promise<{ id: string; reportId: string }> {
  const id = await given()
  const { reports } = await report(api, clients.unit, id)
  return { id, reportId: reports[0].id }
}

const review = (reportId: string, verdict: string, comment: string | null = null) =>
  ok(clients.reviewer.post(`/api/v1/reports/${reportId}/review`, { verdict, comment }))

const nothing = {
  unit: null,
  previousDueOn: null,
  askedDueOn: null,
  workingDaysLeft: null,
  timeliness: null,
  decision: null,
  note: null,
  monthlyReport: null,
}

describe('what is assigned', () => {
  test('is told to the unit, with what it needs to know', async () => {
    const { id, number, symbol, title, tasks } = await enter(api, clients.specialist)
    expect(await everybody()).toEqual({ unit: ['assigned'] })
    expect(await told(clients.unit)).toMatchObject([
      {
        kind: 'assigned',
        at: api.clock.now.toISOString(),
        readAt: null,
        count: 1,
        assignmentId: tasks[0].assignments[0].id,
        directiveId: id,
        facts: {
          ...nothing,
          directive: { id, number, symbol, title },
          task: tasks[0].content,
          dueOn: '2026-12-05',
          effectiveDueOn: '2026-12-07',
          role: 'lead',
        },
      },
    ])
  })

  test('several tasks of one directive are told once to each unit, who see nothing of each other', async () => {
    const { unit, otherUnit } = api.seed.units
    const silent = await makeUnit(api, 'Đơn vị chưa có tài khoản')
    await enter(api, clients.specialist, {
      tasks: [
        {
          content: 'Việc một',
          dueOn: '2026-12-05',
          unitIds: [unit.id, silent.id],
          supportUnitIds: [otherUnit.id],
        },
        { content: 'Việc hai', dueOn: '2026-12-08', unitIds: [unit.id] },
      ],
    })
    expect(await everybody()).toEqual({ unit: ['assigned'], otherunit: ['assigned'] })
    const [own] = await told(clients.unit)
    const facts = { task: null, dueOn: null, effectiveDueOn: null, role: 'lead', unit: null }
    expect(own).toMatchObject({ count: 2, assignmentId: null, facts })
    const [other] = await told(clients.otherUnit)
    expect(other).toMatchObject({ count: 1, facts: { task: 'Việc một', role: 'support' } })
    const shown = await ok(clients.otherUnit.get(`/api/v1/assignments/${other?.assignmentId}`))
    expect(shown.unit.id).toBe(otherUnit.id)
    expect(JSON.stringify(await told(clients.otherUnit))).not.toContain(unit.name)
  })

  test('a task and a unit added later are told by themselves', async () => {
    const { id, tasks } = await enter(api, clients.specialist)
    await forget()
    const { unit, otherUnit } = api.seed.units
    const task = { content: 'Việc thêm', dueOn: '2026-12-09', unitIds: [unit.id] }
    await ok(clients.specialist.post(`/api/v1/directives/${id}/tasks`, task))
    await ok(
      clients.specialist.post(`/api/v1/tasks/${tasks[0].id}/units`, { unitIds: [otherUnit.id] }),
    )
    expect(await everybody()).toEqual({ unit: ['assigned'], otherunit: ['assigned'] })
    expect((await told(clients.unit))[0]?.facts).toMatchObject({ task: 'Việc thêm' })
  })

  test('an order that is refused tells nobody', async () => {
    const before = await api.deps.database.prisma.directive.count()
    const answer = await clients.specialist.post('/api/v1/directives', {})
    expect(answer.statusCode).toBe(400)
    const unknown = { content: 'Việc', dueOn: '2026-12-09', unitIds: [newId()] }
    await expect(enter(api, clients.specialist, { tasks: [unknown] })).rejects.toThrow()
    expect(await api.deps.database.prisma.directive.count()).toBe(before)
    expect(await everybody()).toEqual({})
  })
})

describe('what a unit sends', () => {
  test('a report is told to those who review it, but not to a disabled account', async () => {
    const { id } = await reported()
    expect(await everybody()).toEqual({
      reviewer: ['report_submitted'],
      colleague: ['report_submitted'],
    })
    const [one] = await told(clients.reviewer)
    expect(one).toMatchObject({ assignmentId: id, count: 1 })
    expect(one?.facts).toMatchObject({
      ...nothing,
      unit: { id: api.seed.units.unit.id, code: 'so-xay-dung', name: 'Sở Xây dựng' },
      timeliness: 'early',
      role: null,
    })
  })

  test('a request for extension is told to those who decide, with its reason and date', async () => {
    const id = await given()
    const asked = { dueOn: '2026-12-19', reason: 'Chờ ý kiến của Bộ' }
    await ok(clients.unit.post(`/api/v1/assignments/${id}/extensions`, asked))
    expect(await everybody()).toEqual({
      reviewer: ['extension_requested'],
      colleague: ['extension_requested'],
    })
    expect((await told(colleague))[0]?.facts).toMatchObject({
      ...nothing,
      unit: { code: 'so-xay-dung' },
      dueOn: '2026-12-05',
      askedDueOn: '2026-12-19',
      note: 'Chờ ý kiến của Bộ',
    })
  })

  test('receiving is told to nobody', async () => {
    const id = await given()
    await ok(clients.unit.post(`/api/v1/assignments/${id}/receipt`))
    expect(await everybody()).toEqual({})
  })
})

describe('what the office decides', () => {
  test.each([
    ['satisfactory', 'accepted', null, 'early'],
    ['unsatisfactory', 'returned', 'Thiếu phụ lục', null],
  ])('a verdict that is %s', async (verdict, kind, note, timeliness) => {
    const { id, reportId } = await reported()
    await forget()
    await review(reportId, verdict, note)
    expect(await everybody()).toEqual({ unit: [kind] })
    expect(await told(clients.unit)).toMatchObject([
      { assignmentId: id, facts: { ...nothing, note, timeliness, role: 'lead' } },
    ])
  })

  test('what is reopened', async () => {
    const { id, reportId } = await reported()
    await review(reportId, 'satisfactory')
    await forget()
    const reason = { reason: 'Số liệu chưa đúng' }
    await ok(clients.reviewer.post(`/api/v1/assignments/${id}/reopening`, reason))
    expect(await everybody()).toEqual({ unit: ['reopened'] })
    expect((await told(clients.unit))[0]?.facts).toMatchObject({ ...nothing, note: reason.reason })
  })

  test.each([
    ['approved', '2026-12-19', '2026-12-05'],
    ['rejected', '2026-12-05', null],
  ])('an extension that is %s', async (decision, dueOn, previousDueOn) => {
    const id = await given()
    const asked = { dueOn: '2026-12-19', reason: 'Chờ ý kiến của Bộ' }
    const extension = await ok(clients.unit.post(`/api/v1/assignments/${id}/extensions`, asked))
    await forget()
    const body = { decision, comment: 'Ý kiến của phòng' }
    await ok(clients.reviewer.post(`/api/v1/extensions/${extension.id}/decision`, body))
    expect(await everybody()).toEqual({ unit: ['extension_decided'] })
    expect((await told(clients.unit))[0]?.facts).toMatchObject({
      ...nothing,
      decision,
      dueOn,
      previousDueOn,
      askedDueOn: '2026-12-19',
      note: 'Ý kiến của phòng',
    })
  })

  test('a due date that is moved', async () => {
    const id = await given()
    const body = { dueOn: '2026-12-12', reason: 'Theo chỉ đạo' }
    const match = { 'if-match': '"1"' }
    await ok(clients.reviewer.put(`/api/v1/assignments/${id}/due-date`, body, match))
    expect(await everybody()).toEqual({ unit: ['due_date_moved'] })
    expect((await told(clients.unit))[0]?.facts).toMatchObject({
      ...nothing,
      dueOn: '2026-12-12',
      effectiveDueOn: '2026-12-14',
      previousDueOn: '2026-12-05',
      note: 'Theo chỉ đạo',
    })
  })

  test('what is withdrawn, one or a whole directive with its supporting units', async () => {
    const { unit, otherUnit } = api.seed.units
    const task = { dueOn: '2026-12-05', unitIds: [unit.id], supportUnitIds: [otherUnit.id] }
    const tasks = [1, 2].map((n) => ({ ...task, content: `Việc ${n}` }))
    const directive = await enter(api, clients.specialist, { tasks })
    await forget()
    const [first] = directive.tasks[0].assignments
    const reason = { reason: 'Giao nhầm' }
    await ok(clients.reviewer.post(`/api/v1/assignments/${first.id}/withdrawal`, reason))
    expect(await everybody()).toEqual({
      [first.unit.id === unit.id ? 'unit' : 'otherunit']: ['withdrawn'],
    })
    await forget()
    await ok(clients.specialist.post(`/api/v1/directives/${directive.id}/withdrawal`, reason))
    expect(await everybody()).toEqual({ unit: ['withdrawn'], otherunit: ['withdrawn'] })
    expect((await told(clients.otherUnit))[0]).toMatchObject({
      count: first.unit.id === unit.id ? 2 : 1,
      facts: { ...nothing, note: 'Giao nhầm', role: 'support' },
    })
  })

  test('an edit of the directive is told to nobody', async () => {
    const { id } = await enter(api, clients.specialist)
    await forget()
    const match = { 'if-match': '"1"' }
    await ok(clients.specialist.patch(`/api/v1/directives/${id}`, { title: 'Tên khác' }, match))
    expect(await everybody()).toEqual({})
  })
})

describe('what moves at once', () => {
  test('a change of the calendar is told once to each unit, whatever it moves', async () => {
    const { unit, otherUnit } = api.seed.units
    const units = { unitIds: [unit.id], supportUnitIds: [otherUnit.id] }
    await given({ tasks: [{ content: 'Một', dueOn: '2026-12-28', ...units }] })
    await given({ tasks: [{ content: 'Hai', dueOn: '2026-12-27', unitIds: [unit.id] }] })
    const calendar = await ok(clients.admin.get('/api/v1/calendar/2026'))
    const off = { kind: 'off', name: 'Nghỉ bù', reason: 'Theo công văn', document: null }
    const match = { 'if-match': `"${calendar.version}"` }
    await ok(clients.admin.put('/api/v1/calendar/days/2026-12-28', off, match))
    expect(await everybody()).toEqual({ unit: ['due_date_moved'], otherunit: ['due_date_moved'] })
    const moved = { effectiveDueOn: '2026-12-29', previousDueOn: '2026-12-28' }
    expect(await told(clients.unit)).toMatchObject([
      {
        count: 2,
        assignmentId: null,
        directiveId: null,
        facts: { ...moved, directive: null, dueOn: null, note: 'Theo công văn', role: 'lead' },
      },
    ])
    expect(await told(clients.otherUnit)).toMatchObject([
      { count: 1, facts: { ...moved, dueOn: '2026-12-28', task: 'Một', role: 'support' } },
    ])
  })

  test('work that passes to a successor is assigned to it, once', async () => {
    const [old, heir] = [await makeUnit(api, 'Sở cũ'), await makeUnit(api, 'Sở mới')]
    const oldClerk = await signInForUnit(api, old)
    const newClerk = await signInForUnit(api, heir)
    await given({ tasks: [{ content: 'Một', dueOn: '2026-12-21', unitIds: [old.id] }] })
    await given({ tasks: [{ content: 'Hai', dueOn: '2026-12-22', unitIds: [old.id, heir.id] }] })
    await given({ tasks: [{ content: 'Ba', dueOn: '2026-12-22', unitIds: [old.id] }] })
    await ok(succeed(api, { unitIds: [old.id], successor: { id: heir.id } }))
    expect(await told(newClerk)).toMatchObject([
      { kind: 'assigned', count: 2, facts: { note: 'Nghị quyết sắp xếp đơn vị', role: 'lead' } },
    ])
    // Its share of what the successor does already is taken back.
    expect(await told(oldClerk)).toMatchObject([{ kind: 'withdrawn', count: 1 }])
  })

  test('a report drawn up is told to the other coordinators; by the system, to all', async () => {
    const month = { month: '2026-10' }
    await ok(clients.coordinator.post('/api/v1/monthly-reports', month))
    expect(await everybody()).toEqual({})
    api.clock.set('2026-12-01T02:00:00.000Z')
    await drawUpDueReports(api.deps)
    api.clock.set('2026-11-23T02:00:00.000Z')
    expect(await everybody()).toEqual({ coordinator: ['monthly_report_drawn_up'] })
    expect(await told(clients.coordinator)).toMatchObject([
      {
        count: 1,
        assignmentId: null,
        directiveId: null,
        facts: { ...nothing, monthlyReport: { title: expect.stringContaining('tháng 11') } },
      },
    ])
  })
})

test('one who holds two roles is not told of what he does himself', async () => {
  const { id } = api.seed.accounts.reviewer
  const roles = ['specialist', 'reviewer', 'coordinator']
  await api.deps.database.prisma.account.update({ where: { id }, data: { roles } })
  const both = await api.signInAs('reviewer')
  await ok(both.post('/api/v1/monthly-reports', { from: '2026-11-01', to: '2026-11-20' }))
  expect(await everybody()).toEqual({ coordinator: ['monthly_report_drawn_up'] })
  await api.deps.database.prisma.account.update({ where: { id }, data: { roles: ['reviewer'] } })
})

test('pressing twice tells once', async () => {
  const id = await given()
  const key = { 'idempotency-key': newId() }
  const reason = { reason: 'Giao nhầm' }
  for (let i = 0; i < 2; i++) {
    await ok(clients.reviewer.post(`/api/v1/assignments/${id}/withdrawal`, reason, key))
  }
  expect(await everybody()).toEqual({ unit: ['withdrawn'] })
})

test('what is told of hundreds takes as many statements as of one', async () => {
  const { unit, otherUnit } = api.seed.units
  const count = async (tasks: number) => {
    const body = Array.from({ length: tasks }, (_, i) => ({
      content: `Việc ${i}`,
      dueOn: '2026-12-05',
      unitIds: [unit.id, otherUnit.id],
    }))
    const { id } = await enter(api, clients.specialist, { tasks: body })
    const withdraw = () =>
      clients.specialist.post(`/api/v1/directives/${id}/withdrawal`, { reason: 'Giao nhầm' })
    return api.countStatements(() => ok(withdraw()))
  }
  await count(1)
  expect(await count(50)).toBe(await count(1))
  expect((await told(clients.unit)).map((one) => one.count)).toEqual([1, 1, 50, 50, 1, 1])
})
