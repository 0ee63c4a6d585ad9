import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { incomingFolder } from '../src/files/folder-store.ts'
import { makeZip } from './files/make-zip.ts'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { makePdf, makeSignedPdf } from './support/signed-pdf.ts'

let api: TestApp
let address: string
let specialist: Client
let unit: Client
let otherUnit: Client
let pdf: Buffer

beforeAll(async () => {
  api = await startTestApp()
  address = await api.app.listen({ port: 0 })
  specialist = await api.signInAs('specialist')
  unit = await api.signInAs('unit')
  otherUnit = await api.signInAs('otherUnit')
  pdf = await makePdf('Thông báo kết luận')
})
afterAll(() => api.close())

type Headers = Record<string, string>

/** One upload over a real connection. `parts` as the form's fields, in order. */
function upload(
  client: Client,
  parts: [string, Buffer | string, string?][],
  headers: Headers = {},
) {
  const form = new FormData()
  for (const [field, content, name] of parts) {
    if (typeof content === 'string') form.append(field, content)
    else form.append(field, new Blob([new Uint8Array(content)]), name)
  }
  return fetch(`${address}/api/v1/files`, {
    method: 'POST',
    body: form,
    headers: { ...client.headers, ...headers },
  })
}

async function uploaded(client: Client, content: Buffer, name = 'tệp.pdf') {
  const answer = await upload(client, [['file', content, name]])
  expect(answer.status).toBe(201)
  return (await answer.json()) as { id: string; sha256: string; name: string }
}

const content = (client: Client, id: string, headers: Headers = {}, method = 'GET') =>
  fetch(`${address}/api/v1/files/${id}/content`, {
    method,
    headers: { ...client.headers, ...headers },
  })

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const waiting = async () => readdir(incomingFolder(`${api.deps.config.dataDir}/files`))
const events = () => api.deps.database.prisma.event.count({ where: { type: 'file.uploaded' } })

const short = Buffer.from('%PDF-1.7 %%EOF')

