import { notificationKinds } from '@dunghan/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { jobs } from '../src/jobs/jobs.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { enter, report } from './support/line.ts'

/*
 * What the domain says of a due date and a day, told by the job: to whom, once, and of which work.
 * In November 2026 no day off lies in the weeks asked about but the 24th, a Tuesday.
 */

let api: TestApp
let dueOn: string

beforeAll(async () => {
  api = await startTestApp({ now: '2026-11-02T02:00:00.000Z' })
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.deps.database.prisma.$executeRaw`
    UPDATE assignment_period
       SET state = 'withdrawn', withdrawn_at = valid_from, withdrawal_reason = 'Ca khác'
     WHERE valid_to IS NULL`
  await api.deps.database.prisma.notification.deleteMany()
  await api.deps.database.prisma.account.updateMany({ data: { notificationChoices: {} } })
  api.clock.set('2026-11-02T02:00:00.000Z')
  dueOn = '2026-11-13'
})

const work = () =>
  jobs['deadline-notices'].work({ ...api.deps, stopping: new AbortController().signal })

/** Nine in the morning in Việt Nam. */
const on = (day: string) => api.clock.set(`${day}T02:00:00.000Z`)

/** What was told by the job since it was last asked, as `kind key`. */
async function told(kinds: readonly string[] = ['due_soon', 'overdue']) {
  const { prisma } = api.deps.database
  const rows = await prisma.notification.findMany({
    where: { kind: { in: [...kinds] } },
    orderBy: { sequence: 'asc' },
  })
  await prisma.notification.updateMany({
    where: { kind: { in: [...kinds] } },
    data: { kind: 'accepted' },
  })
  return rows
}

async function give(change: Record<string, unknown> = {}) {
  const specialist = await api.signInAs('specialist')
  const directive = await enter(api, specialist, {
    issuedOn: '2026-10-30',
    tasks: [{ content: 'Báo cáo', dueOn, unitIds: [api.seed.units.unit.id] }],
    ...change,
  })
  const assignments = await api.deps.database.prisma.assignment.findMany({
    where: { directiveId: directive.id },
    orderBy: { id: 'asc' },
  })
  return { directive, assignments, id: assignments[0]?.id ?? '' }
}

const stages = async () => (await told()).map(({ key }) => key.split(':').at(-1))

test('each stage is told to the unit once, on its day', async () => {
  const { id, directive } = await give()
  const seen: [string, unknown[]][] = []
  for (let day = 2; day <= 20; day++) {
    const date = `2026-11-${String(day).padStart(2, '0')}`
    on(date)
    await work()
    await work()
    const found = await stages()
    if (found.length > 0) seen.push([date, found])
  }
  expect(seen).toEqual([
    ['2026-11-04', ['7']],
    ['2026-11-10', ['3']],
    ['2026-11-12', ['1']],
    ['2026-11-16', ['overdue']],
  ])
  const [one] = await api.deps.database.prisma.notification.findMany({
    where: { key: `due:${id}:2026-11-13:3` },
  })
  expect(one).toMatchObject({
    accountId: api.seed.accounts.unit.id,
    assignmentId: id,
    directiveId: directive.id,
    inBell: true,
    byMail: true,
    facts: {
      directive: { id: directive.id, symbol: 'TB-VPUBND' },
      task: 'Báo cáo',
      dueOn: '2026-11-13',
      effectiveDueOn: '2026-11-13',
      workingDaysLeft: 3,
    },
  })
})

test('a server that was down tells the stage of now, and not those it missed', async () => {
  await give()
  on('2026-11-11')
  await work()
  expect(await stages()).toEqual(['3'])
})

test('nobody is told in the evening, on a Sunday or on a day off', async () => {
  dueOn = '2026-11-25'
  await give()
  for (const instant of [
    '2026-11-23T10:30:00.000Z',
    '2026-11-22T02:00:00.000Z',
    '2026-11-24T02:00:00.000Z',
  ]) {
    api.clock.set(instant)
    expect(await work()).toBeNull()
  }
  expect(await stages()).toEqual([])
})

