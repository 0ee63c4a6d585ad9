import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportsService } from '../src/modules/exports/exports.service.ts'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, expectProblem, report } from './support/line.ts'
import { dateOf, readParts, readSheet } from './support/read-xlsx.ts'

/* Lists to take away: what is in them is what the list shows, cell by cell. */

let api: TestApp
let specialist: Client
let reviewer: Client
let unit: Client
let otherUnit: Client

const long = `${'Nội dung rất dài. '.repeat(277)}hết`
const hostile = [
  '=HYPERLINK("http://evil.example","bấm")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(A1); =HYPERLINK("http://evil.example")',
  '＝1+1',
  '- Rà soát "toàn bộ", báo cáo;\ndòng hai\tcó tab',
  '😀 <b>&amp; _x0041_ ]]> Ủy ban',
  'Ủy ban nhân dân Tỉnh'.normalize('NFD'),
  long,
]

beforeAll(async () => {
  api = await startTestApp()
  specialist = await api.signInAs('specialist')
  reviewer = await api.signInAs('reviewer')
  unit = await api.signInAs('unit')
  otherUnit = await api.signInAs('otherUnit')
  const { units } = api.seed
  const entered = await enter(api, specialist, {
    number: '08',
    title: 'Kết luận về "giải ngân", đầu tư công',
    tasks: hostile.map((content, index) => ({
      content,
      dueOn: `2026-12-${String(5 + index).padStart(2, '0')}`,
      unitIds: [units.unit.id],
    })),
  })
  await report(api, unit, entered.tasks[0].assignments[0].id, { number: '88', symbol: 'BC-SXD' })
  await enter(api, specialist, {
    number: null,
    symbol: null,
    kind: 'opinion_poll',
    tasks: [
      { content: 'Việc của đơn vị khác', dueOn: '2026-12-30', unitIds: [units.otherUnit.id] },
    ],
  })
  await enter(api, specialist, {
    visibility: 'internal',
    title: 'Văn bản mật',
    tasks: [{ content: 'Việc mật', dueOn: '2026-12-31', unitIds: [units.unit.id] }],
  })
  api.clock.set('2026-11-23T02:00:01.000Z')
})
afterAll(() => api.close())

const office = '/api/v1/assignments/export'
const ofPublic = '/api/public/v1/assignments'

async function csvOf(client: Pick<Client, 'get'>, url: string, headers = {}) {
  const answer = await client.get(url, headers)
  expect(answer.statusCode, answer.body).toBe(200)
  const [titles = [], ...rows] = parse(answer.rawPayload, { bom: true }) as string[][]
  const objects = rows.map((row) => Object.fromEntries(titles.map((name, at) => [name, row[at]])))
  return { answer, titles, rows: objects }
}

