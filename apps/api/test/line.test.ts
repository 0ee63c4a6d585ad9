import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, expectProblem, report } from './support/line.ts'

let api: TestApp
let specialist: Client
let reviewer: Client
let unit: Client
let otherUnit: Client

beforeAll(async () => {
  api = await startTestApp()
  specialist = await api.signInAs('specialist')
  reviewer = await api.signInAs('reviewer')
  unit = await api.signInAs('unit')
  otherUnit = await api.signInAs('otherUnit')
})
afterAll(() => api.close())

test('an order goes its whole way: entered, received, reported, returned, accepted, public, counted', async () => {
  const { units } = api.seed
  const directive = await enter(api, specialist, {
    issuedOn: '2026-11-20',
    issuedTime: '15:20',
    tasks: [
      { content: 'Rà soát hồ sơ mời thầu', dueOn: '2026-11-22', unitIds: [units.unit.id] },
      {
        content: 'Báo cáo thiệt hại sạt lở',
        dueOn: '2026-11-30',
        unitIds: [units.otherUnit.id],
        supportUnitIds: [units.unit.id],
      },
    ],
  })
  // Friday 15:20 is after three o'clock: Monday is in time.
  expect(directive.entry).toEqual({ deadlineAt: '2026-11-23T17:00:00.000Z', timeliness: 'on_time' })
  const [first, second] = directive.tasks
  expect(first).toMatchObject({ dueOn: '2026-11-22', effectiveDueOn: '2026-11-23' })
  expect(first.assignments[0]).toMatchObject({ state: 'assigned', status: 'due_soon', version: 1 })
  expect(second.supportUnits).toEqual([expect.objectContaining({ id: units.unit.id })])

  // The unit receives, twice: once is enough.
  const lateId = first.assignments[0].id
  for (const _ of [1, 2]) {
    const received = await unit.post(`/api/v1/assignments/${lateId}/receipt`)
    expect(received.json()).toMatchObject({
      state: 'received',
      version: 2,
      can: ['report', 'requestExtension'],
    })
  }

  // Tuesday 24/11 is a holiday: the first working day too late is Wednesday 25/11.
  api.clock.set('2026-11-25T01:00:00.000Z')
  const late = await report(api, unit, lateId, { issuedOn: '2026-11-25', issuedTime: null })
  expect(late).toMatchObject({
    state: 'submitted',
    status: 'awaiting_review',
    timeliness: 'late',
    daysLate: 1,
  })
  const early = await report(api, otherUnit, second.assignments[0].id, { issuedOn: '2026-11-24' })
  expect(early).toMatchObject({ timeliness: 'early', daysLate: null, firstTimeliness: 'early' })
  // Issued on a holiday before nine: to be entered by the end of the next working day.
  expect(early.reports[0].entry).toEqual({
    deadlineAt: '2026-11-25T17:00:00.000Z',
    timeliness: 'on_time',
  })

  // One is sent back, the other accepted.
  const returned = await reviewer.post(`/api/v1/reports/${early.reports[0].id}/review`, {
    verdict: 'unsatisfactory',
    comment: 'Bổ sung số liệu theo từng xã.',
  })
  expect(returned.json()).toMatchObject({ state: 'returned', status: 'due_soon' })
  const accepted = await reviewer.post(`/api/v1/reports/${late.reports[0].id}/review`, {
    verdict: 'satisfactory',
  })
  expect(accepted.json()).toMatchObject({
    state: 'completed',
    status: 'completed_late',
    can: ['reopen'],
  })

  // The second attempt comes late; the first one's class is kept beside it.
  api.clock.set('2026-12-02T03:00:00.000Z')
  const again = await report(api, otherUnit, second.assignments[0].id, { issuedOn: '2026-12-02' })
  expect(again).toMatchObject({ timeliness: 'late', firstTimeliness: 'early', daysLate: 2 })
  expect(again.reports.map(({ attempt, timeliness }: never) => [attempt, timeliness])).toEqual([
    [1, 'early'],
    [2, 'late'],
  ])
  await reviewer.post(`/api/v1/reports/${again.reports[1].id}/review`, { verdict: 'satisfactory' })

  // Anyone sees both, and nobody's name or comment.
  const list = (await api.anonymous.get('/api/public/v1/assignments')).json()
  expect(list).toMatchObject({ total: 2, totalIsExact: true })
  const detail = await api.anonymous.get(`/api/public/v1/assignments/${second.assignments[0].id}`)
  expect(detail.json().history.map(({ type }: { type: string }) => type)).toEqual([
    'assigned',
    'reported',
    'returned',
    'reported',
    'accepted',
  ])
  expect(detail.body).not.toContain('Bổ sung số liệu')
  expect(detail.body).not.toContain(api.seed.accounts.reviewer.displayName)

  // The figures add up, inside and outside.
  for (const answer of [
    await reviewer.get('/api/v1/statistics?groupBy=unit'),
    await api.anonymous.get('/api/public/v1/statistics?groupBy=unit'),
  ]) {
    const { rows, totals } = answer.json()
    expect(rows).toHaveLength(2)
    expect(totals).toMatchObject({
      total: 2,
      counts: { completed_late: 2 },
      rates: { onTime: 0, completion: 1 },
    })
  }

  // Undone only with a reason; both verdicts stay.
  expectProblem(
    await reviewer.post(`/api/v1/assignments/${lateId}/reopening`, {}),
    422,
    'reason-required',
  )
  const reopened = await reviewer.post(`/api/v1/assignments/${lateId}/reopening`, {
    reason: 'Số liệu sai',
  })
  expect(reopened.json()).toMatchObject({ state: 'returned', status: 'overdue', completedAt: null })
  const history = (await unit.get(`/api/v1/assignments/${lateId}/history`)).json().items
  expect(history.map(({ type }: { type: string }) => type)).toEqual([
    'assignment.assigned',
    'assignment.received',
    'assignment.reported',
    'assignment.accepted',
    'assignment.reopened',
  ])
  expect(history[4]).toMatchObject({
    by: { role: 'reviewer', account: { id: api.seed.accounts.reviewer.id } },
    before: { state: 'completed' },
    after: { state: 'returned', reason: 'Số liệu sai' },
  })
})

