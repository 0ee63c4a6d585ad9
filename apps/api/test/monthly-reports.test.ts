import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawUpDueReports } from '../src/jobs/draw-up-due-reports.ts'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, expectProblem, report } from './support/line.ts'

let api: TestApp
let coordinator: Client
let leader: Client
let specialist: Client
let reviewer: Client
let unit: Client

const url = '/api/v1/monthly-reports'
const firstOfSeptember = '2026-09-01T02:00:00.000Z'

/** An order of a day, due on another, given to one unit or both. */
async function order(issuedOn: string, dueOn: string, change: Record<string, unknown> = {}) {
  const { units } = api.seed
  if (api.clock.now.toISOString() < `${issuedOn}T03`) api.clock.set(`${issuedOn}T03:00:00.000Z`)
  const unitIds = [units.unit.id, units.otherUnit.id]
  const tasks = [{ content: 'Báo cáo kết quả giải ngân', dueOn, unitIds }]
  const directive = await enter(api, specialist, {
    issuedOn,
    issuedTime: '09:00',
    tasks,
    ...change,
  })
  return directive.tasks[0].assignments.map(({ id }: { id: string }) => id) as [string, string]
}

/** The first unit answers on a day, and is accepted. */
async function complete(assignmentId: string, on: string) {
  api.clock.set(`${on}T03:00:00.000Z`)
  const sent = await report(api, unit, assignmentId, { issuedOn: on, issuedTime: '09:00' })
  const verdict = { verdict: 'satisfactory' }
  const answer = await reviewer.post(`/api/v1/reports/${sent.reports[0].id}/review`, verdict)
  expect(answer.statusCode, answer.body).toBe(200)
}

const ownOf = async (ids: readonly string[]) => {
  const all = await Promise.all(ids.map((id) => reviewer.get(`/api/v1/assignments/${id}`)))
  const own = all
    .map((answer) => answer.json())
    .find(({ unit: { code } }) => code === api.seed.units.unit.code)
  return own.id as string
}

beforeAll(async () => {
  api = await startTestApp({ now: firstOfSeptember })
  coordinator = await api.signInAs('coordinator')
  leader = await api.signInAs('leader')
  specialist = await api.signInAs('specialist')
  reviewer = await api.signInAs('reviewer')
  unit = await api.signInAs('unit')
  const september = await order('2026-09-07', '2026-09-25')
  await complete(await ownOf(september), '2026-09-24')
  const october = await order('2026-10-05', '2026-10-16')
  await complete(await ownOf(october), '2026-10-20')
  await order('2026-10-12', '2026-11-20', { kind: 'official_letter', visibility: 'internal' })
  const late = await order('2026-10-28', '2026-10-30')
  await complete(await ownOf(late), '2026-11-02')
})
afterAll(() => api.close())

const statistics = (query: string) =>
  leader.get(`/api/v1/statistics?basis=active&from=2026-10-01&to=2026-10-31&${query}`)

describe('before it is due', () => {
  test.each([
    ['2026-10', '2026-10-31T16:59:59.999Z', '02/11/2026'],
    ['2026-10', '2026-11-01T16:59:59.999Z', '02/11/2026'],
    ['2026-12', '2026-12-31T02:00:00.000Z', '04/01/2027'],
  ])('the report on %s at %s is refused, naming the day', async (month, now, day) => {
    api.clock.set(now)
    for (const answer of [
      await coordinator.post(url, { month }),
      await coordinator.get(`${url}/preview?month=${month}`),
    ]) {
      const problem = expectProblem(answer, 422, 'monthly-report-too-early')
      expect(problem.detail).toContain(day)
      expect(problem.errors).toMatchObject([{ pointer: '/month' }])
    }
  })

  test.each(['1999-11', '1999-12', '2060-12', '2061-01'])('no calendar knows %s', async (month) => {
    const { errors } = expectProblem(
      await coordinator.post(url, { month }),
      422,
      'outside-calendar',
    )
    expect(errors).toMatchObject([{ pointer: '/month' }])
  })
})

describe('what is no occasion', () => {
  test.each([
    [{}, '/month'],
    [{ from: '2026-10-01' }, '/to'],
    [{ to: '2026-10-01' }, '/from'],
    [{ month: '2026-09', from: '2026-10-01' }, '/from'],
    [{ month: '2026-09', asOf: '2026-10-01' }, '/asOf'],
    [{ from: '2026-10-02', to: '2026-10-01' }, '/to'],
    [{ from: '2026-10-01', to: '2026-11-04' }, '/to'],
    [{ from: '2026-10-01', to: '2026-10-31', asOf: '2026-10-30' }, '/to'],
    [{ month: '2026-13' }, '/month'],
    [{ from: '2026-02-30', to: '2026-03-01' }, '/from'],
    [{ month: '2026-09', number: 3 }, '/number'],
  ])('%j is refused at its field', async (body, pointer) => {
    api.clock.set('2026-11-03T02:00:00.000Z')
    const problem = expectProblem(await coordinator.post(url, body), 400, 'invalid-request')
    expect(problem.errors).toMatchObject([{ pointer }])
  })

  test('figures of the future are refused', async () => {
    const body = { from: '2026-10-01', to: '2026-10-31', asOf: '2026-11-03' }
    expectProblem(await coordinator.post(url, body), 422, 'as-of-in-future')
  })
})

