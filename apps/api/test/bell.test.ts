import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, expectProblem, report } from './support/line.ts'

/* The bell of each account, and how it chooses to be told. */

let api: TestApp
let specialist: Client
let reviewer: Client
let unit: Client
let otherUnit: Client
let admin: Client

const url = '/api/v1/notifications'
const settingsUrl = '/api/v1/me/notification-settings'

beforeAll(async () => {
  api = await startTestApp()
  specialist = await api.signInAs('specialist')
  reviewer = await api.signInAs('reviewer')
  unit = await api.signInAs('unit')
  otherUnit = await api.signInAs('otherUnit')
  admin = await api.signInAs('admin')
})
afterAll(() => api.close())
beforeEach(() => api.deps.database.prisma.notification.deleteMany())

const ok = async (asked: ReturnType<Client['get']>) => {
  const answer = await asked
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

/** An order, told to `unit` unless another is given; the id of its assignment. */
async function given(units = [api.seed.units.unit.id]): Promise<string> {
  const task = { content: 'Việc', dueOn: '2026-12-05', unitIds: units }
  return (await enter(api, specialist, { tasks: [task] })).tasks[0].assignments[0].id
}

const ids = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id)

describe('the bell', () => {
  test('is empty for who was told nothing', async () => {
    expect(await ok(unit.get(url))).toEqual({
      items: [],
      nextCursor: null,
      total: 0,
      totalIsExact: true,
      unread: 0,
    })
  })

  test('shows the newest first, page by page', async () => {
    for (let i = 0; i < 5; i++) await given()
    const all = await ok(unit.get(url))
    expect(all).toMatchObject({ total: 5, unread: 5, nextCursor: null })
    const paged: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await ok(unit.get(`${url}?limit=2${cursor && `&cursor=${cursor}`}`))
      paged.push(...ids(page))
      cursor = page.nextCursor
    }
    expect(paged).toEqual(ids(all))
    const about = all.items.map(({ directiveId }: { directiveId: string }) => directiveId)
    const { items } = await ok(specialist.get('/api/v1/directives?limit=5'))
    expect(new Set(about)).toEqual(new Set(ids({ items })))
    expect(about).toEqual(about.toSorted().reverse())
  })

  test('a cursor of another list is refused', async () => {
    for (const cursor of ['x', Buffer.from('["a"]').toString('base64url')]) {
      expectProblem(await unit.get(`${url}?cursor=${cursor}`), 400, 'invalid-request')
    }
  })

  test('what was read stays read since then, and pressing again changes nothing', async () => {
    await given()
    await given()
    const { items } = await ok(unit.get(url))
    const [newest, oldest] = items
    expect((await unit.post(`${url}/${oldest.id}/read`)).statusCode).toBe(204)
    const readAt = api.clock.now.toISOString()
    api.clock.set('2026-11-23T03:00:00.000Z')
    expect((await unit.post(`${url}/${oldest.id}/read`)).statusCode).toBe(204)
    api.clock.set('2026-11-23T02:00:00.000Z')
    expect(await ok(unit.get(url))).toMatchObject({
      unread: 1,
      total: 2,
      items: [{ id: newest.id, readAt: null }, { readAt }],
    })
    expect(await ok(unit.get(`${url}?unread=true`))).toMatchObject({ total: 1, items: [newest] })
    expect(ids(await ok(unit.get(`${url}?unread=false`)))).toEqual([oldest.id])
  })

  test('all are read up to the newest one seen', async () => {
    await given()
    await given()
    const [seen] = (await ok(unit.get(url))).items
    await given()
    expect((await unit.post(`${url}/read`, { upTo: seen.id })).statusCode).toBe(204)
    const page = await ok(unit.get(url))
    expect(page.unread).toBe(1)
    expect(page.items.map(({ readAt }: { readAt: string | null }) => readAt === null)).toEqual([
      true,
      false,
      false,
    ])
  })

  test('another’s does not exist, and is read by nobody else', async () => {
    await given([api.seed.units.unit.id, api.seed.units.otherUnit.id])
    const [own] = (await ok(unit.get(url))).items
    const [others] = (await ok(otherUnit.get(url))).items
    expect(own.assignmentId).not.toBe(others.assignmentId)
    expectProblem(await unit.post(`${url}/${others.id}/read`), 404, 'not-found')
    expectProblem(await unit.post(`${url}/${newId()}/read`), 404, 'not-found')
    const problem = expectProblem(
      await unit.post(`${url}/read`, { upTo: others.id }),
      400,
      'invalid-request',
    )
    expect(problem.errors).toMatchObject([{ pointer: '/upTo' }])
    expect((await ok(otherUnit.get(url))).unread).toBe(1)
  })
})