describe('XLSX', () => {
  test('has typed cells under a frozen header, with a filter on every column', async () => {
    const answer = await reviewer.get(`${office}?format=xlsx`)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-row-count': '11',
      'content-disposition': `attachment; filename="Danh sach nhiem vu 2026-11-23.xlsx"; filename*=UTF-8''Danh%20s%C3%A1ch%20nhi%E1%BB%87m%20v%E1%BB%A5%202026-11-23.xlsx`,
    })
    const { xml, cells, rows } = await readSheet(answer.rawPayload)
    expect(rows[0]?.[0]).toBe('DANH SÁCH NHIỆM VỤ DO ỦY BAN NHÂN DÂN TỈNH GIAO')
    expect(rows[1]?.[0]).toBe('Tính đến 09:00 ngày 23/11/2026')
    expect(rows[2]?.slice(0, 4)).toEqual(['STT', 'Số, ký hiệu', 'Loại văn bản', 'Tên văn bản'])
    expect(xml).toContain(
      '<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>',
    )
    expect(xml).toContain('<autoFilter ref="A3:X14"/>')
    expect(cells.get('A4')).toMatchObject({ type: null, value: '1' })
    expect(cells.get('B4')).toMatchObject({ type: 'inlineStr', value: '08/TB-VPUBND' })
    expect(cells.get('D4')?.value).toBe('Kết luận về "giải ngân", đầu tư công')
    // Issued on, due: days as numbers, shown day first.
    expect(dateOf(cells.get('E4')?.value)).toBe('2026-11-20')
    expect(cells.get('E4')?.type).toBe(null)
    expect(dateOf(cells.get('K4')?.value)).toBe('2026-12-05')
    expect(dateOf(cells.get('L4')?.value)).toBe('2026-12-07')
    // Reported at 09:00 in Việt Nam: a day and three eighths of one.
    expect(dateOf(cells.get('P4')?.value)).toBe('2026-11-23')
    expect(Number(cells.get('P4')?.value) % 1).toBeCloseTo(9 / 24, 6)
    expect(cells.get('U4')?.value).toBe('88/BC-SXD')
    expect(cells.get('X4')).toMatchObject({ type: 'str', value: 'Mở' })
    expect(cells.get('X4')?.formula).toMatch(
      /^HYPERLINK\("http:\/\/localhost:3000\/nhiem-vu\/[\w-]+","Mở"\)$/,
    )
  })

  test('keeps hostile text as the text it is, and never as a formula', async () => {
    const answer = await reviewer.get(`${office}?format=xlsx`)
    const { cells, rows } = await readSheet(answer.rawPayload)
    const contents = rows.slice(3, 3 + hostile.length).map((row) => row[6])
    expect(contents).toEqual(hostile.map((content) => content.normalize('NFC')))
    const formulas = [...cells].filter(([, { formula }]) => formula !== null)
    expect(formulas.every(([at]) => at.startsWith('X'))).toBe(true)
  })

  test('is a package as its kind is known by', async () => {
    const parts = await readParts((await reviewer.get(`${office}?format=xlsx`)).rawPayload)
    expect([...parts.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/core.xml',
      'xl/styles.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/workbook.xml',
    ])
    expect(parts.get('xl/workbook.xml')).toContain('<sheet name="Nhiệm vụ" sheetId="1"')
    expect(parts.get('xl/workbook.xml')).toContain("'Nhiệm vụ'!$3:$3</definedName>")
  })
})

