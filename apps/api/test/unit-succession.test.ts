import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, expectProblem, report, reportBody } from './support/line.ts'
import { type MadeUnit, makeUnit, signInForUnit, succeed } from './support/units.ts'

/* Units are renamed and merged, and what they had to do goes on under the successor's name. */

let api: TestApp
let specialist: Client
let reviewer: Client

beforeAll(async () => {
  api = await startTestApp()
  specialist = await api.signInAs('specialist')
  reviewer = await api.signInAs('reviewer')
})
afterAll(() => api.close())

interface Json {
  id: string
  state: string
  unit: MadeUnit
  [more: string]: unknown
}

const json = async (asked: Promise<{ statusCode: number; body: string; json(): unknown }>) => {
  const answer = await asked
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json() as Json
}

/** One task for these units; their assignments, in the order of the units. */
async function give(leads: MadeUnit[], supports: MadeUnit[] = []): Promise<Json[]> {
  const ids = (units: MadeUnit[]) => units.map(({ id }) => id)
  const directive = await enter(api, specialist, {
    tasks: [
      {
        content: 'Báo cáo việc sắp xếp',
        dueOn: '2026-12-05',
        unitIds: ids(leads),
        supportUnitIds: ids(supports),
      },
    ],
  })
  const all = `/api/v1/assignments?directiveId=${directive.id}&role=lead&role=support`
  const given = (await json(reviewer.get(all))).items as Json[]
  return [...leads, ...supports].map((unit) => given.find((one) => one.unit.id === unit.id) as Json)
}

const open = (id: string, as: Client = reviewer) => json(as.get(`/api/v1/assignments/${id}`))
const history = async (id: string) =>
  (await json(reviewer.get(`/api/v1/assignments/${id}/history`))).items as {
    type: string
    before: never
    after: never
  }[]

async function review(assignment: { reports: { id: string }[] }, verdict: string) {
  const { id } = assignment.reports.at(-1) ?? { id: '' }
  const body = { verdict, comment: 'Ý kiến' }
  await json(reviewer.post(`/api/v1/reports/${id}/review`, body))
}

const count = async (unitId: string, more = '') => {
  const answer = await json(reviewer.get(`/api/v1/statistics?unitId=${unitId}${more}`))
  return (answer.totals as { total: number }).total
}

const lastWeek = '2026-11-22'