test('a withdrawn order leaves every count and stays readable with its reason', async () => {
  const before = (await reviewer.get('/api/v1/statistics')).json().totals.total
  const directive = await enter(api, specialist, {
    issuedOn: '2026-12-01',
    tasks: [{ content: 'Việc giao nhầm', dueOn: '2026-12-20', unitIds: [api.seed.units.unit.id] }],
  })
  const { id } = directive.tasks[0].assignments[0]
  expect((await reviewer.get('/api/v1/statistics')).json().totals.total).toBe(before + 1)
  const withdrawn = await specialist.post(`/api/v1/directives/${directive.id}/withdrawal`, {
    reason: 'Giao nhầm',
  })
  expect(withdrawn.json()).toMatchObject({ withdrawal: { reason: 'Giao nhầm' }, can: [] })
  expect((await reviewer.get('/api/v1/statistics')).json().totals.total).toBe(before)
  const own = await unit.get(`/api/v1/assignments/${id}`)
  expect(own.json()).toMatchObject({
    state: 'withdrawn',
    status: null,
    withdrawal: { reason: 'Giao nhầm' },
    can: [],
  })
  expect((await unit.get('/api/v1/assignments?q=giao nham')).json().total).toBe(0)
  expect((await unit.get('/api/v1/assignments?state=withdrawn')).json().total).toBe(1)
  // Its number is free again.
  await enter(api, specialist, {
    number: directive.number,
    symbol: directive.symbol,
    issuedOn: '2026-12-01',
    tasks: [{ content: 'Việc giao lại', dueOn: '2026-12-20', unitIds: [api.seed.units.unit.id] }],
  })
})

test('an internal order stays with the office and the units concerned, also in counts', async () => {
  const count = async () =>
    (await api.anonymous.get('/api/public/v1/statistics')).json().totals.total
  const before = await count()
  const directive = await enter(api, specialist, { visibility: 'internal', title: 'Việc nội bộ' })
  const { id } = directive.tasks[0].assignments[0]
  expect(await count()).toBe(before)
  expectProblem(await api.anonymous.get(`/api/public/v1/assignments/${id}`), 404, 'not-found')
  expectProblem(
    await api.anonymous.get(`/api/public/v1/directives/${directive.id}`),
    404,
    'not-found',
  )
  expect((await api.anonymous.get('/api/public/v1/assignments?q=viec noi bo')).json().total).toBe(0)
  expect((await unit.get(`/api/v1/assignments/${id}`)).statusCode).toBe(200)

  // Made public by an edit, it is seen at once; hidden again, it is gone at once.
  const opened = await specialist.patch(
    `/api/v1/directives/${directive.id}`,
    { visibility: 'public' },
    { 'if-match': '"1"' },
  )
  expect(opened.json()).toMatchObject({ version: 2, visibility: 'public' })
  expect(await count()).toBe(before + 1)
  await specialist.patch(
    `/api/v1/directives/${directive.id}`,
    { visibility: 'internal' },
    { 'if-match': '"2"' },
  )
  expect(await count()).toBe(before)
})

