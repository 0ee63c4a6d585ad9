import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { insertManyAssignments } from './support/many-assignments.ts'
import { makeUnit, succeed } from './support/units.ts'

/* A unit that holds thousands of assignments hands all of them over at once. */

const count = 12_000

let api: TestApp
let reviewer: Client

beforeAll(async () => {
  api = await startTestApp()
  await insertManyAssignments(api.deps.database, api.seed, count)
  reviewer = await api.signInAs('reviewer')
})
afterAll(() => api.close())

test('thousands move, each with its event, and every count is as before', async () => {
  const { unit, otherUnit } = api.seed.units
  const heir = await makeUnit(api, 'Ủy ban nhân dân xã Đông Hòa Mới')
  const count = async (query: string) =>
    (await reviewer.get(`/api/v1/statistics?${query}`)).json().totals.total as number
  const all = await count('')
  api.clock.set('2026-11-23T02:01:00.000Z')
  const body = { unitIds: [unit.id, otherUnit.id], successor: { id: heir.id } }
  const preview = (await succeed(api, body, { preview: true })).json()
  const done = (await succeed(api, body)).json()
  expect(done).toEqual({ ...preview, preview: false })
  const moved = done.units.map(({ moved }: { moved: { lead: number } }) => moved.lead)
  const [mine, theirs] = moved as [number, number]
  expect(mine + theirs).toBeGreaterThan(4000)
  expect(await count('')).toBe(all)
  expect(await count(`unitId=${heir.id}`)).toBe(mine + theirs)
  expect(await count(`unitId=${heir.id}&units=by_successor`)).toBe(all)
  const where = { type: 'assignment.unit_succeeded' }
  expect(await api.deps.database.prisma.event.count({ where })).toBe(mine + theirs)
})
