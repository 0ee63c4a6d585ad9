import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, expectProblem, report } from './support/line.ts'

/* Asking for a later due date, and what the office makes of it. */

let api: TestApp
let specialist: Client
let reviewer: Client
let unit: Client
let otherUnit: Client
let admin: Client
/** An assignment of 20/11, due Saturday 05/12, effectively Monday 07/12. */
let id: string

const morning = '2026-11-23T02:00:00.000Z'
const asked = { dueOn: '2026-12-19', reason: 'Chờ ý kiến của Bộ Tài chính' }

beforeAll(async () => {
  api = await startTestApp()
  specialist = await api.signInAs('specialist')
  reviewer = await api.signInAs('reviewer')
  unit = await api.signInAs('unit')
  otherUnit = await api.signInAs('otherUnit')
  admin = await api.signInAs('admin')
})
afterAll(() => api.close())
beforeEach(async () => {
  api.clock.set(morning)
  await allow(1)
  id = (await enter(api, specialist)).tasks[0].assignments[0].id
})

async function allow(maxExtensions: number) {
  const { version, ...settings } = (await admin.get('/api/v1/settings')).json()
  const answer = await admin.put(
    '/api/v1/settings',
    { ...settings, maxExtensions },
    { 'if-match': `"${version}"` },
  )
  expect(answer.statusCode, answer.body).toBe(200)
}

const ask = (body: unknown = asked, client = unit) =>
  client.post(`/api/v1/assignments/${id}/extensions`, body)

async function request(body: unknown = asked): Promise<string> {
  const answer = await ask(body)
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().id
}

const decide = (extension: string, body: unknown = { decision: 'approved' }, client = reviewer) =>
  client.post(`/api/v1/extensions/${extension}/decision`, body)

