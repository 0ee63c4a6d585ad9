import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, report } from './support/line.ts'

/* No list asks the database once per row: what it asks does not grow with what it shows. */

let api: TestApp
let reviewer: Client
let unit: Client
let admin: Client
let coordinator: Client
let assignment: string
let directive: string

beforeAll(async () => {
  api = await startTestApp()
  const specialist = await api.signInAs('specialist')
  reviewer = await api.signInAs('reviewer')
  unit = await api.signInAs('unit')
  admin = await api.signInAs('admin')
  coordinator = await api.signInAs('coordinator')
  const { units } = api.seed
  for (let i = 0; i < 12; i++) {
    const entered = await enter(api, specialist, {
      tasks: [1, 2].map((n) => ({
        content: `Việc ${i}.${n}`,
        dueOn: '2026-12-05',
        unitIds: [units.unit.id, units.otherUnit.id],
      })),
    })
    directive = entered.id
    assignment = entered.tasks[0].assignments.find(
      (given: { unit: { id: string } }) => given.unit.id === units.unit.id,
    ).id
    await report(api, unit, assignment)
  }
})
afterAll(() => api.close())

type Asker = Pick<Client, 'get'>

const lists: [string, () => Asker, string, number][] = [
  ['assignments', () => reviewer, '/api/v1/assignments?', 4],
  ['assignments by words', () => reviewer, '/api/v1/assignments?q=viec&', 4],
  ['own assignments', () => unit, '/api/v1/assignments?', 4],
  ['directives', () => reviewer, '/api/v1/directives?', 8],
  ['units', () => admin, '/api/v1/units?', 3],
  ['leaders', () => admin, '/api/v1/leaders?', 3],
  ['accounts', () => admin, '/api/v1/accounts?', 4],
  ['monthly reports', () => reviewer, '/api/v1/monthly-reports?', 5],
  ['the bell', () => unit, '/api/v1/notifications?', 3],
  ['public assignments', () => api.anonymous, '/api/public/v1/assignments?', 3],
]

test.each(lists)('%s: as many statements for a long page as for a short one', async (...given) => {
  const [, client, url, most] = given
  const count = (limit: number) => api.countStatements(() => client().get(`${url}limit=${limit}`))
  await count(1)
  const short = await count(1)
  const long = await count(50)
  expect(long).toBe(short)
  expect(long).toBeLessThanOrEqual(most)
})

const singles: [string, () => Asker, () => string, number][] = [
  ['one assignment with its whole life', () => unit, () => `/api/v1/assignments/${assignment}`, 2],
  ['the same to the office', () => reviewer, () => `/api/v1/assignments/${assignment}`, 2],
  ['its history', () => unit, () => `/api/v1/assignments/${assignment}/history`, 2],
  [
    'one public assignment',
    () => api.anonymous,
    () => `/api/public/v1/assignments/${assignment}`,
    2,
  ],
  ['those who draft', () => reviewer, () => '/api/v1/specialists', 1],
  ['what changed last', () => api.anonymous, () => '/api/public/v1/feed.atom', 1],
  [
    'what changed last of one unit',
    () => api.anonymous,
    () => `/api/public/v1/units/${api.seed.units.unit.code}/feed.atom`,
    1,
  ],
  [
    'due dates of one unit',
    () => api.anonymous,
    () => `/api/public/v1/units/${api.seed.units.otherUnit.code}/due.ics`,
    1,
  ],
  ['the catalogue', () => api.anonymous, () => '/api/public/v1/catalog.jsonld', 1],
  ['one directive', () => reviewer, () => `/api/v1/directives/${directive}`, 9],
  ['statistics asked again', () => reviewer, () => '/api/v1/statistics', 1],
  [
    'statistics as of an instant',
    () => reviewer,
    () => `/api/v1/statistics?asOf=${api.clock.now.toISOString()}`,
    5,
  ],
  ['who reviews on time', () => reviewer, () => '/api/v1/statistics/compliance?subject=review', 7],
  [
    'what a report would hold',
    () => coordinator,
    () => '/api/v1/monthly-reports/preview?month=2026-10',
    26,
  ],
]

test.each(singles)('%s: so many statements and no more', async (_name, client, url, exactly) => {
  await client().get(url())
  const count = async () => expect((await client().get(url())).statusCode).toBe(200)
  expect(await api.countStatements(count)).toBe(exactly)
})
