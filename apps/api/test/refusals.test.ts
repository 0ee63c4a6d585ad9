import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import {
  directiveBody,
  enter,
  expectProblem,
  report,
  reportBody,
  signedFile,
  upload,
} from './support/line.ts'
import { makePdf } from './support/signed-pdf.ts'

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

const rows = async () => {
  const [directives, periods, events, reports] = await Promise.all([
    api.deps.database.prisma.directive.count(),
    api.deps.database.prisma.assignmentPeriod.count(),
    api.deps.database.prisma.event.count({ where: { type: { not: 'file.uploaded' } } }),
    api.deps.database.prisma.report.count(),
  ])
  return { directives, periods, events, reports }
}

describe('a directive that may not be entered changes nothing and says why, at the field', () => {
  const task = () => ({ content: 'Việc', dueOn: '2026-12-05', unitIds: [api.seed.units.unit.id] })
  const cases: [string, () => Record<string, unknown>, number, string, string][] = [
    [
      'no due date',
      () => ({ tasks: [task(), { ...task(), dueOn: null }] }),
      422,
      'due-date-required',
      '/tasks/1/dueOn',
    ],
    [
      'due before issue',
      () => ({ tasks: [{ ...task(), dueOn: '2026-11-19' }] }),
      422,
      'due-before-issue',
      '/tasks/0/dueOn',
    ],
    ['no number', () => ({ number: '' }), 422, 'number-required', '/number'],
    ['a blank symbol', () => ({ symbol: ' \t' }), 422, 'number-required', '/symbol'],
    [
      'a blank due date',
      () => ({ tasks: [{ ...task(), dueOn: '' }] }),
      422,
      'due-date-required',
      '/tasks/0/dueOn',
    ],
    ['number null', () => ({ number: null }), 422, 'number-required', '/number'],
    ['no symbol', () => ({ symbol: undefined }), 422, 'number-required', '/symbol'],
    ['no signed file', () => ({ files: [] }), 422, 'signed-file-required', '/files'],
    ['issued tomorrow', () => ({ issuedOn: '2026-11-24' }), 422, 'issued-in-future', '/issuedOn'],
    [
      'issued in an hour',
      () => ({ issuedOn: '2026-11-23', issuedTime: '10:00' }),
      422,
      'issued-in-future',
      '/issuedTime',
    ],
    ['a day that is not', () => ({ issuedOn: '2026-02-30' }), 400, 'invalid-request', '/issuedOn'],
    [
      'a due date beyond the calendar',
      () => ({ tasks: [{ ...task(), dueOn: '2199-01-01' }] }),
      422,
      'outside-calendar',
      '/tasks/0/dueOn',
    ],
    ['no task', () => ({ tasks: [] }), 422, 'due-date-required', '/tasks'],
    [
      'a task for nobody',
      () => ({ tasks: [{ ...task(), unitIds: [] }] }),
      400,
      'invalid-request',
      '/tasks/0/unitIds',
    ],
    [
      'an unknown unit',
      () => ({ tasks: [{ ...task(), unitIds: [api.seed.leaders.chairman.id] }] }),
      400,
      'invalid-request',
      '/tasks/0/unitIds/0',
    ],
    [
      'a unit twice',
      () => ({ tasks: [{ ...task(), supportUnitIds: [api.seed.units.unit.id] }] }),
      400,
      'invalid-request',
      '/tasks/0/supportUnitIds/0',
    ],
    [
      'an unknown leader',
      () => ({ directedById: api.seed.units.unit.id }),
      400,
      'invalid-request',
      '/directedById',
    ],
    [
      'a drafter from a unit',
      () => ({ draftedById: api.seed.accounts.unit.id }),
      400,
      'invalid-request',
      '/draftedById',
    ],
    ['an unknown field', () => ({ deadline: '2026-12-01' }), 400, 'invalid-request', '/deadline'],
    ['an unknown kind', () => ({ kind: 'decree' }), 400, 'invalid-request', '/kind'],
    ['a wrong type', () => ({ title: 7 }), 400, 'invalid-request', '/title'],
    ['control characters', () => ({ title: 'a\u0000b' }), 400, 'invalid-request', '/title'],
  ]
  test.each(cases)('%s', async (_name, change, status, name, pointer) => {
    const before = await rows()
    const body = await directiveBody(api, specialist, change())
    const problem = expectProblem(await specialist.post('/api/v1/directives', body), status, name)
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer)
    expect(problem.errors?.every(({ detail }) => detail.length > 5)).toBe(true)
    expect(await rows()).toEqual(before)
  })

  test('all that is wrong is named at once', async () => {
    const body = await directiveBody(api, specialist, {
      number: null,
      files: [],
      tasks: [
        { ...task(), dueOn: null },
        { ...task(), dueOn: '2026-01-01' },
      ],
    })
    const problem = expectProblem(
      await specialist.post('/api/v1/directives', body),
      422,
      'number-required',
    )
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual([
      '/number',
      '/files',
      '/tasks/0/dueOn',
      '/tasks/1/dueOn',
    ])
  })

  test('in the language asked for', async () => {
    const body = await directiveBody(api, specialist, { files: [] })
    const english = await specialist.post('/api/v1/directives', body, {
      'accept-language': 'en-GB,en;q=0.9,vi;q=0.5',
    })
    expect(english.json().title).toBe('Signed file required')
    expect(english.headers['content-language']).toBe('en')
    const vietnamese = await specialist.post('/api/v1/directives', body, {
      'accept-language': 'fr',
    })
    expect(vietnamese.json().title).toBe('Thiếu tệp đã ký')
  })

  test('an opinion poll needs no number', async () => {
    for (const symbol of [null, null, 'PLYK', 'PLYK']) {
      await enter(api, specialist, { kind: 'opinion_poll', number: null, symbol })
    }
  })

  test('the same number and symbol in the same year, however written', async () => {
    const first = await enter(api, specialist, { number: '08', symbol: 'TB-VPUBND' })
    const before = await rows()
    const twin = await directiveBody(api, specialist, {
      number: '8',
      symbol: 'tb - vpubnd',
      issuedOn: '2026-11-02',
    })
    const problem = expectProblem(
      await specialist.post('/api/v1/directives', twin),
      409,
      'duplicate-document',
    )
    expect(problem.detail).toContain(first.id)
    expect(problem.detail).toContain(first.title)
    expect(await rows()).toEqual(before)
    await enter(api, specialist, { number: '8', symbol: 'TB-VPUBND', issuedOn: '2025-11-03' })
  })

  test('two clerks at once: one enters it, the other is told', async () => {
    const bodies = await Promise.all(
      [1, 2, 3].map(() => directiveBody(api, specialist, { number: '777', symbol: 'UBND-KT' })),
    )
    const answers = await Promise.all(
      bodies.map((body) => specialist.post('/api/v1/directives', body)),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409])
  })

  test('a file somebody else uploaded is not attached', async () => {
    const file = await signedFile(api, unit)
    const body = await directiveBody(api, specialist, { files: [file] })
    const problem = expectProblem(
      await specialist.post('/api/v1/directives', body),
      400,
      'invalid-request',
    )
    expect(problem.errors?.[0]?.pointer).toBe('/files/0/fileId')
  })

  test('a signature is demanded only when the office says so', async () => {
    const admin = await api.signInAs('admin')
    const settings = await admin.get('/api/v1/settings')
    const { version, ...values } = settings.json()
    const save = (change: object, tag: number) =>
      admin.put('/api/v1/settings', { ...values, ...change }, { 'if-match': `"${tag}"` })
    expect((await save({ requireSignedDirectives: true }, version)).statusCode).toBe(200)
    const body = await directiveBody(api, specialist)
    expectProblem(await specialist.post('/api/v1/directives', body), 422, 'signature-required')
    expect((await save({}, version + 1)).statusCode).toBe(200)
    expect((await specialist.post('/api/v1/directives', body)).json().warnings).toHaveLength(1)
  })
})

