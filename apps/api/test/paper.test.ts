import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawDocument } from '../src/documents/draw-document.ts'
import { drawPaper } from '../src/documents/draw-paper.ts'
import { letterhead } from '../src/documents/letterhead.ts'
import type { Paper } from '../src/documents/paper.ts'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, expectProblem, report } from './support/line.ts'
import { readPdf } from './support/read-pdf.ts'
import { readParts, readSheet } from './support/read-xlsx.ts'

/* What is printed says what was counted, letter by letter. */

let api: TestApp
let coordinator: Client
let unit: Client
let drawn: Record<string, string>
/** Both ways to write Ủy, a letter of two marks, Đ, and a name typed in parts (NFD). */
const names = [
  'Uỷ ban nhân dân xã Mỹ Đức Tây',
  'Ủy ban nhân dân phường Mỹ Phước Tây'.normalize('NFD'),
]

beforeAll(async () => {
  api = await startTestApp({ now: '2026-01-05T02:00:00.000Z' })
  coordinator = await api.signInAs('coordinator')
  unit = await api.signInAs('unit')
  const [admin, specialist, reviewer] = await Promise.all([
    api.signInAs('admin'),
    api.signInAs('specialist'),
    api.signInAs('reviewer'),
  ])
  const unitIds = [api.seed.units.unit.id]
  for (const [at, name] of names.entries()) {
    const body = { code: `xa-${at}`, name, shortName: name, type: 'commune' }
    const created = await admin.post('/api/v1/units', body)
    expect(created.statusCode, created.body).toBe(201)
    unitIds.push(created.json().id)
  }
  const on = { issuedOn: '2026-01-05', issuedTime: '09:00' }
  const content = 'Báo cáo kết quả giải ngân <vốn> & tiến độ “quý I”'
  const first = await enter(api, specialist, {
    ...on,
    tasks: [{ content, dueOn: '2026-01-16', unitIds }],
  })
  await enter(api, specialist, {
    ...on,
    visibility: 'internal',
    kind: 'official_letter',
    tasks: [{ content: 'Việc chỉ trong nội bộ', dueOn: '2026-01-20', unitIds }],
  })
  const own = first.tasks[0].assignments.find(
    (one: { unit: { id: string } }) => one.unit.id === api.seed.units.unit.id,
  )
  api.clock.set('2026-01-15T02:00:00.000Z')
  const { reports } = await report(api, unit, own.id, { issuedOn: '2026-01-15' })
  await reviewer.post(`/api/v1/reports/${reports[0].id}/review`, { verdict: 'satisfactory' })
  api.clock.set('2026-02-02T02:00:00.000Z')
  const answer = await coordinator.post('/api/v1/monthly-reports', { month: '2026-01' })
  expect(answer.statusCode, answer.body).toBe(201)
  drawn = answer.json()
})
afterAll(() => api.close())

const exported = (format: string) =>
  coordinator.get(`/api/v1/monthly-reports/${drawn.id}/export?format=${format}`)

const words = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>|<\/w:p>/gs)]
    .map(([, text]) => text ?? ' ')
    .join('')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')

const unspaced = (text: string) => text.replace(/\s/g, '')

/** What stands on the paper, whatever it is drawn as. */
const sentences = [
  'UBND TỈNH ĐỒNG THÁP',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'Đồng Tháp, ngày 02 tháng 02 năm 2026',
  'BÁO CÁO Kết quả theo dõi, đôn đốc thực hiện nhiệm vụ do Ủy ban nhân dân Tỉnh giao tháng 01 năm 2026',
  'Căn cứ Quyết định số 1298/QĐ-UBND-HC ngày 23 tháng 12 năm 2013',
  'Tổng số nhiệm vụ được theo dõi trong tháng 01 năm 2026 là 6 nhiệm vụ, gồm 0 nhiệm vụ của kỳ trước chuyển sang và 6 nhiệm vụ được giao trong kỳ. Tính đến hết ngày 31 tháng 01 năm 2026:',
  'Đã hoàn thành 1 nhiệm vụ, đạt 16,7%; trong đó trước hạn 1, đúng hạn 0, trễ hạn 0 nhiệm vụ.',
  'Quá hạn chưa hoàn thành 5 nhiệm vụ, chiếm 83,3%.',
  'So với tháng 12 năm 2025: số nhiệm vụ được theo dõi tăng 6 (từ 0 lên 6)',
  'Đến hết ngày 31 tháng 01 năm 2026, còn 5 nhiệm vụ quá hạn chưa hoàn thành',
  // Sums of all, in the order of the columns.
  'Tổng cộng 6 1 0 0 0 0 5 0 16,7 100,0',
  'Sở Xây dựng 2 1 0 0 0 0 1 0 50,0 100,0',
  'Báo cáo kết quả giải ngân <vốn> & tiến độ “quý I”',
  '(văn bản nội bộ)',
  'Trên đây là kết quả theo dõi, đôn đốc',
  'Nơi nhận:',
  '- Lưu: VT, HC-TC.',
  'CHÁNH VĂN PHÒNG',
  ...names.map((name) => name.normalize('NFC')),
]