describe('a unit is renamed', () => {
  let old: MadeUnit
  let renamed: MadeUnit
  let oldClerk: Client
  let newClerk: Client
  const given: Record<string, Json> = {}
  const moved = ['assigned', 'received', 'submitted', 'returned']
  const before = '2026-11-23T02:00:30.000Z'

  beforeAll(async () => {
    old = await makeUnit(api, 'Sở Kế hoạch và Đầu tư')
    oldClerk = await signInForUnit(api, old)
    for (const state of [...moved, 'completed', 'withdrawn']) {
      const [assignment] = await give([old])
      given[state] = assignment as Json
    }
    const id = (state: string) => given[state]?.id ?? ''
    await json(oldClerk.post(`/api/v1/assignments/${id('received')}/receipt`))
    await report(api, oldClerk, id('submitted'))
    await review(await report(api, oldClerk, id('returned')), 'unsatisfactory')
    await review(await report(api, oldClerk, id('completed')), 'satisfactory')
    await json(reviewer.post(`/api/v1/assignments/${id('withdrawn')}/withdrawal`, { reason: 'Bỏ' }))
    api.clock.set('2026-11-23T02:01:00.000Z')
    const body = {
      unitIds: [old.id],
      successor: {
        code: 'so-tai-chinh',
        name: 'Sở Tài chính',
        shortName: 'Sở TC',
        type: 'department',
      },
      document: '12/NQ-HĐND',
    }
    const preview = await json(succeed(api, { ...body, reason: null }, { preview: true }))
    expect(preview).toMatchObject({
      preview: true,
      successor: { code: 'so-tai-chinh', isNew: true, validFrom: '2026-11-23', hasAccount: false },
      units: [
        {
          unit: { id: old.id },
          moved: { lead: 4, support: 0 },
          withdrawn: { lead: 0, support: 0 },
          unanswered: { lead: 0, support: 0 },
          closed: 2,
          account: { disabled: false },
        },
      ],
      settledTotal: 0,
    })
    expect((await reviewer.get('/api/v1/units?q=so-tai-chinh')).json().total).toBe(0)
    expect((await open(id('assigned'))).unit.id).toBe(old.id)
    const done = await json(succeed(api, body))
    expect(done).toEqual({
      ...preview,
      preview: false,
      successor: { ...(done.successor as object) },
    })
    renamed = done.successor as MadeUnit
    newClerk = await signInForUnit(api, renamed)
  })

  test.each(moved)('what is %s moves, with an event that names both', async (state) => {
    const { id } = given[state] as Json
    expect(await open(id)).toMatchObject({
      state,
      unit: { name: 'Sở Tài chính' },
      formerUnits: [{ unit: { id: old.id, name: old.name } }],
    })
    expect((await history(id)).at(-1)).toMatchObject({
      type: 'assignment.unit_succeeded',
      before: { unitId: old.id },
      after: {
        unitId: renamed.id,
        from: { name: old.name },
        to: { name: 'Sở Tài chính' },
        reason: 'Nghị quyết sắp xếp đơn vị',
        document: '12/NQ-HĐND',
        endsOn: '2026-11-22',
      },
    })
  })

  test.each(['completed', 'withdrawn'])('what is %s stays under the old name', async (state) => {
    const { id } = given[state] as Json
    expect(await open(id)).toMatchObject({ state, unit: { id: old.id }, formerUnits: [] })
  })

  test('the old account reads what stayed, and what moved does not exist for it', async () => {
    expect(await open(given.completed?.id ?? '', oldClerk)).toMatchObject({ state: 'completed' })
    for (const state of moved) {
      const url = `/api/v1/assignments/${given[state]?.id}`
      expectProblem(await oldClerk.get(url), 404, 'not-found')
      expectProblem(await oldClerk.get(`${url}/history`), 404, 'not-found')
      expectProblem(await oldClerk.post(`${url}/receipt`), 404, 'not-found')
      const body = await reportBody(api, oldClerk)
      expectProblem(await oldClerk.post(`${url}/reports`, body), 404, 'not-found')
    }
    expect((await json(oldClerk.get('/api/v1/assignments?state=completed'))).total).toBe(1)
    expect((await json(oldClerk.get('/api/v1/assignments'))).total).toBe(1)
  })

  test('the successor’s account has their whole life, reports under the old name', async () => {
    const { id } = given.returned as Json
    const assignment = await open(id, newClerk)
    expect(assignment).toMatchObject({ reports: [{ attempt: 1, unit: { name: old.name } }] })
    expect(assignment.can).toContain('report')
    const [first] = assignment.reports as { files: { id: string }[] }[]
    const file = first?.files[0]?.id
    expect((await newClerk.get(`/api/v1/files/${file}/content`)).statusCode).toBe(200)
    const answered = await report(api, newClerk, id)
    expect(answered.reports).toMatchObject([
      { attempt: 1, unit: { name: old.name } },
      { attempt: 2, unit: { name: 'Sở Tài chính' } },
    ])
    const { id: completed } = given.completed as Json
    expectProblem(await newClerk.get(`/api/v1/assignments/${completed}`), 404, 'not-found')
  })

  test('the public reads both names, and no reason', async () => {
    const { id } = given.submitted as Json
    const answer = await api.anonymous.get(`/api/public/v1/assignments/${id}`)
    expect(answer.json()).toMatchObject({
      unit: { name: 'Sở Tài chính' },
      formerUnits: [{ unit: { name: old.name } }],
      reports: [{ unit: { name: old.name } }],
    })
    expect(answer.json().history.at(-1)).toMatchObject({
      type: 'unit_succeeded',
      units: { from: { name: old.name }, to: { name: 'Sở Tài chính' } },
    })
    expect(answer.body).not.toContain('Nghị quyết sắp xếp')
  })

  test('lists and figures are asked for either way, now and as of before', async () => {
    const bySuccessor = '&units=by_successor'
    expect(await count(old.id)).toBe(1)
    expect(await count(renamed.id)).toBe(4)
    expect(await count(renamed.id, bySuccessor)).toBe(5)
    expect(await count(old.id, bySuccessor)).toBe(0)
    const then = `&asOf=${before}`
    for (const view of ['', bySuccessor]) {
      expect(await count(old.id, then + view)).toBe(5)
      expect(await count(renamed.id, then + view)).toBe(0)
    }
    const list = async (unit: MadeUnit, more: string) =>
      (await json(reviewer.get(`/api/v1/assignments?unitId=${unit.id}${more}`))).items as Json[]
    expect(await list(renamed, '')).toHaveLength(4)
    expect(await list(renamed, bySuccessor)).toHaveLength(5)
    expect((await list(old, then)).map(({ unit }) => unit.name)).toEqual(Array(5).fill(old.name))
    const code = renamed.code
    const url = `/api/public/v1/assignments?unit=${code}`
    expect((await json(api.anonymous.get(url))).total).toBe(4)
    expect((await json(api.anonymous.get(url + bySuccessor))).total).toBe(5)
  })

  test('each unit names the other, in the office and to the public', async () => {
    const ref = ({ id, code, name }: MadeUnit) => ({ id, code, name, type: 'department' })
    expect(await json(reviewer.get(`/api/v1/units/${old.id}`))).toMatchObject({
      validTo: '2026-11-22',
      successor: ref(renamed),
      predecessors: [],
      open: { lead: 0, support: 0 },
    })
    expect(await json(reviewer.get(`/api/v1/units/${renamed.id}`))).toMatchObject({
      validFrom: '2026-11-23',
      successor: null,
      predecessors: [ref(old)],
      open: { lead: 4, support: 0 },
    })
    // How much another unit has to do is not told to a unit.
    const told = async (unit: MadeUnit) =>
      (await json(newClerk.get(`/api/v1/units/${unit.id}`))).open
    expect(await told(old)).toBeNull()
    expect(await told(renamed)).toEqual({ lead: 4, support: 0 })
    const page = (code: string, more = '') =>
      json(api.anonymous.get(`/api/public/v1/units/${code}${more}`))
    expect(await page(old.code)).toMatchObject({
      validTo: '2026-11-22',
      successor: { code: renamed.code },
      figures: { total: 1 },
    })
    expect(await page(renamed.code)).toMatchObject({
      predecessors: [{ code: old.code, validTo: '2026-11-22' }],
      figures: { total: 4 },
    })
    expect(await page(renamed.code, '?units=by_successor')).toMatchObject({ figures: { total: 5 } })
  })

  test('no order reaches the unit that ended', async () => {
    const body = { unitIds: [old.id], supportUnitIds: [] }
    const directive = await enter(api, specialist)
    const answer = await specialist.post(`/api/v1/tasks/${directive.tasks[0].id}/units`, body)
    const problem = expectProblem(answer, 400, 'invalid-request')
    expect(problem.errors).toMatchObject([
      { pointer: '/unitIds/0', detail: expect.stringContaining('không còn hoạt động') },
    ])
  })
})