describe('acts that come at the wrong time', () => {
  const given = async () => (await enter(api, specialist)).tasks[0].assignments[0].id as string
  const sent = async () => report(api, unit, await given())

  test('a second report while one waits', async () => {
    const { id } = await sent()
    const answer = await unit.post(`/api/v1/assignments/${id}/reports`, await reportBody(api, unit))
    expectProblem(answer, 409, 'report-awaiting-review')
    expectProblem(await unit.post(`/api/v1/assignments/${id}/receipt`), 409, 'invalid-transition')
  })

  test('a second verdict, the same or another', async () => {
    const { reports } = await sent()
    const review = (verdict: string) =>
      reviewer.post(`/api/v1/reports/${reports[0].id}/review`, { verdict, comment: 'Chưa đủ' })
    expect((await review('satisfactory')).statusCode).toBe(200)
    expectProblem(await review('satisfactory'), 409, 'already-reviewed')
    expectProblem(await review('unsatisfactory'), 409, 'already-reviewed')
  })

  test('a hundred reviewers at once: one wins', async () => {
    const { reports, id } = await sent()
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        reviewer.post(`/api/v1/reports/${reports[0].id}/review`, {
          verdict: i % 2 ? 'satisfactory' : 'unsatisfactory',
          comment: 'Ý kiến',
        }),
      ),
    )
    const won = answers.filter(({ statusCode }) => statusCode === 200)
    expect(won).toHaveLength(1)
    for (const lost of answers.filter((answer) => answer !== won[0]))
      expectProblem(lost, 409, 'already-reviewed')
    const events = (await reviewer.get(`/api/v1/assignments/${id}/history`)).json().items
    expect(events).toHaveLength(3)
  })

  test('a hundred presses of one key act once and all get the first answer', async () => {
    const id = await given()
    const body = await reportBody(api, unit)
    const headers = { 'idempotency-key': 'bao-cao-lan-1-cua-so-xay-dung' }
    const send = () => unit.post(`/api/v1/assignments/${id}/reports`, body, headers)
    const answers = await Promise.all(Array.from({ length: 100 }, send))
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([201]))
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
    expect(await api.deps.database.prisma.report.count({ where: { assignmentId: id } })).toBe(1)
    const other = await unit.post(
      `/api/v1/assignments/${id}/reports`,
      { ...body, number: '89' },
      headers,
    )
    expectProblem(other, 422, 'idempotency-key-reused')
  })

  test('a verdict without the comment the unit needs', async () => {
    const { reports } = await sent()
    for (const comment of [undefined, null, '', '   ']) {
      const answer = await reviewer.post(`/api/v1/reports/${reports[0].id}/review`, {
        verdict: 'unsatisfactory',
        comment,
      })
      expectProblem(answer, 422, 'comment-required')
    }
  })

  test('a report that lacks what Đ7.5 asks for', async () => {
    const id = await given()
    for (const [change, name, pointer] of [
      [{ files: [] }, 'signed-file-required', '/files'],
      [{ number: null }, 'number-required', '/number'],
      [{ symbol: '' }, 'number-required', '/symbol'],
      [{ issuedOn: '2026-11-24' }, 'issued-in-future', '/issuedOn'],
    ] as const) {
      const answer = await unit.post(
        `/api/v1/assignments/${id}/reports`,
        await reportBody(api, unit, change),
      )
      const problem = expectProblem(answer, 422, name)
      expect(problem.errors?.[0]?.pointer).toBe(pointer)
    }
    expect((await unit.get(`/api/v1/assignments/${id}`)).json().state).toBe('assigned')
  })

  test('reopening or withdrawing what cannot be', async () => {
    const id = await given()
    expectProblem(
      await reviewer.post(`/api/v1/assignments/${id}/reopening`, { reason: 'x' }),
      409,
      'invalid-transition',
    )
    const { reports } = await report(api, unit, id)
    await reviewer.post(`/api/v1/reports/${reports[0].id}/review`, { verdict: 'satisfactory' })
    expectProblem(
      await reviewer.post(`/api/v1/assignments/${id}/withdrawal`, { reason: 'x' }),
      409,
      'invalid-transition',
    )
  })
})