describe('DOCX', () => {
  test('says all of it, in NFC, in the measures of the Decree', async () => {
    const answer = await exported('docx')
    expect(answer.headers['content-disposition']).toContain('bao-cao-2026-1-thang-01-2026.docx')
    const parts = await readParts(answer.rawPayload)
    const xml = parts.get('word/document.xml') ?? ''
    const text = words(xml)
    for (const sentence of sentences) expect(text).toContain(sentence)
    expect(text).toMatch(/Số: +\/BC-VPUBND/)
    expect(text).not.toContain('Việc chỉ trong nội bộ')
    expect(xml).toBe(xml.normalize('NFC'))
    // A4; 20 mm above and below, 30 left, 15 right; none on the first page, then its number.
    expect(xml).toMatch(/<w:pgSz[^>]*w:w="11906" w:h="16838"/)
    expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/)
    expect(xml).toContain('<w:titlePg/>')
    const headers = [...parts].filter(([name]) => /word\/header\d/.test(name))
    expect(headers.map(([, header]) => /PAGE/.test(header)).toSorted()).toEqual([false, true])
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(4 * 2 + 1)
  })
})

describe('PDF', () => {
  test('says all of it, in NFC, with a number on each page but the first', async () => {
    const pages = readPdf((await exported('pdf')).rawPayload)
    const text = pages.join(' ')
    // Lines end at hyphens and strokes too.
    for (const sentence of sentences) expect(unspaced(text)).toContain(unspaced(sentence))
    expect(unspaced(text)).not.toContain(unspaced('Việc chỉ trong nội bộ'))
    expect(text).toBe(text.normalize('NFC'))
    expect(pages.length).toBeGreaterThan(1)
    pages.forEach((page, at) => {
      if (at === 0) expect(page).not.toMatch(/^\d|\d$/)
      else expect(page).toMatch(new RegExp(`^${at + 1} | ${at + 1}$`))
    })
  })

  test('is drawn aside, while others are answered', async () => {
    const drawing = exported('pdf').then(() => 'drawn')
    const answered = api.anonymous.get('/healthz').then(() => 'answered')
    expect(await Promise.race([drawing, answered])).toBe('answered')
    await drawing
  })
})

/** What a formula of a total comes to, by the cells of its sheet. */
function recomputed(formula: string, cells: Awaited<ReturnType<typeof readSheet>>['cells']) {
  const value = (at: string): number => {
    const cell = cells.get(at)
    return cell?.formula ? Number(recomputed(cell.formula, cells)) : Number(cell?.value ?? 0)
  }
  const sum = /^(?:SUM|SUBTOTAL)\((?:\d+,)?([A-Z]+)(\d+):[A-Z]+(\d+)\)$/.exec(formula)
  if (sum) {
    const [, column, first, last] = sum
    let total = 0
    for (let row = Number(first); row <= Number(last); row++) total += value(`${column}${row}`)
    return total
  }
  const share = /^IF\((\(.*?\))=0,"",\(?(.*?)\)?\/(\(.*?\))\)$/.exec(formula)
  if (!share) throw new Error(`No formula of ours: ${formula}`)
  const added = (cellsOf = '') =>
    cellsOf
      .replace(/[()]/g, '')
      .split('+')
      .reduce((total, at) => total + value(at), 0)
  return added(share[1]) === 0 ? '' : added(share[2]) / added(share[3])
}

describe('XLSX', () => {
  test.each([1, 2, 3, 4, 6, 7, 8])(
    'the totals of sheet %i are formulas that agree',
    async (number) => {
      const { cells, xml } = await readSheet((await exported('xlsx')).rawPayload, number)
      const formulas = [...cells.values()].filter(({ formula }) => formula !== null)
      expect(formulas.length).toBeGreaterThan(4)
      for (const { formula, value } of formulas) {
        const again = recomputed(formula ?? '', cells)
        if (again === '') expect(value ?? '').toBe('')
        else expect(Number(value)).toBeCloseTo(again as number, 12)
      }
      expect(xml).toMatch(/<pane [^>]*state="frozen"/)
    },
  )

  test('the totals of units are those of the report', async () => {
    const { rows } = await readSheet((await exported('xlsx')).rawPayload, 1)
    expect(rows.at(-1)?.slice(0, 9)).toEqual(['Tổng cộng', '6', '0', '0', '5', '0', '1', '0', '0'])
    expect(rows.map(([name]) => name)).toEqual(
      expect.arrayContaining(names.map((name) => name.normalize('NFC'))),
    )
  })
})

test('what became internal since is printed no more', async () => {
  const specialist = await api.signInAs('specialist')
  const { items } = (await specialist.get('/api/v1/directives?kind=conclusion_notice')).json()
  const [{ id, version }] = items
  const before = await readSheet((await exported('xlsx')).rawPayload, 5)
  expect(before.rows.flat()).toContain('Báo cáo kết quả giải ngân <vốn> & tiến độ “quý I”')
  const hidden = { visibility: 'internal' }
  const edited = await specialist.patch(`/api/v1/directives/${id}`, hidden, {
    'if-match': `"${version}"`,
  })
  expect(edited.statusCode, edited.body).toBe(200)
  const { rows } = await readSheet((await exported('xlsx')).rawPayload, 5)
  expect(rows).toHaveLength(before.rows.length)
  expect(rows.flat().join()).not.toContain('giải ngân')
})