describe('units are merged', () => {
  test('a task that several of them had is answered once, by who got furthest', async () => {
    const names = ['Huyện A', 'Huyện B', 'Huyện C']
    const units = await Promise.all(names.map((name) => makeUnit(api, name)))
    const [a, b, c] = units as [MadeUnit, MadeUnit, MadeUnit]
    const into = await makeUnit(api, 'Xã Hợp Nhất')
    const clerk = await signInForUnit(api, b)
    const [ofA, ofB, ofC] = (await give([a, b, c])) as [Json, Json, Json]
    const [alone] = (await give([c], [a])) as [Json]
    await report(api, clerk, ofB.id)
    const preview = await json(
      succeed(api, { unitIds: [a.id, b.id, c.id], successor: { id: into.id } }, { preview: true }),
    )
    expect(preview).toMatchObject({
      successor: { id: into.id, isNew: false },
      // Its support of the second task is one too many beside c's leading it.
      units: [
        { moved: { lead: 0, support: 0 }, withdrawn: { lead: 1, support: 1 } },
        { moved: { lead: 1, support: 0 }, withdrawn: { lead: 0, support: 0 } },
        { moved: { lead: 1, support: 0 }, withdrawn: { lead: 1, support: 0 } },
      ],
      settledTotal: 3,
    })
    const settled = preview.settled as { assignmentId: string; kept: { assignmentId: string } }[]
    expect(settled.find(({ assignmentId }) => assignmentId === ofA.id)).toMatchObject({
      kept: { assignmentId: ofB.id, unit: { name: 'Huyện B' }, state: 'submitted' },
    })
    const done = await json(
      succeed(api, { unitIds: [a.id, b.id, c.id], successor: { id: into.id } }),
    )
    expect(done).toEqual({ ...preview, preview: false })
    expect(await open(ofB.id)).toMatchObject({ state: 'submitted', unit: { id: into.id } })
    expect(await open(alone.id)).toMatchObject({ state: 'assigned', unit: { id: into.id } })
    for (const { id } of [ofA, ofC]) {
      const assignment = await open(id)
      expect(assignment.state).toBe('withdrawn')
      expect(assignment.withdrawal).toMatchObject({
        reason: expect.stringMatching(/^Xã Hợp Nhất kế thừa Huyện [AC];.*Huyện B\.$/),
      })
    }
    expect(await count(into.id)).toBe(2)
  })

  test('leading goes before supporting, whoever led', async () => {
    const old = await makeUnit(api, 'Ban cũ')
    const heir = await makeUnit(api, 'Ban mới')
    const [led, supported] = (await give([old], [heir])) as [Json, Json]
    const [ownLed, oldSupport] = (await give([heir], [old])) as [Json, Json]
    const [only, helped] = (await give([await makeUnit(api, 'Sở khác')], [old])) as [Json, Json]
    await json(succeed(api, { unitIds: [old.id], successor: { id: heir.id } }))
    expect(await open(led.id)).toMatchObject({ role: 'lead', unit: { id: heir.id } })
    expect(await open(supported.id)).toMatchObject({ role: 'support', state: 'withdrawn' })
    expect(await open(ownLed.id)).toMatchObject({ state: 'assigned', unit: { id: heir.id } })
    expect(await open(oldSupport.id)).toMatchObject({ state: 'withdrawn', unit: { id: old.id } })
    expect(await open(helped.id)).toMatchObject({ role: 'support', unit: { id: heir.id } })
    expect(await open(only.id)).toMatchObject({ unit: { name: 'Sở khác' } })
  })

  test('what the successor has completed is not asked of it again', async () => {
    const old = await makeUnit(api, 'Chi cục cũ')
    const heir = await makeUnit(api, 'Chi cục mới')
    const clerk = await signInForUnit(api, heir)
    const [theirs, own] = (await give([old, heir])) as [Json, Json]
    await review(await report(api, clerk, own.id), 'satisfactory')
    await json(succeed(api, { unitIds: [old.id], successor: { id: heir.id } }))
    expect(await open(own.id)).toMatchObject({ state: 'completed' })
    expect(await open(theirs.id)).toMatchObject({ state: 'withdrawn', unit: { id: old.id } })
  })
})