async function approve(extension: string, body: object = {}) {
  const answer = await decide(extension, { decision: 'approved', ...body })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

const read = async (client: Client = unit) => (await client.get(`/api/v1/assignments/${id}`)).json()
const lastEvent = async () =>
  (await unit.get(`/api/v1/assignments/${id}/history`)).json().items.at(-1)
const waiting = async (query = '') => {
  const answer = await reviewer.get(`/api/v1/assignments?extensionPending=true${query}`)
  return answer.json().items.map((item: { id: string }) => item.id)
}

describe('a unit asks', () => {
  test('and its request waits, to be seen by both sides; nothing else changes', async () => {
    const before = await read()
    expect(before).toMatchObject({ extensions: [], extensionsLeft: 1 })
    expect(before.can).toContain('requestExtension')
    const answer = await ask()
    expect(answer.statusCode, answer.body).toBe(201)
    const extension = answer.json()
    expect(extension).toEqual({
      id: expect.any(String),
      ...asked,
      requestedAt: morning,
      requestedBy: expect.objectContaining({ id: api.seed.accounts.unit.id }),
      decision: null,
      decidedDueOn: null,
      comment: null,
      decidedAt: null,
      decidedBy: null,
    })
    for (const client of [unit, reviewer]) {
      const after = await read(client)
      expect(after).toMatchObject({
        version: before.version,
        dueOn: '2026-12-05',
        extensions: [extension],
      })
      expect(after.can.includes('requestExtension')).toBe(false)
      expect(after.can.includes('decideExtension')).toBe(client === reviewer)
    }
    expect(await waiting()).toContain(id)
    expect(await lastEvent()).toMatchObject({
      type: 'assignment.extension_requested',
      by: { role: 'unit', unit: { id: api.seed.units.unit.id } },
      before: { askedDueOn: null },
      after: { extensionId: extension.id, askedDueOn: '2026-12-19', reason: asked.reason },
    })
  })

  test.each([
    ['without a reason', { dueOn: '2026-12-19' }, 422, 'reason-required', '/reason'],
    ['with a blank one', { ...asked, reason: ' \n ' }, 422, 'reason-required', '/reason'],
    ['without a date', { reason: 'Chờ' }, 422, 'due-date-required', '/dueOn'],
    [
      'for the present date',
      { ...asked, dueOn: '2026-12-05' },
      422,
      'due-date-not-later',
      '/dueOn',
    ],
    ['for an earlier one', { ...asked, dueOn: '2026-12-01' }, 422, 'due-date-not-later', '/dueOn'],
    [
      'for one no calendar reaches',
      { ...asked, dueOn: '2061-01-01' },
      422,
      'outside-calendar',
      '/dueOn',
    ],
    ['for no day at all', { ...asked, dueOn: '2026-02-30' }, 400, 'invalid-request', '/dueOn'],
    ['with something else', { ...asked, comment: 'x' }, 400, 'invalid-request', '/comment'],
    [
      'at too great length',
      { ...asked, reason: 'a'.repeat(2001) },
      400,
      'invalid-request',
      '/reason',
    ],
  ])('and is refused %s', async (_name, body, status, problem, pointer) => {
    const { errors } = expectProblem(await ask(body), status, problem)
    expect(errors).toContainEqual({ pointer, detail: expect.any(String) })
    expect((await read()).extensions).toEqual([])
  })

  test('hears of all that is wrong at once', async () => {
    const { errors } = expectProblem(await ask({}), 422, 'due-date-required')
    expect(errors?.map(({ pointer }) => pointer)).toEqual(['/dueOn', '/reason'])
  })

  test('for its own alone; the office does not ask', async () => {
    expectProblem(await ask(asked, otherUnit), 404, 'not-found')
    expectProblem(await ask(asked, reviewer), 403, 'forbidden')
  })

  test('not where it only supports', async () => {
    const { units } = api.seed
    const entered = await enter(api, specialist, {
      tasks: [
        {
          content: 'Việc',
          dueOn: '2026-12-05',
          unitIds: [units.otherUnit.id],
          supportUnitIds: [units.unit.id],
        },
      ],
    })
    const own = await unit.get(`/api/v1/assignments?directiveId=${entered.id}`)
    id = own.json().items[0].id
    expectProblem(await ask(), 403, 'forbidden')
  })

  test('not while a report waits, nor after one was accepted', async () => {
    const { reports } = await report(api, unit, id)
    expectProblem(await ask(), 409, 'report-awaiting-review')
    await reviewer.post(`/api/v1/reports/${reports[0].id}/review`, { verdict: 'satisfactory' })
    expectProblem(await ask(), 409, 'invalid-transition')
  })

  test('one request at a time', async () => {
    await request()
    expectProblem(await ask(), 409, 'extension-awaiting-decision')
  })

  test('no more than were allowed; a rejected one does not count', async () => {
    await decide(await request(), { decision: 'rejected', comment: 'Chưa đủ căn cứ' })
    expect(await read()).toMatchObject({ extensionsLeft: 1 })
    await approve(await request())
    const { detail } = expectProblem(
      await ask({ ...asked, dueOn: '2026-12-31' }),
      409,
      'extension-limit-reached',
    )
    expect(detail).toContain('tối đa 1 lần')
    const after = await read()
    expect(after.extensionsLeft).toBe(0)
    expect(after.can).not.toContain('requestExtension')
    await allow(2)
    await request({ ...asked, dueOn: '2026-12-31' })
  })

  test('never, where the office allows none', async () => {
    await allow(0)
    expectProblem(await ask(), 409, 'extension-limit-reached')
  })

  test('at the same moment twice: one of them waits', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask()))
    const statuses = answers.map(({ statusCode }) => statusCode).sort()
    expect(statuses).toEqual([201, ...Array(9).fill(409)])
    expect((await read()).extensions).toHaveLength(1)
  })

  test('by pressing twice once', async () => {
    const key = { 'idempotency-key': randomUUID() }
    const send = () => unit.post(`/api/v1/assignments/${id}/extensions`, asked, key)
    const first = await send()
    const second = await send()
    expect([first.statusCode, second.statusCode]).toEqual([201, 201])
    expect(second.json()).toEqual(first.json())
    expect((await read()).extensions).toHaveLength(1)
  })
})