describe('statistics', () => {
  const asked = (client: Client, format: string, more = '') =>
    client.get(`/api/v1/statistics/export?format=${format}&groupBy=unit${more}`)

  test('are written in each format, saying what they count', async () => {
    const more = `&kind=official_letter&from=2026-01-01&to=2026-01-31&asOf=2026-01-31`
    const said =
      'Số liệu các nhiệm vụ được giao từ ngày 01 tháng 01 năm 2026 đến ngày 31 tháng 01 năm 2026 (loại văn bản: Công văn), tính đến hết ngày 31 tháng 01 năm 2026.'
    const [docx, pdf, xlsx, csv] = await Promise.all(
      ['docx', 'pdf', 'xlsx', 'csv'].map((format) => asked(coordinator, format, more)),
    )
    const inDocx = words(
      (await readParts(docx?.rawPayload as Buffer)).get('word/document.xml') ?? '',
    )
    expect(inDocx).toContain(said)
    expect(readPdf(pdf?.rawPayload as Buffer).join(' ')).toContain(said)
    const { rows } = await readSheet(xlsx?.rawPayload as Buffer)
    expect(rows.flat()).toContain(said)
    expect(rows.at(-1)?.slice(0, 5)).toEqual(['Tổng cộng', '3', '0', '0', '3'])
    expect(csv?.body.startsWith('\uFEFFĐơn vị,Tổng số,')).toBe(true)
    expect(csv?.body.split('\r\n')).toHaveLength(5)
  })

  test('of nothing are a paper that says so', async () => {
    const pdf = await asked(coordinator, 'pdf', '&from=2020-01-01&to=2020-12-31')
    expect(readPdf(pdf.rawPayload).join(' ')).toContain('Không có nhiệm vụ nào')
  })

  test('a unit takes its own away as figures, not as the office’s paper', async () => {
    const { rows } = await readSheet((await asked(unit, 'xlsx')).rawPayload)
    expect(rows.at(-1)?.slice(0, 2)).toEqual(['Tổng cộng', '2'])
    const problem = expectProblem(await asked(unit, 'pdf'), 403, 'forbidden')
    expect(problem.errors).toMatchObject([{ pointer: '/format' }])
    expectProblem(await asked(unit, 'csv', '&groupBy=specialist'), 400, 'invalid-request')
  })

  test('are refused as the figures are', async () => {
    expectProblem(await asked(coordinator, 'csv', '&asOf=2026-03-01'), 422, 'as-of-in-future')
    expectProblem(
      await asked(coordinator, 'docx', '&from=2026-02-01&to=2026-01-01'),
      400,
      'invalid-request',
    )
    expectProblem(await asked(coordinator, 'doc'), 400, 'invalid-request')
  })
})

describe('a paper', () => {
  const paper = (rows: string[][]): Paper => ({
    letterhead,
    date: '2026-02-02',
    typeName: 'BÁO CÁO',
    abstract: 'Thử',
    body: [{ kind: 'table', title: 'Bảng', columns: [{ header: 'Cột', width: 1 }], rows }],
  })

  test('that would be too long is refused before it is drawn', async () => {
    const rows = Array.from({ length: 1001 }, (_, at) => [String(at)])
    const drawings = {
      name: 'thu',
      table: () => ({ columns: [], rows: [] }),
      book: () => ({ title: '', createdAt: api.clock.now, sheets: [] }),
      paper: () => paper(rows),
    }
    await expect(drawDocument(drawings, 'pdf')).rejects.toMatchObject({
      problem: 'export-too-large',
      params: { count: 1001, limit: 1000 },
    })
  })

  test('goes over as many pages as its table takes, its head on each', async () => {
    const rows = Array.from({ length: 200 }, (_, at) => [`dòng ${at + 1}.`])
    const pages = readPdf(await drawPaper(paper(rows), 'pdf'))
    expect(pages.length).toBeGreaterThan(3)
    for (const page of pages) expect(page).toContain('Cột')
    for (const [row = ''] of rows) expect(pages.join(' ')).toContain(row)
  })

  test('holds whatever was typed', async () => {
    const hostile = [['x'.repeat(5000)], ['\u202e<w:p/>&amp;\u0000\ufffe'], ['👨‍👩‍👧 𝔘']]
    expect((await drawPaper(paper(hostile), 'pdf')).length).toBeGreaterThan(1000)
    const docx = await readParts(await drawPaper(paper(hostile), 'docx'))
    const xml = docx.get('word/document.xml') ?? ''
    expect(xml).toContain('&lt;w:p/&gt;&amp;amp;')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: which XML cannot write
    expect(xml).not.toMatch(/[\u0000-\u0008\ufffe]/)
  })
})