describe('what is reopened', () => {
  const completed = async (unit: MadeUnit, others: MadeUnit[] = [], supports: MadeUnit[] = []) => {
    const clerk = await signInForUnit(api, unit)
    const [own] = (await give([unit, ...others], supports)) as [Json]
    await review(await report(api, clerk, own.id), 'satisfactory')
    return own.id
  }
  const reopen = (id: string) =>
    reviewer.post(`/api/v1/assignments/${id}/reopening`, { reason: 'Số liệu sai' })

  test('goes to the end of the line, whose supporting share gives way', async () => {
    const first = await makeUnit(api, 'Sở thứ nhất')
    const second = await makeUnit(api, 'Sở thứ hai')
    const third = await makeUnit(api, 'Sở thứ ba')
    const id = await completed(first, [], [third])
    await json(succeed(api, { unitIds: [first.id], successor: { id: second.id } }))
    await json(succeed(api, { unitIds: [second.id], successor: { id: third.id } }))
    const answer = await json(reopen(id))
    expect(answer).toMatchObject({ state: 'returned', unit: { id: third.id } })
    const [opened, types] = [await open(id), (await history(id)).map(({ type }) => type)]
    expect(types.slice(-2)).toEqual(['assignment.reopened', 'assignment.unit_succeeded'])
    expect(opened.task).toMatchObject({ units: [{ id: third.id, role: 'lead' }] })
  })

  test('is refused where that unit leads the same task itself', async () => {
    const old = await makeUnit(api, 'Sở đã hợp nhất')
    const heir = await makeUnit(api, 'Sở hợp nhất')
    const id = await completed(old, [heir])
    await json(succeed(api, { unitIds: [old.id], successor: { id: heir.id } }))
    const problem = expectProblem(await reopen(id), 409, 'invalid-transition')
    expect(problem.errors).toMatchObject([{ detail: expect.stringContaining('kế thừa') }])
    expect(await open(id)).toMatchObject({ state: 'completed', unit: { id: old.id } })
  })

  test('goes there once, of two that had the task, at the same moment too', async () => {
    const olds = [await makeUnit(api, 'Sở cũ một'), await makeUnit(api, 'Sở cũ hai')]
    const heir = await makeUnit(api, 'Sở chung')
    const given = await give(olds)
    for (const [i, unit] of olds.entries()) {
      const clerk = await signInForUnit(api, unit)
      await review(await report(api, clerk, (given[i] as Json).id), 'satisfactory')
    }
    await json(succeed(api, { unitIds: olds.map(({ id }) => id), successor: { id: heir.id } }))
    const answers = await Promise.all(given.map(({ id }) => reopen(id)))
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
  })

  test('stays where it was when nobody succeeded', async () => {
    const old = await makeUnit(api, 'Ban quản lý dự án')
    const id = await completed(old)
    const [left] = (await give([old])) as [Json]
    const preview = await json(succeed(api, { unitIds: [old.id], successor: null }))
    expect(preview).toMatchObject({
      successor: null,
      units: [{ moved: { lead: 0 }, unanswered: { lead: 1, support: 0 }, closed: 1 }],
    })
    expect(await open(left.id)).toMatchObject({ state: 'assigned', unit: { id: old.id } })
    expect(await json(reopen(id))).toMatchObject({ state: 'returned', unit: { id: old.id } })
    const events = await api.deps.database.prisma.event.findMany({
      where: { subjectId: old.id },
      orderBy: { sequence: 'asc' },
    })
    expect(events.map(({ type }) => type)).toEqual(['unit.created', 'unit.edited', 'unit.ended'])
    // Later somebody takes over after all.
    const heir = await makeUnit(api, 'Ban quản lý khác')
    await json(succeed(api, { unitIds: [old.id], successor: { id: heir.id } }))
    expect(await open(left.id)).toMatchObject({ unit: { id: heir.id } })
  })
})