describe('the report on October', () => {
  test('counts what was followed, as it stood at the end of the month', async () => {
    api.clock.set('2026-11-02T04:00:00.000Z')
    const preview = await coordinator.get(`${url}/preview?month=2026-10`)
    expect(preview.statusCode, preview.body).toBe(200)
    const answer = await coordinator.post(url, { month: '2026-10' })
    expect(answer.statusCode, answer.body).toBe(201)
    const drawn = answer.json()
    expect(drawn).toMatchObject({
      kind: 'monthly',
      year: 2026,
      number: 1,
      from: '2026-10-01',
      to: '2026-10-31',
      asOf: '2026-10-31T16:59:59.999Z',
      title:
        'Kết quả theo dõi, đôn đốc thực hiện nhiệm vụ do Ủy ban nhân dân Tỉnh giao tháng 10 năm 2026',
      drawnUpBy: { displayName: api.seed.accounts.coordinator.displayName },
      figures: {
        figuresVersion: 1,
        // One carried over; two of each other order.
        active: { total: 7, counts: { overdue: 4, completed_late: 1, in_progress: 2 } },
        carriedOver: { total: 1 },
        issued: { total: 6 },
        previous: { month: '2026-09', active: { total: 2 }, issued: { total: 2 } },
        compliance: { review: { totals: { total: 1, onTime: 1 } } },
      },
    })
    expect(drawn.figures).toEqual(preview.json().figures)
    const { byUnit, byUnitType, byLeader, byKind, active, overdue } = drawn.figures
    for (const rows of [byUnit, byUnitType, byLeader, byKind]) {
      const total = rows.reduce((sum: number, row: { total: number }) => sum + row.total, 0)
      expect(total).toBe(active.total)
    }
    expect(overdue.items).toHaveLength(4)
    expect(overdue.items[0]).toMatchObject({ dueOn: '2026-09-25', internal: false })
    const ages = overdue.ages.reduce((sum: number, age: { total: number }) => sum + age.total, 0)
    expect(ages).toBe(4)
  })

  test('agrees with the statistics asked as of its instant, whatever happened since', async () => {
    const { items } = (await leader.get(url)).json()
    const before = (await leader.get(`${url}/${items[0].id}`)).json()
    // Entered late: it was not on record when October ended.
    api.clock.set('2026-11-05T03:00:00.000Z')
    const [open] = await order('2026-10-30', '2026-11-03')
    api.clock.set('2026-11-06T03:00:00.000Z')
    const move = { dueOn: '2026-12-30', reason: 'Theo chỉ đạo' }
    const { version } = (await reviewer.get(`/api/v1/assignments/${open}`)).json()
    const moved = await reviewer.put(`/api/v1/assignments/${open}/due-date`, move, {
      'if-match': `"${version}"`,
    })
    expect(moved.statusCode, moved.body).toBe(200)
    const { assignmentId: id } = before.figures.overdue.items[0]
    const taken = await reviewer.post(`/api/v1/assignments/${id}/withdrawal`, { reason: 'Trùng' })
    expect(taken.statusCode, taken.body).toBe(200)
    const after = (await leader.get(`${url}/${items[0].id}`)).json()
    expect(after).toEqual(before)
    for (const [groupBy, rows] of [
      ['unit', after.figures.byUnit],
      ['leader', after.figures.byLeader],
      ['kind', after.figures.byKind],
    ]) {
      const asked = (await statistics(`groupBy=${groupBy}&asOf=${after.asOf}`)).json()
      expect(asked.rows).toEqual(rows)
      expect(asked.totals).toEqual(after.figures.active)
    }
    const asked = (await statistics('groupBy=unit&asOf=2026-10-31')).json()
    expect(asked.totals).toEqual(after.figures.active)
  })

  test('is drawn up once', async () => {
    const again = expectProblem(
      await coordinator.post(url, { month: '2026-10' }),
      409,
      'already-exists',
    )
    expect(again.errors).toMatchObject([
      { pointer: '/month', detail: expect.stringMatching(/10\/2026.*1\/2026/) },
    ])
  })

  test('is on record, and may not be changed', async () => {
    const { database } = api.deps
    const [event] = await database.prisma.event.findMany({
      where: { type: 'monthly_report.drawn_up' },
    })
    expect(event).toMatchObject({ role: 'coordinator', subject: 'monthly_report' })
    expect(event?.after).toMatchObject({ kind: 'monthly', year: 2026, number: 1 })
    await expect(database.prisma.monthlyReport.deleteMany()).rejects.toThrow()
    await expect(
      database.prisma.monthlyReport.updateMany({ data: { number: 9 } }),
    ).rejects.toThrow()
  })
})

