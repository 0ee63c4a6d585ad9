import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, expectProblem, report, reportBody } from './support/line.ts'

let api: TestApp
let specialist: Client
let reviewer: Client
let unit: Client

beforeAll(async () => {
  api = await startTestApp()
  specialist = await api.signInAs('specialist')
  reviewer = await api.signInAs('reviewer')
  unit = await api.signInAs('unit')
})
afterAll(() => api.close())

const both = () => {
  const { units } = api.seed
  const task = { content: 'Việc', dueOn: '2026-12-05', unitIds: [units.unit.id] }
  return { tasks: [task, { ...task, unitIds: [units.otherUnit.id] }] }
}
interface Seen {
  state: string
  version: number
  directive: { kind: string }
}

const withdraw = (id: string) =>
  specialist.post(`/api/v1/directives/${id}/withdrawal`, { reason: 'Giao nhầm' })
const accept = (id: string) =>
  reviewer.post(`/api/v1/reports/${id}/review`, { verdict: 'satisfactory' })

test('when it was withdrawn stays, whatever is edited later', async () => {
  const directive = await enter(api, specialist, both())
  const { id } = directive.tasks[0].assignments[0]
  const at = '2026-11-23T02:00:00.000Z'
  api.clock.set(at)
  const taken = await reviewer.post(`/api/v1/assignments/${id}/withdrawal`, { reason: 'Giao nhầm' })
  expect(taken.json()).toMatchObject({ withdrawal: { at, reason: 'Giao nhầm' } })
  api.clock.set('2026-11-23T03:00:00.000Z')
  const change = { visibility: 'metadata' }
  await specialist.patch(`/api/v1/directives/${directive.id}`, change, { 'if-match': '"1"' })
  const inside = (await reviewer.get(`/api/v1/assignments/${id}`)).json()
  expect(inside).toMatchObject({ version: 3, withdrawal: { at } })
  const outside = (await api.anonymous.get(`/api/public/v1/assignments/${id}`)).json()
  expect(outside).toMatchObject({ withdrawal: { at }, updatedAt: '2026-11-23T03:00:00.000Z' })
})

test('what was completed of a withdrawn order is not reopened, nor is that offered', async () => {
  const directive = await enter(api, specialist, both())
  const { id } = directive.tasks[0].assignments[0]
  const { reports } = await report(api, unit, id)
  expect((await accept(reports[0].id)).json().can).toEqual(['reopen'])
  expect((await withdraw(directive.id)).statusCode).toBe(200)
  expect((await reviewer.get(`/api/v1/assignments/${id}`)).json()).toMatchObject({
    state: 'completed',
    can: [],
  })
  const reopening = await reviewer.post(`/api/v1/assignments/${id}/reopening`, { reason: 'Sai' })
  expectProblem(reopening, 409, 'invalid-transition')
})

test('a supporting unit’s part is taken back by the office alone, and offered so', async () => {
  const { units } = api.seed
  const directive = await enter(api, specialist, {
    tasks: [
      {
        content: 'Việc',
        dueOn: '2026-12-05',
        unitIds: [units.otherUnit.id],
        supportUnitIds: [units.unit.id],
      },
    ],
  })
  const url = `/api/v1/assignments?role=support&directiveId=${directive.id}`
  const [seen] = (await unit.get(url)).json().items
  expect(seen.can).toEqual([])
  const [row] = (await specialist.get(url)).json().items
  expect(row.can).toEqual(['withdraw'])
  expectProblem(await unit.post(`/api/v1/assignments/${row.id}/receipt`), 403, 'forbidden')
  const taken = await specialist.post(`/api/v1/assignments/${row.id}/withdrawal`, {
    reason: 'Không cần',
  })
  expect(taken.json()).toMatchObject({ state: 'withdrawn', role: 'support', can: [] })
})

