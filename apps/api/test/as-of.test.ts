import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, expectProblem, report } from './support/line.ts'

/* Asking about the past: what is refused, who may ask what, and what an instant and a day mean. */

let api: TestApp
let reviewer: Client
let unit: Client
beforeAll(async () => {
  api = await startTestApp()
  reviewer = await api.signInAs('reviewer')
  unit = await api.signInAs('unit')
})
afterAll(() => api.close())

const all = (path: string): [string, () => ReturnType<Client['get']>][] => [
  ['lists', () => reviewer.get(`/api/v1/assignments?${path}`)],
  ['figures', () => reviewer.get(`/api/v1/statistics?${path}`)],
  ['public figures', () => api.anonymous.get(`/api/public/v1/statistics?${path}`)],
]

describe('what is still to come is refused', () => {
  // It is 09:00 on the 23rd: the day has not ended yet.
  test.each(['2026-11-23T02:00:00.001Z', '2026-11-23', '2027-01-01'])('%s', async (asOf) => {
    const compliance = '/api/v1/statistics/compliance?subject=review'
    const answers = [...all(`asOf=${asOf}`).map(([, ask]) => ask())]
    for (const answer of await Promise.all([
      ...answers,
      reviewer.get(`${compliance}&asOf=${asOf}`),
    ])) {
      const { errors } = expectProblem(answer, 422, 'as-of-in-future')
      expect(errors?.[0]?.pointer).toBe('/asOf')
    }
  })

  test('this very instant and yesterday are not', async () => {
    for (const asOf of ['2026-11-23T02:00:00.000Z', '2026-11-22', '2020-01-01', '1999-12-31']) {
      for (const [name, ask] of all(`asOf=${asOf}`)) {
        const answer = await ask()
        const known = asOf >= '2000'
        expect(answer.statusCode, `${name} ${asOf} ${answer.body}`).toBe(known ? 200 : 422)
        if (known) continue
        const { errors } = expectProblem(answer, 422, 'outside-calendar')
        expect(errors?.[0]?.pointer, name).toBe('/asOf')
      }
    }
  })

  test('an instant is said as finely as it is known', async () => {
    for (const asOf of ['2026-11-20T02:00:00Z', '2026-11-20T02:00:00.0Z']) {
      for (const [name, ask] of all(`asOf=${asOf}`)) {
        const answer = await ask()
        expect(answer.statusCode, `${name} ${asOf} ${answer.body}`).toBe(200)
        if ('asOf' in answer.json()) expect(answer.json().asOf).toBe('2026-11-20T02:00:00.000Z')
      }
    }
  })

  test.each(['gestern', '2026-02-30', '2026-11-20T02:00:00+07:00', ''])(
    '“%s” is no time',
    async (asOf) => {
      for (const [, ask] of all(`asOf=${encodeURIComponent(asOf)}`)) {
        const { errors } = expectProblem(await ask(), 400, 'invalid-request')
        expect(errors?.[0]?.pointer).toBe('/asOf')
      }
    },
  )
})

describe('a period that ends before it begins is refused at its end', () => {
  test.each(['due', 'issued', 'effectiveDue'])('%s', async (name) => {
    for (const [, ask] of all(`${name}From=2026-11-02&${name}To=2026-11-01`)) {
      const { errors } = expectProblem(await ask(), 400, 'invalid-request')
      expect(errors?.[0]).toMatchObject({ pointer: `/${name}To`, detail: /ngày/i })
    }
    for (const [, ask] of all(`${name}From=2026-11-02&${name}To=2026-11-02`)) {
      expect((await ask()).statusCode).toBe(200)
    }
  })

  test('of a list of directives', async () => {
    const list = '/api/v1/directives?issuedFrom=2026-11-02&issuedTo='
    const { errors } = expectProblem(
      await reviewer.get(`${list}2026-11-01`),
      400,
      'invalid-request',
    )
    expect(errors).toMatchObject([{ pointer: '/issuedTo', detail: /ngày/i }])
    expect((await reviewer.get(`${list}2026-11-02`)).statusCode).toBe(200)
  })

  test('from and to', async () => {
    const path = 'from=2026-11-02&to=2026-11-01'
    const [, ...figures] = all(path)
    const compliance = `/api/v1/statistics/compliance?subject=report_entry&${path}`
    const asked = [...figures.map(([, ask]) => ask()), unit.get(compliance)]
    for (const answer of await Promise.all(asked)) {
      const { errors } = expectProblem(answer, 400, 'invalid-request')
      expect(errors?.[0]).toMatchObject({ pointer: '/to' })
    }
  })
})

describe('compliance', () => {
  const url = '/api/v1/statistics/compliance'

  test('needs a subject, and is grouped by what the subject has', async () => {
    expectProblem(await reviewer.get(url), 400, 'invalid-request')
    for (const [subject, groupBy] of [
      ['directive_entry', 'unit'],
      ['report_entry', 'reviewer'],
      ['review', 'specialist'],
    ]) {
      const answer = await reviewer.get(`${url}?subject=${subject}&groupBy=${groupBy}`)
      const { errors } = expectProblem(answer, 400, 'invalid-request')
      expect(errors?.[0]?.pointer).toBe('/groupBy')
    }
  })

  test('shows a unit its own reports, and nothing of the office', async () => {
    const specialist = await api.signInAs('specialist')
    const otherUnit = await api.signInAs('otherUnit')
    const { units } = api.seed
    const due = { content: 'Báo cáo', dueOn: '2026-12-05' }
    const order = await enter(api, specialist, {
      tasks: [{ ...due, unitIds: [units.unit.id, units.otherUnit.id] }],
    })
    for (const [client, id] of [
      [unit, units.unit.id],
      [otherUnit, units.otherUnit.id],
    ] as const) {
      const own = order.tasks[0].assignments.find(
        (one: { unit: { id: string } }) => one.unit.id === id,
      )
      await report(api, client, own.id)
    }
    const own = (await unit.get(`${url}?subject=report_entry&units=by_successor`)).json()
    expect(own).toMatchObject({ units: 'as_assigned', totals: { total: 1, onTime: 1, rate: 1 } })
    expect(own.rows).toMatchObject([{ key: units.unit.id, label: units.unit.name, total: 1 }])
    expect(own.totals).not.toHaveProperty('waiting')
    expect((await reviewer.get(`${url}?subject=report_entry`)).json().totals.total).toBe(2)
    const review = (await reviewer.get(`${url}?subject=review`)).json()
    expect(review).toMatchObject({
      rows: [],
      totals: { total: 0, waiting: 2, waitingLate: 0, rate: null },
    })
    for (const subject of ['directive_entry', 'review']) {
      const { errors } = expectProblem(
        await unit.get(`${url}?subject=${subject}`),
        403,
        'forbidden',
      )
      expect(errors?.[0]?.pointer).toBe('/subject')
    }
  })
})

test('a directive entered late is in no figure of the days before', async () => {
  const specialist = await api.signInAs('specialist')
  const url = '/api/v1/statistics?basis=issued&from=2026-10-01&to=2026-10-31'
  const total = async (asOf = '') => (await reviewer.get(`${url}${asOf}`)).json().totals.total
  const before = await total()
  await enter(api, specialist, { issuedOn: '2026-10-05' })
  expect(await total()).toBe(before + 1)
  expect(await total('&asOf=2026-11-22')).toBe(before)
})