describe('the office approves', () => {
  test('the date asked for, which holds from then on', async () => {
    const extension = await request()
    const before = await read(reviewer)
    api.clock.set('2026-11-24T02:00:00.000Z')
    const answer = await decide(extension)
    expect(answer.headers.etag).toBe(`"${before.version + 1}"`)
    const after = answer.json()
    // 19/12/2026 is a Saturday.
    expect(after).toMatchObject({
      dueOn: '2026-12-19',
      effectiveDueOn: '2026-12-21',
      originalDueOn: '2026-12-05',
      extensionsLeft: 0,
      extensions: [
        {
          decision: 'approved',
          dueOn: '2026-12-19',
          decidedDueOn: '2026-12-19',
          decidedAt: '2026-11-24T02:00:00.000Z',
          decidedBy: { id: api.seed.accounts.reviewer.id },
        },
      ],
    })
    expect(await waiting()).not.toContain(id)
    expect(await lastEvent()).toMatchObject({
      type: 'assignment.extension_decided',
      by: { role: 'reviewer' },
      before: { dueOn: '2026-12-05', effectiveDueOn: '2026-12-07', extended: false },
      after: {
        extensionId: extension,
        decision: 'approved',
        askedDueOn: '2026-12-19',
        dueOn: '2026-12-19',
        effectiveDueOn: '2026-12-21',
        extended: true,
      },
    })
  })

  test('another later date, with a word about it', async () => {
    const after = await approve(await request(), { dueOn: '2026-12-10', comment: 'Đủ một tuần' })
    expect(after).toMatchObject({
      dueOn: '2026-12-10',
      extensions: [{ dueOn: '2026-12-19', decidedDueOn: '2026-12-10', comment: 'Đủ một tuần' }],
    })
  })

  test('not to the present date or an earlier one', async () => {
    const extension = await request()
    for (const dueOn of ['2026-12-05', '2026-12-04']) {
      const refused = await decide(extension, { decision: 'approved', dueOn })
      const { errors } = expectProblem(refused, 422, 'due-date-not-later')
      expect(errors?.[0]?.pointer).toBe('/dueOn')
    }
    expect((await read()).extensions[0].decision).toBeNull()
  })

  test('no more than are allowed by then', async () => {
    const extension = await request()
    await allow(0)
    expectProblem(await decide(extension), 409, 'extension-limit-reached')
    const rejected = await decide(extension, { decision: 'rejected', comment: 'Không gia hạn' })
    expect(rejected.statusCode).toBe(200)
  })

  test('and what was overdue no longer is; the report is judged by the new date', async () => {
    api.clock.set('2026-12-08T02:00:00.000Z')
    expect(await read()).toMatchObject({ status: 'overdue', workingDaysLeft: -1 })
    await approve(await request())
    expect(await read()).toMatchObject({ status: 'in_progress' })
    api.clock.set('2026-12-21T16:59:59.999Z')
    const sent = await report(api, unit, id, { issuedOn: '2026-12-21' })
    expect(sent).toMatchObject({ timeliness: 'on_time', daysLate: null })
  })

  test('after a late report was returned: its class stays, the next is judged anew', async () => {
    api.clock.set('2026-12-08T02:00:00.000Z')
    const late = await report(api, unit, id)
    expect(late).toMatchObject({ timeliness: 'late', daysLate: 1 })
    await reviewer.post(`/api/v1/reports/${late.reports[0].id}/review`, {
      verdict: 'unsatisfactory',
      comment: 'Thiếu số liệu',
    })
    await approve(await request())
    expect(await read()).toMatchObject({ timeliness: 'late', status: 'in_progress' })
    const again = await report(api, unit, id)
    expect(again).toMatchObject({ timeliness: 'early', firstTimeliness: 'late' })
    expect(again.reports.map((r: { timeliness: string }) => r.timeliness)).toEqual([
      'late',
      'early',
    ])
  })
})

describe('the office rejects', () => {
  test('with a comment, which the unit sees; it may ask again', async () => {
    const extension = await request()
    const before = await read()
    const body = { decision: 'rejected', comment: 'Chưa đủ căn cứ' }
    const answer = await decide(extension, body)
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.json()).toMatchObject({ version: before.version, dueOn: '2026-12-05' })
    const after = await read()
    expect(after.extensions).toMatchObject([{ ...body, decidedDueOn: null }])
    expect(after.can).toContain('requestExtension')
    expect(await lastEvent()).toMatchObject({
      type: 'assignment.extension_decided',
      before: { decision: null },
      after: { extensionId: extension, ...body },
    })
  })

  test('not without one, and not with a date', async () => {
    const extension = await request()
    for (const comment of [undefined, '  ']) {
      const refused = await decide(extension, { decision: 'rejected', comment })
      const { errors } = expectProblem(refused, 422, 'comment-required')
      expect(errors?.[0]?.pointer).toBe('/comment')
    }
    const body = { decision: 'rejected', comment: 'Không', dueOn: '2026-12-10' }
    const { errors } = expectProblem(await decide(extension, body), 400, 'invalid-request')
    expect(errors?.[0]?.pointer).toBe('/dueOn')
  })
})