describe('refused, at the field and in words', () => {
  let a: MadeUnit
  let b: MadeUnit
  beforeAll(async () => {
    a = await makeUnit(api, 'Đơn vị A')
    b = await makeUnit(api, 'Đơn vị B')
  })
  const named = { name: 'Mới', shortName: 'Mới', type: 'department' }
  const unknown = '01890000-0000-7000-8000-000000000000'
  const cases: [string, () => object, string][] = [
    ['nobody', () => ({ unitIds: [], successor: { id: b.id } }), '/unitIds'],
    ['unknown', () => ({ unitIds: [unknown], successor: null }), '/unitIds/0'],
    ['twice', () => ({ unitIds: [a.id, a.id], successor: null }), '/unitIds/1'],
    ['itself', () => ({ unitIds: [a.id], successor: { id: a.id } }), '/successor/id'],
    ['unknown heir', () => ({ unitIds: [a.id], successor: { id: unknown } }), '/successor/id'],
    ['half a name', () => ({ unitIds: [a.id], successor: { name: 'Mới' } }), '/successor/code'],
    ['both', () => ({ unitIds: [a.id], successor: { id: b.id, name: 'Mới' } }), '/successor/name'],
    [
      'not yet',
      () => ({
        unitIds: [a.id],
        successor: { ...named, code: 'chua-co', validFrom: '2027-01-01' },
      }),
      '/successor/validFrom',
    ],
    [
      'unknown parent',
      () => ({ unitIds: [a.id], successor: { ...named, code: 'chua-co', parentId: unknown } }),
      '/successor/parentId',
    ],
    ['no day', () => ({ unitIds: [a.id], successor: null, endsOn: '2026-02-30' }), '/endsOn'],
    ['to come', () => ({ unitIds: [a.id], successor: null, endsOn: '2026-11-24' }), '/endsOn'],
  ]
  test.each(cases)('%s', async (_name, body, pointer) => {
    for (const preview of [true, false]) {
      const problem = expectProblem(
        await succeed(api, { ...body() }, { preview }),
        400,
        'invalid-request',
      )
      expect(problem.errors?.map((error) => error.pointer)).toContain(pointer)
    }
  })

  test('a code that is taken, and no reason', async () => {
    const successor = { ...named, code: b.code }
    const taken = expectProblem(
      await succeed(api, { unitIds: [a.id], successor }),
      409,
      'already-exists',
    )
    expect(taken.errors).toMatchObject([{ pointer: '/successor/code' }])
    const body = { unitIds: [a.id], successor: null, reason: '  ' }
    expectProblem(await succeed(api, body), 422, 'reason-required')
  })

  test('back to where it came from, and twice', async () => {
    const [from, to] = [await makeUnit(api, 'Từ'), await makeUnit(api, 'Đến')]
    await json(succeed(api, { unitIds: [from.id], successor: { id: to.id } }))
    const ring = await succeed(api, { unitIds: [to.id], successor: { id: from.id } })
    const problem = expectProblem(ring, 400, 'invalid-request')
    expect(problem.errors).toMatchObject([
      { pointer: '/successor/id', detail: expect.stringContaining('đã kết thúc') },
    ])
    const again = await succeed(api, { unitIds: [from.id], successor: { id: b.id } })
    expect(expectProblem(again, 400, 'invalid-request').errors).toMatchObject([
      { pointer: '/unitIds/0' },
    ])
  })

  test('an edit names no successor and wakes no unit that has one', async () => {
    const admin = await api.signInAs('admin')
    const edit = (id: string, body: object, version = 1) =>
      admin.patch(`/api/v1/units/${id}`, body, { 'if-match': `"${version}"` })
    const bypass = expectProblem(await edit(a.id, { successorId: b.id }), 400, 'invalid-request')
    expect(bypass.errors).toMatchObject([
      { pointer: '/successorId', detail: expect.stringContaining('Sáp nhập, đổi tên, kết thúc') },
    ])
    const old = await makeUnit(api, 'Sẽ kết thúc')
    await json(succeed(api, { unitIds: [old.id], successor: { id: b.id } }))
    for (const body of [{ validTo: null }, { validTo: '2027-12-31' }, { successorId: null }]) {
      const { errors } = expectProblem(await edit(old.id, body, 2), 400, 'invalid-request')
      expect(errors).toMatchObject([{ pointer: `/${Object.keys(body)[0]}` }])
    }
    const corrected = await edit(old.id, { validTo: '2026-11-20' }, 2)
    expect(corrected.json()).toMatchObject({ validTo: '2026-11-20', successor: { id: b.id } })
    const body = { code: 'da-ket-thuc', ...named, successorId: b.id }
    expectProblem(await admin.post('/api/v1/units', body), 400, 'invalid-request')
  })
})