describe('how an account is told', () => {
  const choose = (kinds: object, client = unit, more = {}) =>
    client.put(settingsUrl, { kinds, ...more })

  test('as it comes, until it chooses', async () => {
    const settings = await ok(reviewer.get(settingsUrl))
    expect(settings).toEqual({
      email: null,
      mailServed: false,
      kinds: [
        { kind: 'report_submitted', mandatory: false, bell: true, mail: false },
        { kind: 'extension_requested', mandatory: false, bell: true, mail: false },
        { kind: 'review_due', mandatory: true, bell: true, mail: true },
      ],
    })
    expect((await ok((await api.signInAs('leader')).get(settingsUrl))).kinds).toEqual([])
  })

  test('a kind that is silenced is not told; another account still is', async () => {
    const silent = { report_submitted: { bell: false, mail: false } }
    const chosen = await ok(choose(silent, reviewer))
    expect(chosen.kinds[0]).toMatchObject({ kind: 'report_submitted', bell: false, mail: false })
    expect(await ok(reviewer.get(settingsUrl))).toEqual(chosen)
    await report(api, unit, await given())
    const { prisma } = api.deps.database
    expect(await prisma.notification.count({ where: { kind: 'report_submitted' } })).toBe(0)
    const kept = await ok(choose({ report_submitted: { bell: false, mail: true } }, reviewer))
    expect(kept.kinds[0]).toMatchObject({ bell: false, mail: true })
    await report(api, unit, await given())
    expect(
      await prisma.notification.findMany({ where: { kind: 'report_submitted' } }),
    ).toMatchObject([{ inBell: false, byMail: true, readAt: null }])
    expect(await ok(reviewer.get(url))).toMatchObject({ total: 0, unread: 0 })
    await ok(choose({}, reviewer))
    await report(api, unit, await given())
    expect((await ok(reviewer.get(url))).total).toBe(1)
  })

  test('what must be acted on always rings; its mail can be left out', async () => {
    const refused = await unit.put(
      settingsUrl,
      { kinds: { assigned: { bell: false, mail: true }, accepted: { bell: false, mail: false } } },
      { 'accept-language': 'en' },
    )
    expect(expectProblem(refused, 400, 'invalid-request').errors).toEqual([
      { pointer: '/kinds/assigned/bell', detail: expect.stringMatching(/cannot be silenced/) },
    ])
    const vietnamese = await choose({ assigned: { bell: false, mail: true } })
    expect(expectProblem(vietnamese, 400, 'invalid-request').errors?.[0]?.detail).toMatch(
      /^Không tắt được/,
    )
    await ok(choose({ assigned: { bell: true, mail: false } }))
    await given()
    expect(await api.deps.database.prisma.notification.findMany()).toMatchObject([
      { inBell: true, byMail: false },
    ])
    await ok(choose({}))
  })

  test('only what its roles are told of can be chosen', async () => {
    const refused = await choose({ report_submitted: { bell: true, mail: true } })
    expect(expectProblem(refused, 400, 'invalid-request').errors).toMatchObject([
      { pointer: '/kinds/report_submitted' },
    ])
    expectProblem(await choose({ nonsense: { bell: true, mail: true } }), 400, 'invalid-request')
    expectProblem(await choose({ assigned: { bell: true } }), 400, 'invalid-request')
  })

  test('its address is checked, kept and emptied', async () => {
    const bad = await choose({}, unit, { email: 'không phải địa chỉ' })
    expect(expectProblem(bad, 400, 'invalid-request').errors).toMatchObject([{ pointer: '/email' }])
    const email = 'vanthu@sxd.example.vn'
    expect(await ok(choose({}, unit, { email }))).toMatchObject({ email })
    expect(await ok(unit.get(settingsUrl))).toMatchObject({ email })
    expect(await ok(choose({}, unit, { email: ' ' }))).toMatchObject({ email: null })
  })

  test('each change is in the history once, and none where nothing changes', async () => {
    const { prisma } = api.deps.database
    const where = { type: 'account.edited', subjectId: api.seed.accounts.otherUnit.id }
    const email = 'vanthu@donghoa.example.vn'
    const kinds = { accepted: { bell: false, mail: false } }
    for (let i = 0; i < 2; i++) await ok(choose(kinds, otherUnit, { email }))
    expect(await prisma.event.findMany({ where })).toMatchObject([
      {
        accountId: where.subjectId,
        role: 'unit',
        before: { email: null, notificationChoices: null, username: 'otherunit' },
        after: { email, notificationChoices: kinds },
      },
    ])
  })

  test('the admin keeps the address too, and leaves the choices alone', async () => {
    await ok(choose({ accepted: { bell: true, mail: true } }, unit, { email: 'a@example.vn' }))
    const path = `/api/v1/accounts/${api.seed.accounts.unit.id}`
    const account = await ok(admin.get(path))
    expect(account.email).toBe('a@example.vn')
    const match = { 'if-match': `"${account.version}"` }
    const bad = await admin.patch(path, { email: 'a@' }, match)
    expect(expectProblem(bad, 400, 'invalid-request').errors).toMatchObject([{ pointer: '/email' }])
    const edited = await ok(admin.patch(path, { email: 'b@example.vn' }, match))
    expect(edited.email).toBe('b@example.vn')
    expectProblem(await admin.patch(path, { email: null }, match), 412, 'stale')
    const last = await api.deps.database.prisma.event.findFirst({
      where: { type: 'account.edited', subjectId: account.id },
      orderBy: { sequence: 'desc' },
    })
    expect(last).toMatchObject({
      role: 'admin',
      before: { email: 'a@example.vn' },
      after: { email: 'b@example.vn' },
    })
    const settings = await ok(unit.get(settingsUrl))
    expect(settings).toMatchObject({ email: 'b@example.vn' })
    expect(settings.kinds).toContainEqual({
      kind: 'accepted',
      mandatory: false,
      bell: true,
      mail: true,
    })
    const renamed = { displayName: 'Sở Xây dựng' }
    const next = { 'if-match': `"${edited.version}"` }
    expect(await ok(admin.patch(path, renamed, next))).toMatchObject({ email: 'b@example.vn' })
  })
})