describe('CSV', () => {
  test('is UTF-8 with a byte order mark, lines ended by CRLF, safe from formulas', async () => {
    const { answer, titles, rows } = await csvOf(reviewer, `${office}?format=csv`)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    // Those that end a row, and no other.
    expect(answer.body.split('\r\n')).toHaveLength(1 + 11 + 1)
    expect(titles).toContain('Nội dung nhiệm vụ')
    expect(rows.slice(0, hostile.length).map((row) => row['Nội dung nhiệm vụ'])).toEqual(
      hostile.map((content) =>
        (/^[=+\-@＝]/.test(content) ? `'${content}` : content)
          .replace('; =', "; '=")
          .normalize('NFC'),
      ),
    )
    expect(rows[0]).toMatchObject({
      STT: '1',
      'Ngày ban hành': '2026-11-20',
      'Thời hạn': '2026-12-05',
      'Báo cáo lúc': '2026-11-23 09:00:00',
      'Tình trạng': 'Chờ xác nhận',
      'Trạng thái': 'Đã báo cáo',
      'Văn bản trả lời': '88/BC-SXD',
      'Liên kết': expect.stringMatching(/^http:\/\/localhost:3000\/nhiem-vu\//),
    })
  })

  test('speaks English where it is asked to', async () => {
    const { answer, rows } = await csvOf(reviewer, `${office}?format=csv`, {
      'accept-language': 'en',
    })
    expect(answer.headers['content-disposition']).toContain('filename="Tasks 2026-11-23.csv"')
    expect(rows[0]).toMatchObject({ Status: 'Awaiting review', Kind: 'Conclusion notice' })
  })
})

describe('the register', () => {
  const titles = [
    'Số đến',
    'Tên loại, số và ký hiệu, ngày tháng, cơ quan ban hành',
    'Đơn vị nhận',
    'Thời hạn giải quyết',
    'Tiến độ',
    'Số, ký hiệu văn bản trả lời',
    'Ghi chú',
  ]

  test('has the seven columns of its form, with its name above them', async () => {
    const answer = await unit.get(`${office}?layout=register&format=xlsx`)
    const { rows, xml } = await readSheet(answer.rawPayload)
    expect(rows[0]?.[0]).toBe('SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN')
    expect(rows[1]?.[0]).toBe(api.seed.units.unit.name)
    expect(rows[4]).toEqual(titles)
    expect(rows[5]).toEqual([
      null,
      'Thông báo kết luận số 08/TB-VPUBND ngày 20/11/2026 của Ủy ban nhân dân Tỉnh\nKết luận về "giải ngân", đầu tư công',
      api.seed.units.unit.name,
      expect.any(String),
      'Chờ xác nhận',
      '88/BC-SXD ngày 23/11/2026',
      hostile[0],
    ])
    expect(xml).toContain('<mergeCell ref="A1:G1"/>')
  })

  test('is in Vietnamese whoever asks: it is a form', async () => {
    const english = { 'accept-language': 'en' }
    const csv = await csvOf(unit, `${office}?layout=register&format=csv`, english)
    expect(csv.titles).toEqual(titles)
    expect(csv.rows[0]?.['Tiến độ']).toBe('Chờ xác nhận')
    const document = csv.rows.at(-1)?.['Tên loại, số và ký hiệu, ngày tháng, cơ quan ban hành']
    expect(document).toMatch(/^Thông báo kết luận số /)
  })
})

describe('who takes away what', () => {
  test('a unit takes its own alone, whatever it asks for', async () => {
    const { units } = api.seed
    const own = await csvOf(otherUnit, `${office}?format=csv`)
    expect(own.rows.map((row) => row['Nội dung nhiệm vụ'])).toEqual(['Việc của đơn vị khác'])
    for (const asked of [`unitId=${units.unit.id}`, 'unitType=ward&units=by_successor']) {
      const { answer, rows } = await csvOf(otherUnit, `${office}?format=csv&${asked}`)
      expect(rows.every((row) => row['Mã đơn vị'] === units.otherUnit.code)).toBe(true)
      expect(answer.body).not.toContain('Rà soát')
    }
  })

  test('the public never takes what is internal, nor what only the office reads', async () => {
    for (const format of ['csv', 'xlsx']) {
      const answer = await api.anonymous.get(`${ofPublic}.${format}`)
      expect(answer.statusCode).toBe(200)
      expect(answer.headers).toMatchObject({
        'x-row-count': '10',
        'access-control-allow-origin': '*',
        'access-control-expose-headers': expect.stringContaining('X-Row-Count'),
      })
      const shown = format === 'csv' ? answer.body : (await readSheet(answer.rawPayload)).xml
      expect(shown).not.toMatch(/mật/)
      expect(shown).not.toMatch(/Lý do thu hồi|van-ban\.pdf/)
      expect(shown).toContain('/cong-khai/nhiem-vu/')
    }
  })

  test('what is hidden while it is written is left out too', async () => {
    const { units } = api.seed
    const tasks = [{ content: 'Việc sắp ẩn', dueOn: '2026-12-20', unitIds: [units.unit.id] }]
    const order = await enter(api, specialist, { tasks })
    const query = { sort: 'dueOn', units: 'as_assigned' } as const
    const file = await exportsService(api.deps).takePublic(query, 'csv', 'vi')
    const change = { visibility: 'internal' }
    const ifMatch = { 'if-match': `"${order.version}"` }
    const hidden = await specialist.patch(`/api/v1/directives/${order.id}`, change, ifMatch)
    expect(hidden.statusCode, hidden.body).toBe(200)
    const written = await text((file.content as () => Readable)())
    expect(written).toContain('Việc của đơn vị khác')
    expect(written).not.toContain('Việc sắp ẩn')
  })

  test('public filters narrow as they narrow the list', async () => {
    for (const asked of [
      'q=rà soát',
      'status=awaiting_review',
      `unit=${api.seed.units.otherUnit.code}`,
      'dueFrom=2026-12-08&dueTo=2026-12-10',
      'kind=opinion_poll',
      'sort=-dueOn',
      'updatedSince=2026-11-23T02:00:00Z',
    ]) {
      const list = (await api.anonymous.get(`${ofPublic}?${encodeURI(asked)}&limit=200`)).json()
      const { rows } = await csvOf(api.anonymous, `${ofPublic}.csv?${encodeURI(asked)}`)
      expect(rows.map((row) => row['Liên kết']?.split('/').pop())).toEqual(
        list.items.map(({ id }: { id: string }) => id),
      )
    }
  })
})

describe('what is in it', () => {
  test.each([
    '',
    'sort=-dueOn',
    'sort=-issuedOn',
    'sort=submittedAt',
    'sort=-submittedAt',
    'status=awaiting_review',
    'q=giai ngan',
    'unitType=department',
    'units=by_successor',
    'asOf=2026-11-23T01:59:59.000Z',
  ])('is what the list shows, in its order: %s', async (asked) => {
    const list = (await reviewer.get(`/api/v1/assignments?limit=200&${asked}`)).json()
    const { rows } = await csvOf(reviewer, `${office}?format=csv&${asked}`)
    expect(rows.map((row) => row['Liên kết']?.split('/').pop())).toEqual(
      list.items.map(({ id }: { id: string }) => id),
    )
  })

  test('stays what it was at the instant asked about', async () => {
    api.clock.set('2026-11-23T03:00:00.000Z')
    const before = await csvOf(reviewer, `${office}?format=csv&asOf=2026-11-23T02:30:00.000Z`)
    const [first] = (await unit.get('/api/v1/assignments?state=assigned')).json().items
    await unit.post(`/api/v1/assignments/${first.id}/receipt`)
    await report(api, unit, first.id, { number: '99' })
    api.clock.set('2026-11-23T04:00:00.000Z')
    const after = await csvOf(reviewer, `${office}?format=csv&asOf=2026-11-23T02:30:00.000Z`)
    expect(after.answer.body).toBe(before.answer.body)
    expect((await csvOf(reviewer, `${office}?format=csv`)).answer.body).toContain('99/BC-SXD')
  })

  test('is nothing but the titles where nothing is meant', async () => {
    const { answer, rows } = await csvOf(reviewer, `${office}?format=csv&q=khongcogi`)
    expect(rows).toEqual([])
    expect(answer.headers['x-row-count']).toBe('0')
    const sheet = await reviewer.get(`${office}?format=xlsx&q=khongcogi`)
    expect((await readSheet(sheet.rawPayload)).rows).toHaveLength(3)
  })
})

test('HEAD says how many rows there would be, and writes none', async () => {
  const headers = (await api.signInAs('reviewer')).headers
  const url = `${office}?format=csv`
  const statements = await api.countStatements(async () => {
    const answer = await api.app.inject({ method: 'HEAD', url, headers })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['x-row-count']).toBe('12')
    expect(answer.body).toBe('')
  })
  expect(statements).toBeLessThanOrEqual(12)
})