test('a correction of the spelling leaves the answers of before as they were', async () => {
  const admin = await api.signInAs('admin')
  const unit = await makeUnit(api, 'Sở Nông ngiệp')
  await give([unit])
  const at = api.clock.now.toISOString()
  api.clock.set(new Date(api.clock.now.getTime() + 1000))
  const edited = await admin.patch(
    `/api/v1/units/${unit.id}`,
    { name: 'Sở Nông nghiệp' },
    { 'if-match': '"1"' },
  )
  expect(edited.statusCode).toBe(200)
  const nameIn = async (more: string) => {
    const list = await json(reviewer.get(`/api/v1/assignments?unitId=${unit.id}${more}`))
    const rows = (await json(reviewer.get(`/api/v1/statistics?unitId=${unit.id}${more}`))).rows
    return [(list.items as Json[])[0]?.unit.name, (rows as { label: string }[])[0]?.label]
  }
  expect(await nameIn('')).toEqual(['Sở Nông nghiệp', 'Sở Nông nghiệp'])
  expect(await nameIn(`&asOf=${at}`)).toEqual(['Sở Nông ngiệp', 'Sở Nông ngiệp'])
})

describe('at the same moment', () => {
  const pair = async () => {
    const [old, heir] = [await makeUnit(api, 'Đang gửi'), await makeUnit(api, 'Đang nhận')]
    return { old, heir, body: { unitIds: [old.id], successor: { id: heir.id } } }
  }

  test.each([1, 2, 3])('a report and a merge: either order, nothing lost (%i)', async (n) => {
    const { old, heir, body } = await pair()
    const clerk = await signInForUnit(api, old)
    const [given] = (await give([old])) as [Json]
    const sent = await reportBody(api, clerk)
    const send = () => clerk.post(`/api/v1/assignments/${given.id}/reports`, sent)
    const merge = () => succeed(api, body)
    const [first, second] = await Promise.all(n === 2 ? [merge(), send()] : [send(), merge()])
    const [report, merged] = n === 2 ? [second, first] : [first, second]
    expect(merged.statusCode).toBe(200)
    const assignment = await open(given.id)
    expect(assignment.unit.id).toBe(heir.id)
    if (report.statusCode === 201) {
      expect(assignment).toMatchObject({ state: 'submitted', reports: [{ unit: { id: old.id } }] })
    } else {
      expectProblem(report, 404, 'not-found')
      expect(assignment).toMatchObject({ state: 'assigned', reports: [] })
    }
  })

  test('two merges of one unit, or into each other: one is made', async () => {
    const { old, heir, body } = await pair()
    const codes = async (...asked: ReturnType<typeof succeed>[]) =>
      (await Promise.all(asked)).map(({ statusCode }) => statusCode).sort()
    const other = await makeUnit(api, 'Người nhận khác')
    const elsewhere = succeed(api, { ...body, successor: { id: other.id } })
    expect(await codes(succeed(api, body), elsewhere)).toEqual([200, 400])
    const [a, b] = [heir.id, other.id]
    const there = succeed(api, { unitIds: [a], successor: { id: b } })
    const back = succeed(api, { unitIds: [b], successor: { id: a } })
    expect(await codes(there, back)).toEqual([200, 400])
    expect((await json(reviewer.get(`/api/v1/units/${old.id}`))).successorId).toMatch(/-/)
  })

  test('an order and a merge: it reaches the old unit and moves, or is refused', async () => {
    const { old, heir, body } = await pair()
    const directive = await enter(api, specialist)
    const order = { unitIds: [old.id], supportUnitIds: [] }
    const [, ordered] = await Promise.all([
      succeed(api, body),
      specialist.post(`/api/v1/tasks/${directive.tasks[0].id}/units`, order),
    ])
    expect([201, 400]).toContain(ordered.statusCode)
    expect(await count(old.id)).toBe(0)
    expect(await count(heir.id)).toBe(ordered.statusCode === 201 ? 1 : 0)
  })
})