describe('another unit’s assignment is one that does not exist', () => {
  test('in reading and in every act', async () => {
    const id = (await enter(api, specialist)).tasks[0].assignments[0].id as string
    const nothing = '01a00000-0000-7000-8000-000000000000'
    const body = await reportBody(api, otherUnit)
    for (const which of [id, nothing]) {
      for (const answer of [
        await otherUnit.get(`/api/v1/assignments/${which}`),
        await otherUnit.get(`/api/v1/assignments/${which}/history`),
        await otherUnit.post(`/api/v1/assignments/${which}/receipt`),
        await otherUnit.post(`/api/v1/assignments/${which}/reports`, body),
      ]) {
        expectProblem(answer, 404, 'not-found')
      }
    }
    const listed = await otherUnit.get(`/api/v1/assignments?unitId=${api.seed.units.unit.id}`)
    expect(listed.json()).toMatchObject({ items: [], total: 0 })
    const counted = await otherUnit.get(`/api/v1/statistics?unitId=${api.seed.units.unit.id}`)
    expect(counted.json().totals.total).toBe(0)
  })

  test('nor are the files of its orders and reports', async () => {
    const directive = await enter(api, specialist)
    const answer = await report(api, unit, directive.tasks[0].assignments[0].id)
    for (const { id } of [directive.files[0], answer.reports[0].files[0]]) {
      expectProblem(await otherUnit.get(`/api/v1/files/${id}`), 404, 'not-found')
      expectProblem(await otherUnit.get(`/api/v1/files/${id}/content`), 404, 'not-found')
      expect((await unit.get(`/api/v1/files/${id}/content`)).statusCode).toBe(200)
    }
  })
})

