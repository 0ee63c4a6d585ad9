import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, expectProblem } from './support/line.ts'
import { wholeDatabase } from './support/whole-database.ts'

let api: TestApp
let admin: Client

beforeAll(async () => {
  api = await startTestApp()
  admin = await api.signInAs('admin')
})
afterAll(() => api.close())

const imports = '/api/v1/calendar/imports'
const why = { reason: 'Thông báo nghỉ lễ năm 2027', document: '123/TB-BNV' }
const csv = (content: string, year = 2027) => ({ year, format: 'csv', content, ...why })
const ics = (...events: string[]) => ({
  year: 2027,
  format: 'ics',
  content: `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//VI\r\n${events.join('')}END:VCALENDAR\r\n`,
  ...why,
})
const event = (...lines: string[]) => `BEGIN:VEVENT\r\n${lines.join('\r\n')}\r\nEND:VEVENT\r\n`
const year = async (of = 2027) => (await admin.get(`/api/v1/calendar/${of}`)).json()
const tag = async () => ({ 'if-match': `"${(await year()).version}"` })

async function preview(body: object) {
  const answer = await admin.post(`${imports}?preview=true`, body)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const daysOf = ({ days }: { days: { date: string; kind: string; name: string }[] }) =>
  days.map(({ date, kind, name }) => `${date} ${kind} ${name}`)

const tet = ['2027-02-04 off Tết', '2027-02-20 make_up Làm bù']

describe('a year in a file', () => {
  test.each([
    ['commas', 'Ngày,Loại ngày,Tên\n2027-02-04,nghỉ,Tết\n2027-02-20,làm bù,Làm bù\n'],
    ['English words', 'date,kind,name\n2027-02-04,off,Tết\n2027-02-20,make-up,Làm bù'],
    [
      'what Vietnamese Excel writes',
      '\uFEFFNgày;Loại ngày;Tên\r\n04/02/2027;nghỉ;Tết\r\n20/02/2027;làm bù;Làm bù\r\n;;\r\n',
    ],
    [
      'tabs and other columns',
      'Tên\tGhi chú\tLoại\tNgày\nTết\tx\tNGHI\t4/2/2027\nLàm bù\t\tlam bu\t20.02.2027',
    ],
    [
      'quotes, decomposed letters',
      'Ngày,Loại ngày,Tên\n"2027-02-04","nghỉ","Tết"\n2027-02-20,làm bù,Làm bù'.normalize('NFD'),
    ],
  ])('is read: %s', async (_, content) => {
    const { year: after, moved } = await preview(csv(content))
    expect(after.days.filter(({ kind }: { kind: string }) => kind !== 'working')).toHaveLength(2)
    expect(daysOf(after)).toEqual(expect.arrayContaining(tet))
    expect(after).toMatchObject({ basis: 'announced', awaiting: false, announcement: why })
    expect(moved.total).toBe(0)
  })

  test('is read from iCalendar, a span day by day up to its end', async () => {
    const { year: after } = await preview(
      ics(
        event('UID:1', 'DTSTART;VALUE=DATE:20270204', 'DTEND;VALUE=DATE:20270209', 'SUMMARY:Tết'),
        event('UID:2', 'DTSTART;VALUE=DATE:20270220', 'SUMMARY:Làm bù cho thứ Sáu'),
        event('UID:3', 'DTSTART;VALUE=DATE:20270227', 'SUMMARY:Bù', 'CATEGORIES:Make-up'),
        event('UID:4', 'DTSTART;VALUE=DATE:20270302', 'DURATION:P2D', 'SUMMARY:Nghỉ, làm bù 20/02'),
        event('UID:5', 'DTSTART;VALUE=DATE:20270310', 'STATUS:CANCELLED', 'SUMMARY:Bỏ'),
      ),
    )
    const special = daysOf(after).filter((day) => !day.includes(' working '))
    expect(special).toEqual([
      '2027-02-04 off Tết',
      '2027-02-05 off Tết',
      '2027-02-06 off Tết',
      '2027-02-07 off Tết',
      '2027-02-08 off Tết',
      '2027-02-20 make_up Làm bù cho thứ Sáu',
      '2027-02-27 make_up Bù',
      '2027-03-02 off Nghỉ, làm bù 20/02',
      '2027-03-03 off Nghỉ, làm bù 20/02',
    ])
  })

  const header = 'Ngày;Loại ngày;Tên\r\n'
  test.each<[string, object, string[]]>([
    ['empty', csv(''), ['/content']],
    ['of blanks', csv(' \n\n'), ['/content']],
    ['with a header alone', csv(header), ['/content']],
    ['without a header', csv('04/02/2027;nghỉ;Tết'), ['/content/line/1']],
    ['with half a header', csv('\nNgày;Tên\n04/02/2027;Tết'), ['/content/line/2']],
    ['too large', csv(header + 'x'.repeat(200_000)), ['/content']],
    ['with a wrong date', csv(`${header}30/02/2027;nghỉ;Tết`), ['/content/line/2']],
    ['with another year', csv(`${header}04/02/2028;nghỉ;Tết`), ['/content/line/2']],
    ['with an unknown kind', csv(`${header}04/02/2027;lễ;Tết`), ['/content/line/2']],
    [
      'with a date twice',
      csv(`${header}04/02/2027;nghỉ;Tết\r\n\r\n2027-02-04;nghỉ;Tết`),
      ['/content/line/4'],
    ],
    ['with a make-up weekday', csv(`${header}04/02/2027;làm bù;Bù`), ['/content/line/2']],
    ['with a name missing', csv(`${header}04/02/2027;nghỉ;`), ['/content/line/2']],
    [
      'with a name too long',
      csv(`${header}04/02/2027;nghỉ;${'x'.repeat(121)}`),
      ['/content/line/2'],
    ],
    [
      'with signs that cannot be kept',
      csv(`${header}04/02/2027;nghỉ;T\u0000t`),
      ['/content/line/2'],
    ],
    ['with open quotes', csv(`${header}04/02/2027;nghỉ;"Tết`), ['/content/line/2']],
    [
      'with several wrong rows, each named',
      csv(`${header}xx;nghỉ;Tết\r\n05/02/2027;nghỉ;Tết\r\n06/02/2026;nghỉ;Tết\r\n08/02/2027;;\r\n`),
      ['/content/line/2', '/content/line/4', '/content/line/5'],
    ],
    ['that is no iCalendar', { ...ics(), content: 'xin chào' }, ['/content']],
    ['that is another component', { ...ics(), content: 'BEGIN:VCARD\r\nEND:VCARD' }, ['/content']],
    ['without events', ics(), ['/content']],
    [
      'with a repeating event',
      ics(event('UID:1', 'DTSTART;VALUE=DATE:20270204', 'RRULE:FREQ=YEARLY', 'SUMMARY:Tết')),
      ['/content/line/4'],
    ],
    [
      'with an event at a time of day',
      ics(event('DTSTART:20270204T010000Z', 'SUMMARY:Họp')),
      ['/content/line/4'],
    ],
    [
      'with an endless event',
      ics(event('DTSTART;VALUE=DATE:20270204', 'DTEND;VALUE=DATE:29990204', 'SUMMARY:Nghỉ')),
      ['/content/line/4'],
    ],
    [
      'with events that meet',
      ics(
        event('DTSTART;VALUE=DATE:20270205', 'DTEND;VALUE=DATE:20270208', 'SUMMARY:Tết'),
        event('DTSTART;VALUE=DATE:20270206', 'SUMMARY:Làm bù'),
      ),
      ['/content/line/9'],
    ],
    [
      'with events on days that do not exist',
      ics(
        event('DTSTART;VALUE=DATE:20270230', 'SUMMARY:Tết'),
        event('DTSTART;VALUE=DATE:Tết', 'SUMMARY:Tết'),
        event('DTSTART;VALUE=DATE:20270204', 'DTEND;VALUE=DATE:mai', 'SUMMARY:Tết'),
        event('DTSTART;VALUE=DATE:20270204', 'DURATION:lâu', 'SUMMARY:Tết'),
      ),
      ['/content/line/4', '/content/line/8', '/content/line/12', '/content/line/17'],
    ],
    [
      'of another year, with what should be text said to be a date',
      ics(
        event(
          'DTSTART;VALUE=DATE:20260204',
          'SUMMARY;VALUE=DATE:Tết',
          'STATUS;VALUE=DATE:x',
          'CATEGORIES;VALUE=DATE:x',
        ),
      ),
      ['/content/line/4'],
    ],
    ['with an event without a day', ics(event('SUMMARY:Tết')), ['/content/line/4']],
  ])('%s is refused, and nothing is changed', async (_, body, pointers) => {
    const untouched = await wholeDatabase(api.deps.database)
    for (const query of ['', '?preview=true']) {
      const answer = await admin.post(`${imports}${query}`, body, await tag())
      const { errors } = expectProblem(answer, 422, 'calendar-import-refused')
      expect(errors?.map(({ pointer }) => pointer)).toEqual(pointers)
      for (const { detail } of errors ?? []) expect(detail).not.toMatch(/\{\w+\}/)
    }
    expect(await wholeDatabase(api.deps.database)).toEqual(untouched)
  })

  test('wants a reason, a document, a year of the calendar and the version', async () => {
    const good = csv(`${header}04/02/2027;nghỉ;Tết`)
    expectProblem(await admin.post(imports, good), 428, 'precondition-required')
    expectProblem(await admin.post(imports, good, { 'if-match': '"9"' }), 412, 'stale')
    const asked = (change: object) => admin.post(`${imports}?preview=true`, { ...good, ...change })
    expectProblem(await asked({ reason: '' }), 422, 'reason-required')
    const { errors } = expectProblem(await asked({ document: '' }), 400, 'invalid-request')
    expect(errors).toMatchObject([{ pointer: '/document' }])
    expectProblem(await asked({ year: 2061 }), 422, 'outside-calendar')
    const large = await asked({ content: 'x'.repeat(1_100_000) })
    expectProblem(large, 413, 'request-too-large')
  })

  test('makes the year official, and moves what is owed in it', async () => {
    const specialist = await api.signInAs('specialist')
    const order = await enter(api, specialist, {
      tasks: [
        { content: 'Trước Tết', dueOn: '2027-02-04', unitIds: [api.seed.units.unit.id] },
        { content: 'Giỗ Tổ', dueOn: '2027-04-16', unitIds: [api.seed.units.unit.id] },
      ],
    })
    const due = async () =>
      (await specialist.get(`/api/v1/directives/${order.id}`))
        .json()
        .tasks.map(
          (task: { assignments: { effectiveDueOn: string }[] }) =>
            task.assignments[0]?.effectiveDueOn,
        )
    expect(await due()).toEqual(['2027-02-11', '2027-04-19'])
    expect(await year()).toMatchObject({ basis: 'rule', awaiting: true, announcement: null })
    const body = csv(
      `${header}03/02/2027;nghỉ;Tết\r\n04/02/2027;nghỉ;Tết\r\n05/02/2027;nghỉ;Tết\r\n20/02/2027;làm bù;Làm bù`,
    )
    const foreseen = await preview(body)
    const key = { 'idempotency-key': 'nhap-lich-2027', ...(await tag()) }
    const saved = await admin.post(imports, body, key)
    expect(saved.json().moved).toEqual(foreseen.moved)
    expect(saved.json().moved.total).toBe(2)
    expect((await admin.post(imports, body, key)).body).toBe(saved.body)
    expect(await due()).toEqual(['2027-02-08', '2027-04-16'])
    const after = await year()
    expect(after).toMatchObject({
      version: 2,
      basis: 'announced',
      awaiting: false,
      awaitingYears: [],
      announcement: { ...why, recordedAt: api.clock.now.toISOString() },
    })
    expect(saved.json().year).toEqual(after)
    const assignment = order.tasks[0].assignments[0].id
    const { items } = (await specialist.get(`/api/v1/assignments/${assignment}/history`)).json()
    expect(items.at(-1)).toMatchObject({
      type: 'assignment.calendar_changed',
      after: { calendarYear: 2027, ...why },
    })
  })

  test('once more leaves no trace', async () => {
    const exported = await admin.get('/api/v1/calendar/2027/export')
    const untouched = await wholeDatabase(api.deps.database)
    const again = await admin.post(imports, csv(exported.body), await tag())
    expect(again.json()).toMatchObject({ version: 2, moved: { total: 0 } })
    expect(await wholeDatabase(api.deps.database)).toEqual(untouched)
  })

  test('can be exported, a formula kept from being one, and comes back as it was', async () => {
    const edit = { kind: 'off', name: '=1+1', reason: 'Thử' }
    await admin.put('/api/v1/calendar/days/2027-03-05', edit, await tag())
    const before = await year()
    for (const language of ['vi', 'en']) {
      const headers = { 'accept-language': language }
      const exported = await admin.get('/api/v1/calendar/2027/export', headers)
      expect(exported.headers['content-type']).toBe('text/csv; charset=utf-8')
      expect(exported.headers['content-disposition']).toContain('lich-lam-viec-2027.csv')
      expect(exported.body).toMatch(/^\uFEFF/)
      expect(exported.body).toContain('2027-03-05,')
      expect(exported.body).toContain("'=1+1")
      const { year: after } = await preview(csv(exported.body))
      expect(after.days).toEqual(before.days)
    }
  })
})

describe('a year that is official as it stands', () => {
  test('is confirmed without changing a day', async () => {
    api.clock.set('2027-10-01T02:00:00.000Z')
    expect(await year(2028)).toMatchObject({ basis: 'rule', awaiting: true })
    expect((await year(2027)).awaitingYears).toEqual([2028])
    const url = '/api/v1/calendar/2028/announcement'
    const asked = await admin.put(`${url}?preview=true`, why)
    expect(asked.json().year).toMatchObject({ basis: 'announced', announcement: why })
    expectProblem(
      await admin.put(url, { ...why, reason: null }, await tag()),
      422,
      'reason-required',
    )
    expectProblem(await admin.put(url, why), 428, 'precondition-required')
    const days = (await year(2028)).days
    const saved = await admin.put(url, why, await tag())
    expect(saved.json().moved.total).toBe(0)
    expect(await year(2028)).toMatchObject({ days, basis: 'announced', awaiting: false })
    const { version } = await year()
    expect((await admin.put(url, why, await tag())).json().version).toBe(version)
    const other = { ...why, document: '5/TB-BNV' }
    expect((await admin.put(url, other, await tag())).json().version).toBe(version + 1)
    expectProblem(
      await admin.put('/api/v1/calendar/2061/announcement', why, await tag()),
      422,
      'outside-calendar',
    )
  })
})