test('tasks and units are added to an order already entered', async () => {
  const { units } = api.seed
  const directive = await enter(api, specialist)
  const added = await specialist.post(`/api/v1/directives/${directive.id}/tasks`, {
    content: 'Việc thêm',
    dueOn: '2026-12-24',
    unitIds: [units.unit.id],
  })
  expect(added.json()).toMatchObject({ content: 'Việc thêm', assignments: [{ state: 'assigned' }] })
  const more = await specialist.post(`/api/v1/tasks/${added.json().id}/units`, {
    unitIds: [units.otherUnit.id],
  })
  expect(more.json().assignments).toHaveLength(2)
  const twice = await specialist.post(`/api/v1/tasks/${added.json().id}/units`, {
    unitIds: [units.otherUnit.id],
  })
  expectProblem(twice, 409, 'already-exists')
})

test('lists page by key to the end, each row once, in order', async () => {
  for (let i = 0; i < 5; i++) {
    await enter(api, specialist, {
      tasks: [
        {
          content: `Trang ${i}`,
          dueOn: `2027-01-0${1 + (i % 3)}`,
          unitIds: [api.seed.units.unit.id, api.seed.units.otherUnit.id],
        },
      ],
    })
  }
  for (const sort of ['dueOn', '-dueOn', 'submittedAt', '-submittedAt', '-issuedOn']) {
    const seen: string[] = []
    let cursor = ''
    let total = 0
    for (let page = 0; page < 50; page++) {
      const answer = (
        await reviewer.get(`/api/v1/assignments?limit=3&sort=${sort}${cursor}`)
      ).json()
      seen.push(...answer.items.map(({ id }: { id: string }) => id))
      total = answer.total
      if (!answer.nextCursor) break
      cursor = `&cursor=${answer.nextCursor}`
    }
    expect(new Set(seen).size, sort).toBe(seen.length)
    expect(seen.length, sort).toBe(total)
  }
})

test('a unit is shown all it has a part in, the office what is counted; either may ask for a role', async () => {
  const { units } = api.seed
  const { id } = await enter(api, specialist, {
    tasks: [
      {
        content: 'Việc phối hợp',
        dueOn: '2027-01-05',
        unitIds: [units.otherUnit.id],
        supportUnitIds: [units.unit.id],
      },
      { content: 'Việc chủ trì', dueOn: '2027-01-06', unitIds: [units.unit.id] },
    ],
  })
  const roles = async (client: Client, ask = '') => {
    const answer = await client.get(`/api/v1/assignments?directiveId=${id}${ask}`)
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json().items.map(({ role }: { role: string }) => role)
  }
  expect(await roles(unit)).toEqual(['support', 'lead'])
  expect(await roles(unit, '&role=lead')).toEqual(['lead'])
  expect(await roles(unit, '&role=support')).toEqual(['support'])
  expect(await roles(reviewer)).toEqual(['lead', 'lead'])
  expect(await roles(reviewer, '&role=lead&role=support')).toEqual(['lead', 'support', 'lead'])
  // What a figure counts is what the list behind it shows.
  const listed = (await reviewer.get('/api/v1/assignments')).json().total
  expect((await reviewer.get('/api/v1/statistics')).json().totals.total).toBe(listed)
})

test('words are found without marks, in either composition, and a number typed whole', async () => {
  const directive = await enter(api, specialist, {
    number: '1298',
    symbol: 'QĐ-UBND-HC',
    title: 'Về việc phòng, chống sạt lở bờ sông Tiền',
  })
  for (const q of [
    'sat lo bo song',
    'SẠT LỞ',
    'sạt lở'.normalize('NFD'),
    '1298/QĐ-UBND-HC',
    '1298/qd-ubnd-hc',
    'tien do giai ngan 1298/',
  ]) {
    const found = (await reviewer.get(`/api/v1/assignments?q=${encodeURIComponent(q)}`)).json()
    expect(
      found.items.map(({ directive: { id } }: never) => id),
      q,
    ).toContain(directive.id)
    const listed = (await reviewer.get(`/api/v1/directives?q=${encodeURIComponent(q)}`)).json()
    expect(
      listed.items.map(({ id }: never) => id),
      q,
    ).toContain(directive.id)
  }
  // The signs of a pattern mean themselves.
  expect((await reviewer.get('/api/v1/assignments?q=%25%25')).json().total).toBe(0)
  expect((await reviewer.get('/api/v1/assignments?q=_____')).json().total).toBe(0)
})
