import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, expectProblem, report } from './support/line.ts'

/* The office moves a due date itself. */

let api: TestApp
let specialist: Client
let reviewer: Client
let unit: Client
/** An assignment of 20/11, due Saturday 05/12, effectively Monday 07/12. */
let id: string

const reason = 'Theo lịch họp của Ủy ban nhân dân Tỉnh'

beforeAll(async () => {
  api = await startTestApp()
  specialist = await api.signInAs('specialist')
  reviewer = await api.signInAs('reviewer')
  unit = await api.signInAs('unit')
})
afterAll(() => api.close())
beforeEach(async () => {
  api.clock.set('2026-11-23T02:00:00.000Z')
  id = (await enter(api, specialist)).tasks[0].assignments[0].id
})

const read = async () => (await reviewer.get(`/api/v1/assignments/${id}`)).json()
const history = async () => (await unit.get(`/api/v1/assignments/${id}/history`)).json().items
const put = (body: unknown, headers: Record<string, string> = {}, client = reviewer) =>
  client.put(`/api/v1/assignments/${id}/due-date`, body, headers)

async function move(dueOn: string, client = reviewer) {
  const { version } = await read()
  return put({ dueOn, reason }, { 'if-match': `"${version}"` }, client)
}

test('later, and the task counts as extended', async () => {
  const before = await read()
  expect(before.can).toContain('moveDueDate')
  const answer = await move('2026-12-19')
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.headers.etag).toBe(`"${before.version + 1}"`)
  expect(answer.json()).toMatchObject({
    dueOn: '2026-12-19',
    effectiveDueOn: '2026-12-21',
    originalDueOn: '2026-12-05',
    extensionsLeft: 1,
    extensions: [],
  })
  expect((await history()).at(-1)).toMatchObject({
    type: 'assignment.due_date_moved',
    before: { dueOn: '2026-12-05', effectiveDueOn: '2026-12-07', extended: false },
    after: { dueOn: '2026-12-19', effectiveDueOn: '2026-12-21', extended: true, reason },
  })
})

test('earlier, and back, and the task no longer counts as extended', async () => {
  const extended = async () => {
    const { directive } = await read()
    const query = `directiveId=${directive.id}`
    const list = await reviewer.get(`/api/v1/assignments?${query}&extended=true`)
    const figures = await reviewer.get(`/api/v1/statistics?${query}`)
    expect(figures.json().totals.extended).toBe(list.json().total)
    return list.json().total
  }
  const steps: [string, number][] = [
    ['2026-12-31', 1],
    ['2026-12-05', 0],
    ['2026-11-25', 0],
    ['2026-12-06', 1],
  ]
  for (const [dueOn, count] of steps) {
    expect((await move(dueOn)).json()).toMatchObject({ dueOn, originalDueOn: '2026-12-05' })
    expect(await extended()).toBe(count)
  }
})

test('down to the day of issue, not before it', async () => {
  const { errors } = expectProblem(await move('2026-11-19'), 422, 'due-before-issue')
  expect(errors?.[0]?.pointer).toBe('/dueOn')
  expect((await move('2026-11-20')).json()).toMatchObject({ status: 'overdue' })
})

test('and the directive is not issued after it later on', async () => {
  await move('2026-11-21')
  const { directive } = await read()
  const edit = (issuedOn: string) =>
    specialist.patch(`/api/v1/directives/${directive.id}`, { issuedOn }, { 'if-match': '"1"' })
  const { errors } = expectProblem(await edit('2026-11-23'), 422, 'due-before-issue')
  expect(errors?.map(({ pointer }) => pointer)).toEqual(['/issuedOn'])
  expect((await edit('2026-11-21')).statusCode).toBe(200)
})

test('with a date and a reason, of the version that was seen', async () => {
  const { version } = await read()
  const matching = { 'if-match': `"${version}"` }
  expectProblem(await put({ dueOn: '2026-12-19' }, matching), 422, 'reason-required')
  expectProblem(await put({ reason }, matching), 422, 'due-date-required')
  expectProblem(await put({ dueOn: '2061-01-01', reason }, matching), 422, 'outside-calendar')
  expectProblem(await put({ dueOn: '19/12/2026', reason }, matching), 400, 'invalid-request')
  expectProblem(await put({ dueOn: '2026-12-19', reason }), 428, 'precondition-required')
  await move('2026-12-10')
  expectProblem(await put({ dueOn: '2026-12-19', reason }, matching), 412, 'stale')
  expect((await read()).dueOn).toBe('2026-12-10')
})

test('to the date that holds already: nothing happened', async () => {
  const before = await read()
  const answer = await move('2026-12-05')
  expect(answer.statusCode).toBe(200)
  expect(answer.json().version).toBe(before.version)
  expect(await history()).toHaveLength(1)
})

test('while a report waits: its class stays, the next is judged by the new date', async () => {
  api.clock.set('2026-12-08T02:00:00.000Z')
  const sent = await report(api, unit, id)
  expect(sent).toMatchObject({ state: 'submitted', timeliness: 'late', daysLate: 1 })
  const moved = (await move('2026-12-19')).json()
  expect(moved).toMatchObject({
    state: 'submitted',
    dueOn: '2026-12-19',
    timeliness: 'late',
    daysLate: 1,
    reports: [{ timeliness: 'late' }],
  })
  const verdict = { verdict: 'unsatisfactory', comment: 'Thiếu' }
  await reviewer.post(`/api/v1/reports/${sent.reports[0].id}/review`, verdict)
  expect(await report(api, unit, id)).toMatchObject({ timeliness: 'early', daysLate: null })
})

test('not once it is completed or taken back', async () => {
  const sent = await report(api, unit, id)
  await reviewer.post(`/api/v1/reports/${sent.reports[0].id}/review`, { verdict: 'satisfactory' })
  expectProblem(await move('2026-12-19'), 409, 'invalid-transition')
  id = (await enter(api, specialist)).tasks[0].assignments[0].id
  await reviewer.post(`/api/v1/assignments/${id}/withdrawal`, { reason })
  expectProblem(await move('2026-12-19'), 409, 'invalid-transition')
})

test('by a reviewer alone', async () => {
  for (const client of [specialist, unit]) {
    expectProblem(await move('2026-12-19', client), 403, 'forbidden')
  }
})

test('the public sees that it was moved and to when, not why', async () => {
  await move('2026-12-19')
  const answer = await api.anonymous.get(`/api/public/v1/assignments/${id}`)
  expect(answer.json().history.at(-1)).toMatchObject({
    type: 'due_date_moved',
    dueOn: '2026-12-19',
  })
  expect(answer.body).not.toContain(reason)
})