describe('edits', () => {
  test('without the version, with an old one, by somebody else', async () => {
    const { id } = await enter(api, specialist)
    const edit = (title: string, headers: Record<string, string> = {}, client = specialist) =>
      client.patch(`/api/v1/directives/${id}`, { title }, headers)
    expectProblem(await edit('a'), 428, 'precondition-required')
    expect((await edit('Tên mới', { 'if-match': '"1"' })).headers.etag).toBe('"2"')
    expectProblem(await edit('Tên khác', { 'if-match': '"1"' }), 412, 'stale')
    expectProblem(await edit('Tên khác', { 'if-match': '"2"' }, reviewer), 403, 'forbidden')
    expect((await specialist.get(`/api/v1/directives/${id}`)).json().title).toBe('Tên mới')
  })

  test('of two at once one wins', async () => {
    const { id } = await enter(api, specialist)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        specialist.patch(`/api/v1/directives/${id}`, { title: `Tên ${i}` }, { 'if-match': '"1"' }),
      ),
    )
    const codes = answers.map(({ statusCode }) => statusCode).sort()
    expect(codes).toEqual([200, ...Array(19).fill(412)])
  })

  test('the rules hold for what an edit leaves', async () => {
    const { id } = await enter(api, specialist)
    const edit = (change: object) =>
      specialist.patch(`/api/v1/directives/${id}`, change, { 'if-match': '"1"' })
    for (const number of [null, '']) expectProblem(await edit({ number }), 422, 'number-required')
    expectProblem(await edit({ files: [] }), 422, 'signed-file-required')
    expectProblem(await edit({ issuedOn: '2026-11-24' }), 422, 'issued-in-future')
  })
})

describe('requests that cannot be read', () => {
  test('a value of the wrong type is said to be that, one that is not there to be missing', async () => {
    const vietnamese = await reviewer.put('/api/v1/me/notification-settings', { email: 1 })
    expect(expectProblem(vietnamese, 400, 'invalid-request').errors).toEqual([
      { pointer: '/email', detail: 'Giá trị không đúng kiểu.' },
      { pointer: '/kinds', detail: 'Thiếu trường này.' },
    ])
  })

  test('broken JSON, a wrong media type, a wrong id, a wrong cursor, an unknown filter', async () => {
    const broken = await api.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { 'content-type': 'application/json' },
      payload: '{"username":',
    })
    expect(expectProblem(broken, 400, 'invalid-request').errors?.[0]?.detail).toContain('JSON')
    const xml = await api.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { 'content-type': 'application/xml' },
      payload: '<a/>',
    })
    expectProblem(xml, 400, 'invalid-request')
    for (const url of [
      '/api/v1/assignments/nope',
      '/api/v1/assignments?cursor=nope',
      '/api/v1/assignments?cursor=W10',
      '/api/v1/assignments?status=nope',
      '/api/v1/assignments?limit=201',
      '/api/v1/assignments?nope=1',
      '/api/v1/statistics?from=2026-12-01&to=2026-11-01',
      '/api/v1/directives?issuedFrom=2026-02-30',
    ]) {
      expectProblem(await reviewer.get(url), 400, 'invalid-request')
    }
    expectProblem(await reviewer.get('/api/v1/nothing-here'), 404, 'not-found')
  })

  test('files: not what the name says, too large, empty', async () => {
    const lie = await upload(api, unit, Buffer.from('<script>alert(1)</script>'), {
      name: 'van-ban.pdf',
    })
    expectProblem(lie, 415, 'file-type-not-allowed')
    const large = Buffer.concat([await makePdf('to'), Buffer.alloc(51 * 1024 * 1024)])
    expectProblem(await upload(api, unit, large), 413, 'file-too-large')
    expectProblem(await upload(api, unit, Buffer.alloc(0)), 400, 'invalid-request')
  })
})