test('what was reported is not told of; once returned, the stages that are still to come', async () => {
  const { id } = await give()
  const unit = await api.signInAs('unit')
  on('2026-11-09')
  await report(api, unit, id, { issuedOn: '2026-11-09' })
  on('2026-11-10')
  await work()
  expect(await stages()).toEqual([])
  on('2026-11-11')
  const reviewer = await api.signInAs('reviewer')
  const { currentReport } = (await reviewer.get(`/api/v1/assignments/${id}`)).json()
  const reports = await api.deps.database.prisma.report.findMany({ where: { assignmentId: id } })
  const answer = await reviewer.post(
    `/api/v1/reports/${currentReport?.id ?? reports[0]?.id}/review`,
    { verdict: 'unsatisfactory', comment: 'Thiếu số liệu' },
  )
  expect(answer.statusCode, answer.body).toBeLessThan(300)
  await work()
  expect(await stages()).toEqual([])
  on('2026-11-12')
  await work()
  expect(await stages()).toEqual(['1'])
})

test('a receipt or an edited directive is no new beginning', async () => {
  const { id, directive } = await give()
  on('2026-11-04')
  const unit = await api.signInAs('unit')
  await unit.post(`/api/v1/assignments/${id}/receipt`)
  on('2026-11-11')
  const specialist = await api.signInAs('specialist')
  const edited = await specialist.patch(
    `/api/v1/directives/${directive.id}`,
    { abstract: 'Trích yếu khác' },
    { 'if-match': `"${directive.version}"` },
  )
  expect(edited.statusCode, edited.body).toBe(200)
  await work()
  expect(await stages()).toEqual(['3'])
})

test('a date that was moved has its own stages', async () => {
  const { id } = await give()
  on('2026-11-12')
  await work()
  expect(await stages()).toEqual(['1'])
  const reviewer = await api.signInAs('reviewer')
  const { version } = (await reviewer.get(`/api/v1/assignments/${id}`)).json()
  const moved = await reviewer.put(
    `/api/v1/assignments/${id}/due-date`,
    { dueOn: '2026-11-17', reason: 'Theo đề nghị' },
    { 'if-match': `"${version}"` },
  )
  expect(moved.statusCode, moved.body).toBeLessThan(300)
  await work()
  expect(await stages()).toEqual(['3'])
})

test('supporting units are not told, nor accounts that are disabled or want none of it', async () => {
  const { units, accounts } = api.seed
  const { prisma } = api.deps.database
  await give({
    tasks: [
      {
        content: 'Phối hợp',
        dueOn,
        unitIds: [units.unit.id],
        supportUnitIds: [units.otherUnit.id],
      },
    ],
  })
  on('2026-11-10')
  await prisma.account.update({
    where: { id: accounts.unit.id },
    data: { notificationChoices: { due_soon: { bell: false, mail: false } } },
  })
  await work()
  expect(await stages()).toEqual([])
  await prisma.account.update({
    where: { id: accounts.unit.id },
    data: { notificationChoices: {}, disabledAt: api.clock.now },
  })
  await work()
  expect(await stages()).toEqual([])
  await prisma.account.update({ where: { id: accounts.unit.id }, data: { disabledAt: null } })
  await work()
  expect((await told()).map(({ accountId }) => accountId)).toEqual([accounts.unit.id])
})

test('the drafter is told once of a directive and the day its work fell due', async () => {
  const { units, accounts } = api.seed
  const { directive } = await give({
    tasks: ['Một', 'Hai'].map((content) => ({ content, dueOn, unitIds: [units.unit.id] })),
  })
  on('2026-11-16')
  await work()
  on('2026-11-17')
  await work()
  expect(await told(['order_overdue'])).toMatchObject([
    {
      accountId: accounts.specialist.id,
      directiveId: directive.id,
      assignmentId: null,
      count: 2,
      facts: { directive: { id: directive.id }, task: null, effectiveDueOn: '2026-11-13' },
    },
  ])
})

test('reviewers are told once a day how many verdicts are due by its end', async () => {
  const { id } = await give()
  const { id: other } = await give()
  const unit = await api.signInAs('unit')
  on('2026-11-09')
  await report(api, unit, id, { issuedOn: '2026-11-09' })
  await work()
  api.clock.set('2026-11-09T09:00:00.000Z') // four in the afternoon: due tomorrow
  await report(api, unit, other, { issuedOn: '2026-11-09' })
  await work()
  on('2026-11-10')
  await work()
  await work()
  const rows = await told(['review_due'])
  expect(rows.map(({ key, count, accountId }) => [key, count, accountId])).toEqual([
    ['review_due:2026-11-09', 1, api.seed.accounts.reviewer.id],
    ['review_due:2026-11-10', 2, api.seed.accounts.reviewer.id],
  ])
})

test('two processes tell each thing once', async () => {
  await give()
  on('2026-11-10')
  await Promise.all([work(), work(), work()])
  expect(await stages()).toEqual(['3'])
  expect(await told(notificationKinds.filter((kind) => kind === 'due_soon'))).toEqual([])
})