describe('an upload', () => {
  test('is kept under its own name with the hash of its content', async () => {
    const answer = await upload(specialist, [['file', pdf, 'Thông báo số 215/TB.pdf']])
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({
      name: 'TB.pdf',
      mediaType: 'application/pdf',
      size: pdf.length,
      sha256: sha256(pdf),
      uploadedAt: api.clock.now.toISOString(),
      signatures: [],
    })
    const vietnamese = await uploaded(unit, pdf, 'Báo cáo đợt 1.exe')
    expect(vietnamese.name).toBe('Báo cáo đợt 1.pdf')
    expect(await waiting()).toEqual([])
  })

  test('of a signed PDF tells who signed', async () => {
    const signed = await makeSignedPdf({ signerName: 'Nguyễn Văn Đức' })
    const answer = await upload(specialist, [['file', signed, 'ký.pdf']])
    expect(await answer.json()).toMatchObject({
      signatures: [
        { signer: 'Nguyễn Văn Đức', intact: true, coversWholeFile: true, trusted: null },
      ],
    })
  })

  test('larger than the body of any other request is taken', async () => {
    const big = makeZip([{ name: 'a.bin', content: Buffer.alloc(3_000_000, 1), stored: true }])
    const answer = await upload(specialist, [['file', big, 'lớn.zip']])
    expect(await answer.json()).toMatchObject({ size: big.length, mediaType: 'application/zip' })
  })

  test('above the limit is refused, saying the limit in force', async () => {
    const admin = await api.signInAs('admin')
    const { version, ...settings } = (await admin.get('/api/v1/settings')).json()
    const change = (maxUploadMiB: number, from: number) =>
      admin.put('/api/v1/settings', { ...settings, maxUploadMiB }, { 'if-match': `"${from}"` })
    await change(1, version)
    const whole = makeZip([{ name: 'a', content: Buffer.alloc(1_048_576 - 100, 1), stored: true }])
    expect(whole.length).toBe(1_048_576)
    expect((await upload(specialist, [['file', whole, 'vừa.zip']])).status).toBe(201)
    const answer = await upload(specialist, [['file', Buffer.concat([whole, whole]), 'to.zip']])
    expect(answer.status).toBe(413)
    const problem = (await answer.json()) as { detail: string }
    expect(problem.detail).toContain('1 MiB')
    await change(50, version + 1)
    expect(await waiting()).toEqual([])
  })

  test('is judged by its content', async () => {
    const answer = await upload(specialist, [['file', Buffer.from('<script>'), 'a.pdf']])
    expect(answer.status).toBe(415)
    expect(await answer.json()).toMatchObject({
      type: '/problems/file-type-not-allowed',
      errors: [{ pointer: '/file' }],
    })
  })

  test.each<[string, string, [string, Buffer | string, string?][]]>([
    ['nothing', '/file', []],
    ['an empty file', '/file', [['file', Buffer.alloc(0), 'rỗng.pdf']]],
    ['another field', '/tệp~1x', [['tệp/x', short, 'a.pdf']]],
    ['words in place of a file', '/file', [['file', 'chữ']]],
    [
      'a field besides',
      '/role',
      [
        ['file', short, 'a.pdf'],
        ['role', 'x'],
      ],
    ],
    [
      'two files',
      '/file',
      [
        ['file', short, 'a.pdf'],
        ['file', short, 'b.pdf'],
      ],
    ],
  ])('of %s is refused at %s', async (_name, pointer, parts) => {
    const answer = await upload(specialist, parts)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      type: '/problems/invalid-request',
      errors: [{ pointer }],
    })
    expect(await waiting()).toEqual([])
  })

  test('that is no form, or half a form, is refused', async () => {
    expect((await specialist.post('/api/v1/files', { file: 'x' })).json()).toMatchObject({
      status: 400,
      errors: [{ pointer: '/file' }],
    })
    for (const body of [
      '',
      '--b\r\n',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1',
    ]) {
      const answer = await fetch(`${address}/api/v1/files`, {
        method: 'POST',
        body,
        headers: { ...specialist.headers, 'content-type': 'multipart/form-data; boundary=b' },
      })
      expect(answer.status).toBe(400)
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
    }
    const withoutBoundary = await fetch(`${address}/api/v1/files`, {
      method: 'POST',
      body: 'x',
      headers: { ...specialist.headers, 'content-type': 'multipart/form-data' },
    })
    expect(withoutBoundary.status).toBe(400)
    expect(await waiting()).toEqual([])
  })

  test('that gives no name gets one', async () => {
    const head =
      'Content-Disposition: form-data; name="file"\r\nContent-Type: application/octet-stream'
    const answer = await fetch(`${address}/api/v1/files`, {
      method: 'POST',
      body: Buffer.concat([
        Buffer.from(`--b\r\n${head}\r\n\r\n`),
        pdf,
        Buffer.from('\r\n--b--\r\n'),
      ]),
      headers: {
        ...specialist.headers,
        'content-type': 'multipart/form-data; boundary=b',
      },
    })
    expect(answer.status).toBe(201)
    expect(((await answer.json()) as { name: string }).name).toMatch(/.\.pdf$/)
  })

  test('that breaks off leaves nothing, and the server goes on', async () => {
    const before = await events()
    const { port } = new URL(address)
    for (let i = 0; i < 5; i++) {
      const socket = connect(Number(port), '127.0.0.1')
      socket.write(
        'POST /api/v1/files HTTP/1.1\r\nHost: x\r\n' +
          `Authorization: ${specialist.headers.authorization}\r\n` +
          'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 5000000\r\n\r\n' +
          '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7',
      )
      socket.write(Buffer.alloc(200_000, 32))
      await expect.poll(waiting).toHaveLength(1)
      socket.destroy()
      await expect.poll(waiting).toHaveLength(0)
    }
    expect(await events()).toBe(before)
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
  })

  test('pressed twice with one key is one file; the key with another file is refused', async () => {
    const key = { 'Idempotency-Key': 'upload-pressed-twice' }
    const before = await events()
    const [first, second] = await Promise.all([
      upload(specialist, [['file', pdf, 'một.pdf']], key),
      upload(specialist, [['file', pdf, 'một.pdf']], key),
    ])
    expect(await second.json()).toEqual(await first.json())
    expect(await events()).toBe(before + 1)
    const other = await upload(specialist, [['file', Buffer.concat([pdf, pdf]), 'một.pdf']], key)
    expect(other.status).toBe(422)
    expect(await other.json()).toMatchObject({ type: '/problems/idempotency-key-reused' })
    expect(await waiting()).toEqual([])
  })

  test('is for those who enter documents, and nobody reads it before it is known who sends it', async () => {
    const reviewer = await api.signInAs('reviewer')
    expect((await upload(reviewer, [['file', pdf, 'a.pdf']])).status).toBe(403)
    const anonymous = { ...reviewer, headers: { authorization: '' } }
    expect((await upload(anonymous, [['file', pdf, 'a.pdf']])).status).toBe(401)
  })
})

