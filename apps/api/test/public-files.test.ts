import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, report } from './support/line.ts'

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

const review = (id: string, verdict: string) =>
  reviewer.post(`/api/v1/reports/${id}/review`, { verdict, comment: 'Ý kiến' })

/** Which attempts have files for anyone, as the page tells it and as the files themselves do. */
async function open(id: string): Promise<number[]> {
  const inside = (await reviewer.get(`/api/v1/assignments/${id}`)).json().reports
  const shown = (await api.anonymous.get(`/api/public/v1/assignments/${id}`)).json().reports
  const attempts: number[] = []
  for (const [i, { files }] of inside.entries()) {
    const file = await api.anonymous.get(`/api/public/v1/files/${files[0].id}/content`)
    expect(file.statusCode).toBe(shown[i].files.length > 0 ? 200 : 404)
    if (file.statusCode === 200) attempts.push(i + 1)
  }
  return attempts
}

test('a report’s files are public while the assignment is completed by it', async () => {
  const { id: directiveId, tasks } = await enter(api, specialist)
  const { id } = tasks[0].assignments[0]
  const first = await report(api, unit, id)
  expect(await open(id)).toEqual([])
  await review(first.reports[0].id, 'satisfactory')
  expect(await open(id)).toEqual([1])
  await reviewer.post(`/api/v1/assignments/${id}/reopening`, { reason: 'Số liệu sai' })
  expect(await open(id)).toEqual([])
  const second = await report(api, unit, id)
  expect(await open(id)).toEqual([])
  await review(second.reports[1].id, 'unsatisfactory')
  const third = await report(api, unit, id)
  await review(third.reports[2].id, 'satisfactory')
  expect(await open(id)).toEqual([3])
  const headers = { 'if-match': '"1"' }
  await specialist.patch(`/api/v1/directives/${directiveId}`, { visibility: 'metadata' }, headers)
  expect(await open(id)).toEqual([])
})