describe('a decision', () => {
  test('is given once', async () => {
    const extension = await request()
    await approve(extension)
    expectProblem(await decide(extension), 409, 'already-decided')
    const other = { decision: 'rejected', comment: 'Không' }
    expectProblem(await decide(extension, other), 409, 'already-decided')
    expect((await read()).dueOn).toBe('2026-12-19')
  })

  test('is given once by a hundred at the same moment', async () => {
    const extension = await request()
    const bodies = [{ decision: 'approved' }, { decision: 'rejected', comment: 'Không' }]
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) => decide(extension, bodies[i % 2])),
    )
    const decided = answers.filter(({ statusCode }) => statusCode === 200)
    const refused = answers.filter(({ statusCode }) => statusCode === 409)
    expect([decided.length, refused.length]).toEqual([1, 99])
    for (const answer of refused) expect(answer.body).toContain('already-decided')
    const { items } = (await unit.get(`/api/v1/assignments/${id}/history`)).json()
    const events = items.filter(
      ({ type }: { type: string }) => type === 'assignment.extension_decided',
    )
    expect(events).toHaveLength(1)
  })

  test('is for a reviewer, about one that exists', async () => {
    const extension = await request()
    expectProblem(await decide(extension, undefined, unit), 403, 'forbidden')
    expectProblem(await decide(extension, undefined, specialist), 403, 'forbidden')
    expectProblem(await decide(randomUUID()), 404, 'not-found')
    expectProblem(await decide(extension, { decision: 'lapsed' }), 400, 'invalid-request')
  })
})

describe('what waits lapses', () => {
  test('once a report is sent; after it was returned the unit asks anew', async () => {
    const extension = await request()
    const sent = await report(api, unit, id)
    expect(sent.extensions).toMatchObject([
      { decision: 'lapsed', decidedAt: morning, decidedBy: null, decidedDueOn: null },
    ])
    expect(await lastEvent()).toMatchObject({
      type: 'assignment.reported',
      after: { lapsedExtensionId: extension },
    })
    expect(await waiting()).not.toContain(id)
    expectProblem(await decide(extension), 409, 'already-decided')
    await reviewer.post(`/api/v1/reports/${sent.reports[0].id}/review`, {
      verdict: 'unsatisfactory',
      comment: 'Thiếu số liệu',
    })
    expect(await read()).toMatchObject({ extensionsLeft: 1 })
    await approve(await request())
  })

  test('with the assignment, or its whole directive, taken back', async () => {
    const extension = await request()
    const answer = await reviewer.post(`/api/v1/assignments/${id}/withdrawal`, { reason: 'Trùng' })
    expect(answer.json().extensions).toMatchObject([{ decision: 'lapsed' }])
    expectProblem(await decide(extension), 409, 'already-decided')

    const directive = await enter(api, specialist)
    id = directive.tasks[0].assignments[0].id
    await request()
    await specialist.post(`/api/v1/directives/${directive.id}/withdrawal`, { reason: 'Trùng' })
    expect((await read()).extensions).toMatchObject([{ decision: 'lapsed' }])
    expect(await waiting('&state=withdrawn')).not.toContain(id)
  })

  test('once the office has moved the date that far, but not before', async () => {
    const extension = await request()
    const move = async (dueOn: string) => {
      const { version } = await read()
      const matching = { 'if-match': `"${version}"` }
      const body = { dueOn, reason: 'Theo lịch họp' }
      return (await reviewer.put(`/api/v1/assignments/${id}/due-date`, body, matching)).json()
    }
    expect((await move('2026-12-10')).extensions).toMatchObject([{ decision: null }])
    expect(await waiting()).toContain(id)
    expect((await move('2026-12-19')).extensions).toMatchObject([{ decision: 'lapsed' }])
    expect(await lastEvent()).toMatchObject({ after: { lapsedExtensionId: extension } })
    expectProblem(await decide(extension), 409, 'already-decided')
    expect(await read()).toMatchObject({ extensionsLeft: 1 })
  })

  test('not when the unit receives', async () => {
    await request()
    await unit.post(`/api/v1/assignments/${id}/receipt`)
    expect(await waiting()).toContain(id)
  })
})

