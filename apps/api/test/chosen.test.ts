import { parse } from 'csv-parse/sync'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, expectProblem } from './support/line.ts'

/* Rows chosen one by one: a list, its export and a count mean the same by them. */

let api: TestApp
let reviewer: Client
let unit: Client
let own: string[]
let others: string

beforeAll(async () => {
  api = await startTestApp()
  const specialist = await api.signInAs('specialist')
  reviewer = await api.signInAs('reviewer')
  unit = await api.signInAs('unit')
  const { units } = api.seed
  const dueOn = ['2026-12-05', '2026-12-07', '2026-12-08']
  const entered = await enter(api, specialist, {
    tasks: [
      ...dueOn.map((date) => ({ content: date, dueOn: date, unitIds: [units.unit.id] })),
      { content: 'Việc khác', dueOn: '2026-12-08', unitIds: [units.otherUnit.id] },
    ],
  })
  const ids = entered.tasks.map(
    (task: { assignments: { id: string }[] }) => task.assignments[0]?.id,
  )
  own = ids.slice(0, 3)
  others = ids[3]
})
afterAll(() => api.close())

const chosen = (...ids: (string | undefined)[]) => ids.map((id) => `id=${id}`).join('&')
const idsOf = (body: { items: { id: string }[] }) => body.items.map(({ id }) => id)

test('a list, its export and a count hold those chosen, in the order asked for', async () => {
  const ids = chosen(own[0], own[2], others)
  const list = (await reviewer.get(`/api/v1/assignments?sort=-dueOn&${ids}`)).json()
  expect(list.total).toBe(3)
  expect(idsOf(list)).toEqual(expect.arrayContaining([own[0], own[2], others]))
  const url = `/api/v1/assignments/export?format=csv&sort=-dueOn&${ids}`
  const rows = parse((await reviewer.get(url)).rawPayload, { bom: true, columns: true }) as Record<
    string,
    string
  >[]
  expect(rows.map((row) => row['Liên kết']?.split('/').at(-1))).toEqual(idsOf(list))
  const counted = await reviewer.get(`/api/v1/statistics?${ids}`)
  expect(counted.json().totals.total).toBe(3)
})

test('they are narrowed by what else is asked, and a unit takes its own alone', async () => {
  const ids = chosen(own[0], own[1], others, newId())
  const narrowed = (await reviewer.get(`/api/v1/assignments?dueTo=2026-12-05&${ids}`)).json()
  expect(idsOf(narrowed)).toEqual([own[0]])
  const ofUnit = (await unit.get(`/api/v1/assignments?sort=dueOn&${ids}`)).json()
  expect(idsOf(ofUnit)).toEqual([own[0], own[1]])
  const exported = await unit.get(`/api/v1/assignments/export?format=csv&${ids}`)
  expect(exported.headers['x-row-count']).toBe('2')
})

test('two hundred at once and no more', async () => {
  const many = (count: number) => chosen(...Array.from({ length: count }, () => newId()))
  expect((await reviewer.get(`/api/v1/assignments?${many(200)}`)).statusCode).toBe(200)
  const { errors } = expectProblem(
    await reviewer.get(`/api/v1/assignments?${many(201)}`),
    400,
    'invalid-request',
  )
  expect(errors?.[0]?.pointer).toBe('/id')
})

test('counted by the day it is effectively due, each figure is the list of that day', async () => {
  const period = 'basis=due&from=2026-12-01&to=2026-12-31'
  const { rows } = (await reviewer.get(`/api/v1/statistics?groupBy=day&${period}`)).json()
  // The fifth is a Saturday: it falls due with the seventh.
  expect(rows.map(({ key, label, total }: Row) => [key, label, total])).toEqual([
    ['2026-12-07', '07/12/2026', 2],
    ['2026-12-08', '08/12/2026', 2],
  ])
  for (const { key, total } of rows) {
    const day = `effectiveDueFrom=${key}&effectiveDueTo=${key}`
    expect((await reviewer.get(`/api/v1/assignments?${day}`)).json().total).toBe(total)
  }
})

interface Row {
  key: string
  label: string
  total: number
}