describe('at the same moment as', () => {
  /** Each pair ends in one of its two orders, never in a third thing and never in a failure. */
  const race = async (acts: (() => Promise<{ statusCode: number; body: string }>)[]) => {
    const answers = await Promise.all(acts.map((act) => act()))
    for (const { statusCode, body } of answers)
      expect([200, 201, 409, 412], body).toContain(statusCode)
    return answers.map(({ statusCode }) => statusCode)
  }
  const rounds = Array.from({ length: 6 }, (_, i) => i)

  test.each(rounds)('a report (%i)', async () => {
    const directive = await enter(api, specialist, both())
    const { id } = directive.tasks[0].assignments[0]
    const body = await reportBody(api, unit)
    const [, sent] = await race([
      () => withdraw(directive.id),
      () => unit.post(`/api/v1/assignments/${id}/reports`, body),
    ])
    const { state, reports } = (await reviewer.get(`/api/v1/assignments/${id}`)).json()
    expect(state).toBe('withdrawn')
    expect(reports).toHaveLength(sent === 201 ? 1 : 0)
  })

  test.each(rounds)('a verdict (%i)', async () => {
    const directive = await enter(api, specialist, both())
    const { id } = directive.tasks[0].assignments[0]
    const { reports } = await report(api, unit, id)
    const [, reviewed] = await race([() => withdraw(directive.id), () => accept(reports[0].id)])
    const { state } = (await reviewer.get(`/api/v1/assignments/${id}`)).json()
    expect(state).toBe(reviewed === 200 ? 'completed' : 'withdrawn')
  })

  test.each(rounds)('more units (%i)', async () => {
    const directive = await enter(api, specialist)
    const unitIds = [api.seed.units.otherUnit.id]
    const [, added] = await race([
      () => withdraw(directive.id),
      () => specialist.post(`/api/v1/tasks/${directive.tasks[0].id}/units`, { unitIds }),
    ])
    const { tasks } = (await reviewer.get(`/api/v1/directives/${directive.id}`)).json()
    const states = tasks[0].assignments.map(({ state }: { state: string }) => state)
    expect(states).toEqual(Array(added === 201 ? 2 : 1).fill('withdrawn'))
  })

  test.each(rounds)('a reopening (%i)', async () => {
    const directive = await enter(api, specialist, both())
    const { id } = directive.tasks[0].assignments[0]
    const { reports } = await report(api, unit, id)
    await accept(reports[0].id)
    const [, reopened] = await race([
      () => withdraw(directive.id),
      () => reviewer.post(`/api/v1/assignments/${id}/reopening`, { reason: 'Sai' }),
    ])
    const { state } = (await reviewer.get(`/api/v1/assignments/${id}`)).json()
    expect(state).toBe(reopened === 200 ? 'withdrawn' : 'completed')
  })

  test.each(rounds)('an edit, a report and a verdict on its assignments (%i)', async () => {
    const directive = await enter(api, specialist, both())
    const [first, second] = directive.tasks.map(({ assignments }: never) => assignments[0])
    const { reports } = await report(api, unit, first.id)
    const otherUnit = await api.signInAs('otherUnit')
    const body = await reportBody(api, otherUnit)
    const codes = await race([
      () =>
        specialist.patch(
          `/api/v1/directives/${directive.id}`,
          { kind: 'other_directive' },
          { 'if-match': '"1"' },
        ),
      () => accept(reports[0].id),
      () => otherUnit.post(`/api/v1/assignments/${second.id}/reports`, body),
    ])
    expect(codes).toEqual([200, 200, 201])
    const after = (await reviewer.get(`/api/v1/directives/${directive.id}`)).json()
    const seen = after.tasks.map(({ assignments: [one] }: { assignments: Seen[] }) => [
      one?.state,
      one?.version,
      one?.directive.kind,
    ])
    expect(seen).toEqual([
      ['completed', 4, 'other_directive'],
      ['submitted', 3, 'other_directive'],
    ])
  })
})