test('a merge asks as many statements for many assignments as for few', async () => {
  const statements = async (tasks: number) => {
    const [old, heir] = [await makeUnit(api, 'Ít'), await makeUnit(api, 'Nhiều')]
    const clash = await give([old, heir])
    expect(clash).toHaveLength(2)
    for (let i = 1; i < tasks; i++) await give([old])
    const admin = await api.signInAs('admin')
    const body = {
      unitIds: [old.id],
      successor: { id: heir.id },
      endsOn: lastWeek,
      reason: 'Sáp nhập',
    }
    return api.countStatements(() => json(admin.post('/api/v1/units/succession', body)))
  }
  const few = await statements(2)
  expect(await statements(12)).toBe(few)
  expect(few).toBeLessThanOrEqual(24)
})

test('pressing twice merges once', async () => {
  const [old, heir] = [await makeUnit(api, 'Một lần'), await makeUnit(api, 'Hai lần')]
  const admin = await api.signInAs('admin')
  const body = { unitIds: [old.id], successor: { id: heir.id }, endsOn: lastWeek, reason: 'x' }
  const press = () =>
    admin.post('/api/v1/units/succession', body, { 'idempotency-key': `once-${old.id}` })
  const [first, second] = [await json(press()), await json(press())]
  expect(second).toEqual(first)
})