test.each([
  ['format=pdf', '/format'],
  ['layout=wide', '/layout'],
  ['limit=5', '/limit'],
  ['asOf=x', '/asOf'],
])('%s is refused at its place', async (asked, pointer) => {
  const problem = expectProblem(await reviewer.get(`${office}?${asked}`), 400, 'invalid-request')
  expect(problem.errors?.[0]?.pointer).toBe(pointer)
})

test('the future is refused', async () => {
  expectProblem(await reviewer.get(`${office}?asOf=2027-01-01`), 422, 'as-of-in-future')
})

test('what follows pages that were hidden meanwhile still comes', async () => {
  const { units } = api.seed
  const given = { dueOn: '2026-11-21', unitIds: [units.unit.id] }
  const tasks = Array.from({ length: 100 }, (_, i) => ({ ...given, content: `Việc sắp ẩn ${i}` }))
  const orders = [1, 2].map(() => enter(api, specialist, { tasks, issuedOn: '2026-11-20' }))
  const entered = await Promise.all(orders)
  const query = { sort: 'dueOn', units: 'as_assigned' } as const
  const file = await exportsService(api.deps).takePublic(query, 'csv', 'vi')
  for (const { id, version } of entered) {
    const ifMatch = { 'if-match': `"${version}"` }
    const url = `/api/v1/directives/${id}`
    const hidden = await specialist.patch(url, { visibility: 'internal' }, ifMatch)
    expect(hidden.statusCode, hidden.body).toBe(200)
  }
  const written = await text((file.content as () => Readable)())
  expect(written).not.toContain('Việc sắp ẩn')
  expect(written).toContain('Việc của đơn vị khác')
})