describe('the bytes', () => {
  test('come back whole, typed, named and never as something that runs', async () => {
    const { id, sha256: hash } = await uploaded(specialist, pdf, 'Quyết định đầu.pdf')
    const answer = await content(specialist, id)
    expect(answer.status).toBe(200)
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true)
    const headers = Object.fromEntries(answer.headers)
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition':
        'inline; filename="Quyet dinh dau.pdf"; ' +
        "filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%20%C4%91%E1%BA%A7u.pdf",
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      etag: `"${hash}"`,
    })
    expect(headers['content-security-policy']).not.toContain('sandbox')
  })

  test('of what a page does not show are saved, in a sandbox', async () => {
    const { id } = await uploaded(specialist, makeZip([{ name: 'a.txt', content: 'a' }]), 'a.zip')
    const { headers } = await content(specialist, id)
    expect(headers.get('content-disposition')).toMatch(/^attachment/)
    expect(headers.get('content-security-policy')).toContain('sandbox')
  })

  test('come in parts', async () => {
    const { id, sha256: hash } = await uploaded(specialist, pdf)
    const last = pdf.length - 1
    for (const [range, start, end] of [
      ['bytes=0-9', 0, 9],
      ['bytes=10-', 10, last],
      ['bytes=-20', pdf.length - 20, last],
      [`bytes=5-${pdf.length + 99}`, 5, last],
      [`bytes=-${pdf.length + 99}`, 0, last],
    ] as const) {
      const answer = await content(specialist, id, { range })
      expect(answer.status).toBe(206)
      expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${end}/${pdf.length}`)
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(bytes.equals(pdf.subarray(start, end + 1))).toBe(true)
    }
    for (const range of ['bytes=9-5', 'bytes=0-1,3-4', 'items=0-1', 'bytes=-']) {
      expect((await content(specialist, id, { range })).status).toBe(200)
    }
    for (const range of [`bytes=${pdf.length}-`, 'bytes=-0']) {
      const answer = await content(specialist, id, { range })
      expect(answer.status).toBe(416)
      expect(answer.headers.get('content-range')).toBe(`bytes */${pdf.length}`)
      expect(await answer.json()).toMatchObject({ type: '/problems/range-not-satisfiable' })
    }
    const range = 'bytes=0-9'
    expect((await content(specialist, id, { range, 'if-range': `"${hash}"` })).status).toBe(206)
    expect((await content(specialist, id, { range, 'if-range': '"other"' })).status).toBe(200)
  })

  test('are not sent again to one that has them, nor at all for HEAD', async () => {
    const { id, sha256: hash } = await uploaded(specialist, pdf)
    const again = await content(specialist, id, { 'if-none-match': `W/"x", "${hash}"` })
    expect(again.status).toBe(304)
    const head = await content(specialist, id, {}, 'HEAD')
    expect(head.status).toBe(200)
    expect(head.headers.get('content-length')).toBe(String(pdf.length))
    for (const range of ['bytes=0-0', 'bytes=99999999-']) {
      const part = await content(specialist, id, { range }, 'HEAD')
      expect(part.status).toBe(200)
      expect(part.headers.get('content-length')).toBe(String(pdf.length))
    }
  })

  test('that the store has lost are not found', async () => {
    const { id, sha256: hash } = await uploaded(specialist, await makePdf('sẽ mất'))
    await api.deps.files.delete(hash)
    expect((await content(specialist, id)).status).toBe(404)
  })
})

describe('who reads a file', () => {
  const order = (files: { fileId: string; role: string }[]) => ({
    kind: 'official_letter',
    title: 'V/v giao nhiệm vụ',
    number: String(Math.floor(Math.random() * 1e9)),
    symbol: 'UBND-TH',
    issuedOn: '2026-11-20',
    directedById: api.seed.leaders.chairman.id,
    signedBy: 'Nguyễn Văn Đức',
    files,
    tasks: [
      {
        content: 'Báo cáo tiến độ',
        dueOn: '2026-12-18',
        unitIds: [api.seed.units.unit.id],
        supportUnitIds: [] as string[],
      },
    ],
  })
  const status = async (client: Client, id: string) => [
    (await client.get(`/api/v1/files/${id}`)).statusCode,
    (await content(client, id)).status,
  ]

  test('its sender; the office; no other unit', async () => {
    const { id } = await uploaded(unit, pdf)
    expect(await status(unit, id)).toEqual([200, 200])
    expect(await status(await api.signInAs('leader'), id)).toEqual([200, 200])
    expect(await status(otherUnit, id)).toEqual([404, 404])
    expect((await api.anonymous.get(`/api/v1/files/${id}/content`)).statusCode).toBe(401)
  })

  test('of an order, the units it is given to, leading or supporting', async () => {
    const { id } = await uploaded(specialist, pdf)
    expect(await status(unit, id)).toEqual([404, 404])
    const body = order([{ fileId: id, role: 'signed_document' }])
    expect((await specialist.post('/api/v1/directives', body)).statusCode).toBe(201)
    expect(await status(unit, id)).toEqual([200, 200])
    expect(await status(otherUnit, id)).toEqual([404, 404])

    const supported = await uploaded(specialist, pdf)
    const both = order([{ fileId: supported.id, role: 'signed_document' }])
    both.tasks[0]?.supportUnitIds.push(api.seed.units.otherUnit.id)
    expect((await specialist.post('/api/v1/directives', both)).statusCode).toBe(201)
    expect(await status(otherUnit, supported.id)).toEqual([200, 200])
  })

  test('of a report, the unit it is of and not one that only supports', async () => {
    const signed = await uploaded(specialist, pdf)
    const body = order([{ fileId: signed.id, role: 'signed_document' }])
    body.tasks[0]?.supportUnitIds.push(api.seed.units.otherUnit.id)
    const directive = (await specialist.post('/api/v1/directives', body)).json()
    const assignment = directive.tasks[0].assignments[0]
    const file = await uploaded(unit, pdf)
    const report = await unit.post(`/api/v1/assignments/${assignment.id}/reports`, {
      title: 'Báo cáo',
      number: '88',
      symbol: 'BC-SXD',
      issuedOn: '2026-11-23',
      signedBy: 'Giám đốc',
      files: [{ fileId: file.id, role: 'signed_document' }],
    })
    expect(report.statusCode).toBe(201)
    expect(await status(unit, file.id)).toEqual([200, 200])
    expect(await status(otherUnit, file.id)).toEqual([404, 404])
  })
})
