import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter } from './support/line.ts'

/* What is done to a whole directive does not grow in statements with its assignments. */

let api: TestApp
let specialist: Client
let unitIds: string[]

beforeAll(async () => {
  api = await startTestApp()
  specialist = await api.signInAs('specialist')
  unitIds = Array.from({ length: 40 }, () => newId())
  await api.deps.database.prisma.unit.createMany({
    data: unitIds.map((id, i) => ({
      id,
      code: `don-vi-${i}`,
      name: `Đơn vị ${i}`,
      shortName: `ĐV ${i}`,
      type: 'ward',
      searchText: '',
    })),
  })
})
afterAll(() => api.close())

const entered = (tasks: number, units: number) =>
  enter(api, specialist, {
    tasks: Array.from({ length: tasks }, (_, i) => ({
      content: `Việc ${i}`,
      dueOn: '2026-12-05',
      unitIds: unitIds.slice(0, units),
    })),
  })

const acts: [string, (id: string) => ReturnType<Client['post']>][] = [
  [
    'withdrawn',
    (id) => specialist.post(`/api/v1/directives/${id}/withdrawal`, { reason: 'Giao nhầm' }),
  ],
  [
    'edited',
    (id) =>
      specialist.patch(
        `/api/v1/directives/${id}`,
        { visibility: 'metadata' },
        { 'if-match': '"1"' },
      ),
  ],
]

test.each(acts)(
  'one to many units is %s in as many statements as one to a single unit',
  async (_name, act) => {
    const count = async (tasks: number, units: number) => {
      const { id } = await entered(tasks, units)
      return api.countStatements(async () => {
        const answer = await act(id)
        expect(answer.statusCode, answer.body).toBe(200)
      })
    }
    await count(1, 1)
    expect(await count(10, 40)).toBe(await count(1, 1))
  },
)

test('each of its assignments has its own next stretch and its own event', async () => {
  const { id, tasks } = await entered(2, 40)
  await specialist.post(`/api/v1/directives/${id}/withdrawal`, { reason: 'Giao nhầm' })
  const { prisma } = api.deps.database
  const assignments = await prisma.assignment.findMany({
    where: { directiveId: id },
    include: { periods: { orderBy: { version: 'asc' } } },
  })
  expect(assignments).toHaveLength(80)
  for (const { version, periods } of assignments) {
    expect(version).toBe(2)
    expect(periods.map(({ state, validTo }) => [state, validTo])).toEqual([
      ['assigned', api.clock.now],
      ['withdrawn', null],
    ])
    const {
      version: _,
      validFrom,
      validTo,
      state,
      withdrawnAt,
      withdrawalReason,
      ...rest
    } = periods[1] ?? ({} as (typeof periods)[number])
    expect(periods[0]).toMatchObject(rest)
    expect([withdrawnAt, withdrawalReason]).toEqual([api.clock.now, 'Giao nhầm'])
  }
  const events = await prisma.event.findMany({
    where: { type: 'assignment.withdrawn', assignmentId: { in: assignments.map((one) => one.id) } },
  })
  expect(new Set(events.map(({ assignmentId }) => assignmentId)).size).toBe(80)
  expect(events[0]).toMatchObject({
    before: { state: 'assigned', withdrawnAt: null },
    after: { state: 'withdrawn', withdrawalReason: 'Giao nhầm' },
  })
  expect(tasks).toHaveLength(2)
})