test('what was decided lately is found, what lapsed is not', async () => {
  const decidedFrom = async (day: string, asOf = '') => {
    const query = `extensionDecidedFrom=${day}${asOf}`
    const { items } = (await unit.get(`/api/v1/assignments?${query}`)).json()
    return items.some((item: { id: string }) => item.id === id)
  }
  const extension = await request()
  expect(await decidedFrom('2026-11-23')).toBe(false)
  api.clock.set('2026-11-25T02:00:00.000Z')
  await decide(extension, { decision: 'rejected', comment: 'Không' })
  api.clock.set('2026-11-26T02:00:00.000Z')
  expect(await decidedFrom('2026-11-25')).toBe(true)
  expect(await decidedFrom('2026-11-25', '&asOf=2026-11-24')).toBe(false)
  expect(await decidedFrom('2026-11-26')).toBe(false)
  await request()
  await report(api, unit, id)
  expect(await decidedFrom('2026-11-26')).toBe(false)
})

test('at an instant before, lists and figures show what held then', async () => {
  const directive = (await read()).directive.id
  api.clock.set('2026-12-08T02:00:00.000Z')
  const extension = await request()
  api.clock.set('2026-12-09T02:00:00.000Z')
  await approve(extension)
  api.clock.set('2026-12-10T02:00:00.000Z')
  const at = async (asOf: string) => {
    const query = `directiveId=${directive}&asOf=${asOf}`
    const [list, pending, extended, figures] = await Promise.all(
      [
        `assignments?${query}`,
        `assignments?${query}&extensionPending=true`,
        `assignments?${query}&extended=true`,
        `statistics?${query}`,
      ].map(async (path) => (await reviewer.get(`/api/v1/${path}`)).json()),
    )
    const [{ dueOn, status, extensions }] = list.items
    return {
      dueOn,
      status,
      decisions: extensions.map((one: { decision: string | null }) => one.decision),
      pending: pending.total,
      extended: extended.total,
      counted: [figures.totals.counts.overdue, figures.totals.extended],
    }
  }
  const none = { dueOn: '2026-12-05', pending: 0, extended: 0 }
  expect(await at('2026-12-07')).toEqual({
    ...none,
    status: 'due_soon',
    decisions: [],
    counted: [0, 0],
  })
  expect(await at('2026-12-08')).toEqual({
    ...none,
    status: 'overdue',
    decisions: [null],
    pending: 1,
    counted: [1, 0],
  })
  expect(await at('2026-12-09')).toEqual({
    dueOn: '2026-12-19',
    status: 'in_progress',
    decisions: ['approved'],
    pending: 0,
    extended: 1,
    counted: [0, 1],
  })
  // Who decided is named as then, whatever the account is called since.
  const { id: account, displayName } = api.seed.accounts.reviewer
  const { version } = (await admin.get(`/api/v1/accounts/${account}`)).json()
  const ifMatch = { 'if-match': `"${version}"` }
  const url = `/api/v1/accounts/${account}`
  expect((await admin.patch(url, { displayName: 'Tên mới' }, ifMatch)).statusCode).toBe(200)
  const past = `/api/v1/assignments?directiveId=${directive}&asOf=2026-12-09`
  const [item] = (await reviewer.get(past)).json().items
  expect(item.extensions).toMatchObject([{ decidedBy: { displayName } }])
})

test('the public is told the dates, not what was asked, why, or refused', async () => {
  await decide(await request(), { decision: 'rejected', comment: 'Nhận xét kín' })
  await approve(await request({ ...asked, reason: 'Lý do kín' }), { comment: 'Lời kín' })
  const answer = await api.anonymous.get(`/api/public/v1/assignments/${id}`)
  expect(answer.json()).toMatchObject({ originalDueOn: '2026-12-05', dueOn: '2026-12-19' })
  expect(answer.json().history).toHaveLength(2)
  expect(answer.json().history).toMatchObject([
    { type: 'assigned' },
    { at: morning, type: 'extended', dueOn: '2026-12-19' },
  ])
  expect(answer.body).not.toMatch(/kín|Bộ Tài chính|extension/i)
})

test('a request that was decided is never changed or deleted', async () => {
  const extension = await request()
  await approve(extension)
  const { prisma } = api.deps.database
  const change = { where: { id: extension }, data: { decidedDueOn: new Date('2027-01-01') } }
  await expect(prisma.extension.update(change)).rejects.toThrow(/never changed/)
  await expect(prisma.extension.deleteMany()).rejects.toThrow(/never changed/)
})

test('asking and deciding take so many statements and no more', async () => {
  let extension = ''
  const asking = await api.countStatements(async () => {
    extension = await request()
  })
  const deciding = await api.countStatements(() => approve(extension))
  expect(asking).toBeLessThanOrEqual(12)
  expect(deciding).toBeLessThanOrEqual(16)
})