describe('an ad hoc report', () => {
  test('is of any period, as of any past instant, as often as wished', async () => {
    api.clock.set('2026-11-10T02:00:00.000Z')
    const body = {
      from: '2026-10-01',
      to: '2026-10-31',
      asOf: '2026-10-31',
      title: 'Báo cáo  nhanh',
    }
    const first = (await coordinator.post(url, body)).json()
    expect(first).toMatchObject({ kind: 'ad_hoc', number: 2, title: 'Báo cáo nhanh' })
    expect(first.figures.previous).toBeNull()
    const second = (await coordinator.post(url, { from: '2026-11-01', to: '2026-11-10' })).json()
    expect(second).toMatchObject({
      number: 3,
      asOf: '2026-11-10T02:00:00.000Z',
      title: expect.stringContaining('từ ngày 01 tháng 11 năm 2026 đến ngày 10 tháng 11 năm 2026'),
    })
  })

  test('names orders as they were called then, whatever they are called since', async () => {
    const preview = `${url}/preview?from=2026-10-01&to=2026-10-31&asOf=2026-10-31`
    const items = async () => (await coordinator.get(preview)).json().figures.overdue.items
    const [before] = await items()
    const assignment = (await reviewer.get(`/api/v1/assignments/${before.assignmentId}`)).json()
    const order = `/api/v1/directives/${assignment.directive.id}`
    const { version } = (await specialist.get(order)).json()
    const edited = await specialist.patch(
      order,
      { title: 'Tên đã sửa' },
      { 'if-match': `"${version}"` },
    )
    expect(edited.statusCode, edited.body).toBe(200)
    expect((await items())[0]).toEqual(before)
  })

  test('is drawn up once under one key', async () => {
    const body = { from: '2026-10-01', to: '2026-10-31' }
    const headers = { 'idempotency-key': 'lap-bao-cao' }
    const ids = await Promise.all(
      [1, 2, 3].map(async () => (await coordinator.post(url, body, headers)).json().id),
    )
    expect(new Set(ids).size).toBe(1)
  })

  test('takes the numbers of its year one by one, however many at once', async () => {
    const body = { from: '2026-10-01', to: '2026-10-31' }
    const answers = await Promise.all(Array.from({ length: 20 }, () => coordinator.post(url, body)))
    for (const answer of answers) expect(answer.statusCode, answer.body).toBe(201)
    const { items, total } = (await leader.get(`${url}?limit=200`)).json()
    const numbers = items.map(({ number }: { number: number }) => number)
    expect(numbers).toEqual(Array.from({ length: total }, (_, i) => total - i))
    expect(total).toBe(24)
  })

  test('pages hold each report once', async () => {
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { items: { id: string }[]; nextCursor: string | null } = (
        await leader.get(`${url}?limit=7${cursor && `&cursor=${cursor}`}`)
      ).json()
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(new Set(seen).size).toBe(24)
    expect(seen).toHaveLength(24)
    expectProblem(await leader.get(`${url}?cursor=WyJhIiwiYiJd`), 400, 'invalid-request')
  })
})

describe('by themselves', () => {
  test('reports are drawn up once they are due, those missed as well, by one of several', async () => {
    api.clock.set('2026-11-30T16:59:59.999Z')
    // October is there; nothing was on record before September.
    const before = (await leader.get(url)).json()
    expect(before).toMatchObject({
      next: { month: '2026-11', drawUpOn: '2026-12-01' },
      missing: ['2026-09'],
    })
    const rounds = await Promise.all([1, 2, 3].map(() => drawUpDueReports(api.deps)))
    expect(rounds.flat()).toEqual(['2026-09'])
    // The server was down over the end of the year, and a week longer.
    api.clock.set('2027-01-11T02:00:00.000Z')
    const later = await Promise.all([1, 2].map(() => drawUpDueReports(api.deps)))
    expect(later.flat().toSorted()).toEqual(['2026-11', '2026-12'])
    expect(await drawUpDueReports(api.deps)).toEqual([])
    const { items } = (await leader.get(`${url}?limit=2`)).json()
    expect(items).toMatchObject([
      { kind: 'monthly', year: 2027, number: 2, from: '2026-12-01', drawnUpBy: null },
      {
        kind: 'monthly',
        year: 2027,
        number: 1,
        from: '2026-11-01',
        asOf: '2026-11-30T16:59:59.999Z',
      },
    ])
    const events = await api.deps.database.prisma.event.findMany({
      where: { type: 'monthly_report.drawn_up', accountId: null },
    })
    expect(events).toHaveLength(3)
  })

  test('nothing is drawn up of months before anything was on record', async () => {
    const empty = await startTestApp({ now: '2026-11-23T02:00:00.000Z' })
    try {
      expect(await drawUpDueReports(empty.deps)).toEqual([])
      const client = await empty.signInAs('leader')
      expect((await client.get(url)).json()).toEqual({
        items: [],
        nextCursor: null,
        total: 0,
        totalIsExact: true,
        next: { month: '2026-11', drawUpOn: '2026-12-01' },
        missing: [],
      })
    } finally {
      await empty.close()
    }
  })
})
