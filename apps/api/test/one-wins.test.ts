import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, reportBody } from './support/line.ts'

/* A hundred who press the same button at the same moment. */

let api: TestApp
let specialist: Client
let unit: Client

beforeAll(async () => {
  api = await startTestApp()
  specialist = await api.signInAs('specialist')
  unit = await api.signInAs('unit')
})
afterAll(() => api.close())

const hundred = <T>(press: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: 100 }, (_, i) => press(i)))

/** How often each status was given. */
function statuses(answers: { statusCode: number }[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const { statusCode } of answers) counts[statusCode] = (counts[statusCode] ?? 0) + 1
  return counts
}

const eventsOf = (assignmentId: string, type: string) =>
  api.deps.database.prisma.event.count({ where: { assignmentId, type } })

test('receive and report: one acts, the others are told so', async () => {
  const directive = await enter(api, specialist)
  const { id } = directive.tasks[0].assignments[0]

  const received = await hundred(() => unit.post(`/api/v1/assignments/${id}/receipt`))
  expect(statuses(received)).toEqual({ 200: 100 })
  expect(await eventsOf(id, 'assignment.received')).toBe(1)

  const body = await reportBody(api, unit)
  const sent = await hundred(() => unit.post(`/api/v1/assignments/${id}/reports`, body))
  expect(statuses(sent)).toEqual({ 201: 1, 409: 99 })
  expect(await eventsOf(id, 'assignment.reported')).toBe(1)
})

test('a request that does not end is not waited for for ever', () => {
  expect(api.app.server.headersTimeout).toBeLessThanOrEqual(20_000)
  expect(api.app.server.requestTimeout).toBeGreaterThan(0)
})
