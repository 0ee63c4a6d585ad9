import { addDays } from '@dunghan/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, expectProblem, report } from './support/line.ts'
import { wholeDatabase } from './support/whole-database.ts'

let api: TestApp
let admin: Client
let specialist: Client
let reviewer: Client
let unit: Client

beforeAll(async () => {
  api = await startTestApp()
  admin = await api.signInAs('admin')
  specialist = await api.signInAs('specialist')
  reviewer = await api.signInAs('reviewer')
  unit = await api.signInAs('unit')
})
afterAll(() => api.close())

const storm = { kind: 'off', name: 'Nghỉ tránh bão', reason: 'Bão số 9', document: '12/CĐ-TTg' }

const version = async () => (await admin.get('/api/v1/calendar/2026')).json().version as number
const dayUrl = (date: string) => `/api/v1/calendar/days/${date}`
const preview = async (date: string, body: object) =>
  (await admin.put(`${dayUrl(date)}?preview=true`, body)).json()

/** Saves from the version in force. */
async function save(date: string, body: object) {
  const answer = await admin.put(dayUrl(date), body, { 'if-match': `"${await version()}"` })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

/** An order with one task, given to `unit` and, for support, to the other. */
async function given(dueOn: string, change: object = {}) {
  const { units } = api.seed
  const task = {
    content: `Việc đến hạn ${dueOn}`,
    dueOn,
    unitIds: [units.unit.id],
    supportUnitIds: [units.otherUnit.id],
    ...change,
  }
  const [entered] = (await enter(api, specialist, { tasks: [task] })).tasks
  const [lead] = entered.assignments
  const support = await api.deps.database.prisma.assignment.findFirst({
    where: { taskId: entered.id, role: 'support' },
  })
  return { lead: lead.id as string, support: support?.id as string }
}

const read = async (id: string) => (await reviewer.get(`/api/v1/assignments/${id}`)).json()
const history = async (id: string) =>
  (await reviewer.get(`/api/v1/assignments/${id}/history`)).json().items

describe('the edit of a day', () => {
  test('previewed changes nothing; saved, it moves exactly what the preview said', async () => {
    const onSunday = await given('2026-12-20')
    const onMonday = await given('2026-12-21')
    const before = await given('2026-12-18')
    const waiting = await given('2026-12-20', { supportUnitIds: [] })
    await report(api, unit, waiting.lead)

    const untouched = await wholeDatabase(api.deps.database)
    const foreseen = await preview('2026-12-21', storm)
    expect(await wholeDatabase(api.deps.database)).toEqual(untouched)
    expect(foreseen.version).toBe(1)
    expect(foreseen.moved.total).toBe(4)
    expect(
      foreseen.moved.assignments.map((moved: Record<string, unknown>) => [
        moved.id,
        moved.role,
        moved.dueOn,
        moved.effectiveDueOnBefore,
        moved.effectiveDueOnAfter,
        moved.workingDaysMoved,
      ]),
    ).toEqual([
      ...[onSunday.lead, onSunday.support]
        .toSorted()
        .map((id) => [id, expect.any(String), '2026-12-20', '2026-12-21', '2026-12-22', 1]),
      ...[onMonday.lead, onMonday.support]
        .toSorted()
        .map((id) => [id, expect.any(String), '2026-12-21', '2026-12-21', '2026-12-22', 1]),
    ])
    expect(foreseen.moved.assignments[0]).toMatchObject({
      unit: { name: expect.any(String) },
      directive: { symbol: 'TB-VPUBND' },
      task: { content: 'Việc đến hạn 2026-12-20' },
    })
    expect(foreseen.year.days).toContainEqual({
      date: '2026-12-21',
      kind: 'off',
      name: 'Nghỉ tránh bão',
      overridden: true,
    })

    const saved = await save('2026-12-21', storm)
    expect(saved).toEqual({ ...foreseen, version: 2, year: { ...foreseen.year, version: 2 } })
    for (const id of [onSunday.lead, onSunday.support, onMonday.lead, onMonday.support]) {
      expect(await read(id)).toMatchObject({ effectiveDueOn: '2026-12-22' })
      const [event] = (await history(id)).slice(-1)
      expect(event).toMatchObject({
        type: 'assignment.calendar_changed',
        before: { effectiveDueOn: '2026-12-21' },
        after: {
          effectiveDueOn: '2026-12-22',
          reason: 'Bão số 9',
          document: '12/CĐ-TTg',
          calendarVersion: 2,
          calendarDays: [{ date: '2026-12-21', kind: 'off', name: 'Nghỉ tránh bão' }],
        },
        by: { role: 'admin' },
      })
    }
    for (const id of [before.lead, waiting.lead]) {
      const types = (await history(id)).map(({ type }: { type: string }) => type)
      expect(types).not.toContain('assignment.calendar_changed')
    }
    const change = await api.deps.database.prisma.event.findFirstOrThrow({
      where: { type: 'calendar.changed' },
    })
    expect(change).toMatchObject({
      subject: 'calendar',
      before: { version: 1 },
      after: { version: 2, moved: 4, document: '12/CĐ-TTg' },
    })
  })

  test('leaves a report its class, and is in force once the unit owes one again', async () => {
    const { lead } = await given('2026-12-27', { supportUnitIds: [] })
    api.clock.set('2026-12-28T03:00:00.000Z')
    const sent = await report(api, unit, lead)
    expect(sent).toMatchObject({ timeliness: 'on_time', effectiveDueOn: '2026-12-28' })
    const saved = await save('2026-12-28', storm)
    expect(saved.moved.total).toBe(0)
    expect(await read(lead)).toMatchObject({
      timeliness: 'on_time',
      effectiveDueOn: '2026-12-28',
      reports: [{ timeliness: 'on_time' }],
    })
    const [{ id }] = sent.reports
    const verdict = { verdict: 'unsatisfactory', comment: 'Thiếu số liệu' }
    const returned = await reviewer.post(`/api/v1/reports/${id}/review`, verdict)
    expect(returned.json()).toMatchObject({
      state: 'returned',
      effectiveDueOn: '2026-12-29',
      timeliness: 'on_time',
    })
    const again = await report(api, unit, lead)
    const accepted = await reviewer.post(`/api/v1/reports/${again.reports.at(-1).id}/review`, {
      verdict: 'satisfactory',
    })
    expect(accepted.json()).toMatchObject({ state: 'completed', effectiveDueOn: '2026-12-29' })
    await save('2026-12-29', storm)
    expect(await read(lead)).toMatchObject({ effectiveDueOn: '2026-12-29' })
    const reopened = await reviewer.post(`/api/v1/assignments/${lead}/reopening`, {
      reason: 'Cần bổ sung',
    })
    expect(reopened.json()).toMatchObject({ state: 'returned', effectiveDueOn: '2026-12-30' })
    api.clock.set('2026-11-23T02:00:00.000Z')
  })

  test('moves earlier as well as later, weekends worked too', async () => {
    const { lead } = await given('2027-01-09', { supportUnitIds: [] })
    expect((await read(lead)).effectiveDueOn).toBe('2027-01-11')
    const makeUp = { kind: 'make_up', name: 'Làm bù', reason: 'Thông báo' }
    const { moved } = await save('2027-01-09', makeUp)
    expect(moved).toMatchObject({
      total: 1,
      assignments: [{ effectiveDueOnAfter: '2027-01-09', workingDaysMoved: -1 }],
    })
    expect((await read(lead)).effectiveDueOn).toBe('2027-01-09')
  })

  test('that changes nothing leaves no trace', async () => {
    const untouched = await wholeDatabase(api.deps.database)
    const now = await version()
    const same = { ...storm, reason: 'Lý do khác' }
    expect(await save('2026-12-21', same)).toMatchObject({ version: now, moved: { total: 0 } })
    const plain = { kind: 'working', name: null, reason: 'Thử' }
    expect(await save('2026-12-23', plain)).toMatchObject({ version: now })
    expect(await wholeDatabase(api.deps.database)).toEqual(untouched)
  })

  test('wants the version it was made from; of two at once one is told to look again', async () => {
    expectProblem(await admin.put(dayUrl('2026-12-24'), storm), 428, 'precondition-required')
    const tag = { 'if-match': `"${await version()}"` }
    const answers = await Promise.all(
      ['2026-12-24', '2026-12-25'].map((date) => admin.put(dayUrl(date), storm, tag)),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
    const saved = answers.find(({ statusCode }) => statusCode === 200)
    expect(saved?.headers.etag).toBe(`"${await version()}"`)
  })

  test.each([
    ['2026-12-23', { ...storm, reason: ' ' }, 'reason-required', ['/reason']],
    ['2026-12-23', { kind: 'off', reason: 'x' }, 'day-name-required', ['/name']],
    ['2026-12-23', { kind: 'off' }, 'day-name-required', ['/name', '/reason']],
    ['2026-12-23', { ...storm, kind: 'make_up' }, 'make-up-on-weekday', ['/kind']],
    ['1999-12-31', storm, 'outside-calendar', ['/date']],
  ])('%s %o is refused', async (date, body, name, pointers) => {
    for (const query of ['', '?preview=true']) {
      const answer = await admin.put(`${dayUrl(date)}${query}`, body, {
        'if-match': `"${await version()}"`,
      })
      const { errors } = expectProblem(answer, 422, name)
      expect(errors?.map(({ pointer }) => pointer)).toEqual(pointers)
    }
  })

  test('that leaves no working day within sixty is refused', async () => {
    const days = Array.from({ length: 57 }, (_, i) => ({
      date: addDays('2031-06-09', i),
      kind: 'off',
      name: 'Nghỉ',
    }))
    const now = await version()
    await api.deps.database.prisma.calendarChange.create({
      data: { version: now + 1, recordedAt: api.clock.now, days, reason: 'Thử' },
    })
    const body = { ...storm, name: 'Nghỉ' }
    // The weekend before it, these, and one more.
    const answer = await admin.put(`${dayUrl('2031-06-06')}?preview=true`, body)
    expectProblem(answer, 422, 'no-working-day')
  })

  test('is the admin’s', async () => {
    for (const client of [specialist, unit]) {
      const answer = await client.put(dayUrl('2026-12-23'), storm, { 'if-match': '"1"' })
      expectProblem(answer, 403, 'forbidden')
    }
  })

  test('is told with who, when and why, the latest first', async () => {
    const { items, total } = (await admin.get('/api/v1/calendar/changes?limit=2')).json()
    expect(items).toHaveLength(2)
    expect(items[0].version).toBeGreaterThan(items[1].version)
    const all = (await admin.get('/api/v1/calendar/changes')).json().items
    expect(all).toHaveLength(total)
    expect(all.at(-1)).toMatchObject({
      version: 2,
      changedBy: { displayName: 'Đỗ Thị Quản Trị' },
      reason: 'Bão số 9',
      document: '12/CĐ-TTg',
      days: [{ date: '2026-12-21', kind: 'off', name: 'Nghỉ tránh bão' }],
    })
  })

  test('does not change what stood on record before it', async () => {
    const { rulebooks } = api.deps
    api.clock.set('2026-11-24T02:00:00.000Z')
    await save('2026-12-31', storm)
    api.clock.set('2026-11-25T02:00:00.000Z')
    const then = await rulebooks.asOf(new Date('2026-11-24T01:59:59.999Z'))
    const since = await rulebooks.asOf(new Date('2026-11-24T02:00:00.000Z'))
    expect(then.calendar.isWorkingDay('2026-12-31')).toBe(true)
    expect(since.calendar.isWorkingDay('2026-12-31')).toBe(false)
    expect((await rulebooks.current()).calendar.isWorkingDay('2026-12-31')).toBe(false)
  })
})

describe('orders entered while the calendar is changed', () => {
  test('fall due by the calendar in force, whichever came first', async () => {
    for (const [i, date] of ['2027-03-01', '2027-03-08', '2027-03-15', '2027-03-22'].entries()) {
      const tag = { 'if-match': `"${await version()}"` }
      const first = Array.from({ length: 4 }, () => given(addDays(date, -1)))
      const [saved, ...entered] = await Promise.all([
        admin.put(dayUrl(date), storm, tag),
        ...first,
        ...Array.from({ length: 4 }, () => given(addDays(date, -1))),
      ])
      expect(saved.statusCode, `${i} ${saved.body}`).toBe(200)
      for (const { lead, support } of entered) {
        expect((await read(lead)).effectiveDueOn).toBe(addDays(date, 1))
        expect((await read(support)).effectiveDueOn).toBe(addDays(date, 1))
      }
    }
  })
})

describe('the calendar for anyone', () => {
  test('counts the days one by one', async () => {
    const url = '/api/public/v1/due-date?dueOn=2024-04-28&issuedOn=2024-04-26'
    const answer = await api.anonymous.get(url)
    expect(answer.headers['cache-control']).toContain('public')
    expect(answer.json()).toMatchObject({
      effectiveDueOn: '2024-05-02',
      workingDays: 1,
      from: '2024-04-26',
      unlisted: 0,
      provisionalYears: [],
      days: [
        { date: '2024-04-27', kind: 'off', name: 'Thứ Bảy', number: null },
        { date: '2024-04-28', kind: 'off', name: 'Chủ nhật', number: null },
        { date: '2024-04-29', kind: 'off', number: null },
        { date: '2024-04-30', kind: 'off', name: 'Ngày Chiến thắng', number: null },
        { date: '2024-05-01', kind: 'off', name: 'Ngày Quốc tế lao động', number: null },
        { date: '2024-05-02', kind: 'working', name: null, number: 1 },
      ],
    })
    const again = await api.anonymous.get(url, { 'if-none-match': `${answer.headers.etag}` })
    expect(again.statusCode).toBe(304)
  })

  test('says where it rests on the law alone', async () => {
    const url = '/api/public/v1/due-date?dueOn=2033-01-08&issuedOn=2032-12-20'
    expect((await api.anonymous.get(url)).json()).toMatchObject({ provisionalYears: [2033] })
    const far = '/api/public/v1/due-date?dueOn=2033-01-08&issuedOn=2030-12-20'
    const { days, unlisted } = (await api.anonymous.get(far)).json()
    expect(days).toHaveLength(366)
    expect(unlisted).toBeGreaterThan(300)
  })

  test('and refuses what is no date or outside it', async () => {
    const refused = ['dueOn=2026-02-30', 'issuedOn=2026-01-01', 'dueOn=2026-01-01&x=1']
    for (const query of refused) {
      const answer = await api.anonymous.get(`/api/public/v1/due-date?${query}`)
      expectProblem(answer, 400, 'invalid-request')
    }
    const outside = await api.anonymous.get('/api/public/v1/due-date?dueOn=2061-01-01')
    expectProblem(outside, 422, 'outside-calendar')
    expectProblem(await api.anonymous.get('/api/public/v1/calendar/2061'), 422, 'outside-calendar')
  })

  test('shows the year with what the office changed', async () => {
    const { days } = (await api.anonymous.get('/api/public/v1/calendar/2026')).json()
    expect(days).toContainEqual(
      expect.objectContaining({ date: '2026-12-21', name: 'Nghỉ tránh bão', overridden: true }),
    )
  })
})
