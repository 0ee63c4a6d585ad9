import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeOoxml, makeZip, type ZipMember } from '../files/make-zip.ts'
import { type Client, startTestApp, type TestApp } from '../support/app.ts'
import { upload } from '../support/line.ts'

/*
 * Files made to hang, fill or fell whoever reads them, sent as anybody with an account can. Each is
 * taken or refused, never an error, and what is read of it is bounded by its size.
 */

let api: TestApp
let unit: Client

beforeAll(async () => {
  api = await startTestApp()
  unit = await api.signInAs('unit')
})
afterAll(() => api.close())

const zeros = (mebibytes: number) => Buffer.alloc(mebibytes << 20)

/**
 * Members that each unpack all the local heads behind them, quoted in stored blocks, and then one
 * kernel of zeros that is there once (D. Fifield, “A better zip bomb”, 2019).
 */
function quotedOverlap(count: number): Buffer {
  const kernel = deflateRawSync(zeros(1))
  const heads = Array.from({ length: count }, (_, i) => localHead(`${i}`))
  const step = (heads[0]?.length ?? 0) + 5
  const body = Buffer.concat([...heads.flatMap((head, i) => [head, quote(heads[i + 1])]), kernel])
  const directory = heads.map((_, i) => {
    const behind = count - 1 - i
    const packed = behind * step + kernel.length
    return centralHead(`${i}`, i * step, packed, zeros(1).length + behind * (step - 5))
  })
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(body.length, 16)
  return Buffer.concat([body, listed, end])
}

/** A stored block of DEFLATE around what comes next. */
function quote(next: Buffer | undefined): Buffer {
  if (!next) return Buffer.alloc(0)
  const head = Buffer.alloc(5)
  head.writeUInt16LE(next.length, 1)
  head.writeUInt16LE(~next.length & 0xffff, 3)
  return head
}

function localHead(name: string): Buffer {
  const text = name.padStart(4, '0')
  const head = Buffer.alloc(30 + text.length)
  head.write('PK\x03\x04', 'latin1')
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt16LE(text.length, 26)
  head.write(text, 30)
  return head
}

function centralHead(name: string, at: number, packed: number, size: number): Buffer {
  const text = name.padStart(4, '0')
  const head = Buffer.alloc(46 + text.length)
  head.write('PK\x01\x02', 'latin1')
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(20, 6)
  head.writeUInt16LE(8, 10)
  head.writeUInt32LE(packed, 20)
  head.writeUInt32LE(size, 24)
  head.writeUInt16LE(text.length, 28)
  head.writeUInt32LE(at, 42)
  head.write(text, 46)
  return head
}

/** An archive in an archive in an archive, each of many copies of the one inside. */
function russianDoll(depth: number): Buffer {
  let inner = makeZip([{ name: 'zeros', content: zeros(4) }])
  for (let i = 0; i < depth; i++) {
    const content = inner
    inner = makeZip(Array.from({ length: 10 }, (_, n) => ({ name: `${n}.zip`, content })))
  }
  return inner
}

const sheet = (content: Uint8Array): ZipMember => ({ name: 'xl/worksheets/sheet1.xml', content })
const entities = `<!DOCTYPE x [${'<!ENTITY a "aaaaaaaaaa">'.repeat(2000)}]><Types/>`

describe('an archive', () => {
  test.each<[string, Buffer]>([
    ['of archives of archives', russianDoll(4)],
    ['whose members quote one another', quotedOverlap(1000)],
    ['that is a spreadsheet and a bomb', makeOoxml('xlsx', { members: [sheet(zeros(64))] })],
    ['that is a letter and a bomb', makeOoxml('docx', { members: [sheet(zeros(64))] })],
    [
      'whose parts tell of entities',
      makeZip([
        { name: '[Content_Types].xml', content: entities },
        { name: 'word/document.xml', content: '<x/>' },
      ]),
    ],
    ['with a name of a mebibyte in another’s head', makeZip([{ name: 'x'.repeat(65_000) }])],
  ])('%s is refused', async (_, content) => {
    const answer = await upload(api, unit, content, { name: 'a.zip' })
    expect(answer.statusCode, answer.body).toBe(415)
  })
})

const pdf = (...parts: string[]) =>
  Buffer.from(['%PDF-1.7\n', ...parts, '\n%%EOF\n'].join(''), 'latin1')
const signatureIn = (before: string, after = '') =>
  `5 0 obj << ${before} /ByteRange [0 20 40 60] /Contents <00> ${after} >> endobj`

describe('a PDF', () => {
  test.each<[string, Buffer]>([
    ['nested a million deep', pdf('1 0 obj ', '<< /A [ '.repeat(1_000_000))],
    ['whose tables point at themselves', pdf('xref\n0 0\ntrailer << /Prev 9 >>\nstartxref\n9\n')],
    [
      'with a table of millions',
      pdf(`xref\n0 4000000000\n${'0000000000 65535 f \n'.repeat(100_000)}trailer <<>>`),
    ],
    [
      'with a stream of objects that unpacks without end',
      pdf(
        '1 0 obj << /Type /ObjStm /N 2147483647 /First 0 /Filter [/FlateDecode /FlateDecode] >> stream\n',
        deflateRawSync(deflateRawSync(zeros(64))).toString('latin1'),
        '\nendstream endobj',
      ),
    ],
    ['with a name of megabytes', pdf(signatureIn(`/${'n'.repeat(4 << 20)} 1`))],
    ['with a string of megabytes', pdf(signatureIn(`/M (${'('.repeat(4 << 20)}`))],
    ['with a comment of megabytes', pdf(signatureIn('%'.repeat(4 << 20)))],
    ['of ranges alone', pdf('/ByteRange [ '.repeat(300_000))],
    ['of “obj” alone', pdf('obj '.repeat(1_000_000), signatureIn(''))],
    ['of blanks before a reference', pdf(signatureIn(`/A 1${' '.repeat(30_000)}`))],
    [
      'of many keys',
      pdf(signatureIn(Array.from({ length: 9_000 }, (_, i) => `/${i} 1`).join(' '))),
    ],
  ])('%s is only kept', async (_, content) => {
    const answer = await upload(api, unit, content)
    expect(answer.statusCode, answer.body).toBe(201)
    expect(answer.json().signatures.some(({ valid }: { valid: boolean }) => valid)).toBe(false)
  })

  test('with twenty places for structures of megabytes is read in pieces', async () => {
    const hex = '3080'.repeat(400_000)
    let text = '%PDF-1.7\n'
    for (let i = 0; i < 20; i++) {
      const range = (start: number) =>
        `/ByteRange [0 ${String(start).padStart(9, '0')} ${String(start + hex.length + 2).padStart(9, '0')} 1]`
      const open = `${i} 0 obj << /SubFilter /adbe.pkcs7.detached `
      const start = text.length + open.length + range(0).length + ' /Contents '.length
      text += `${open}${range(start)} /Contents <${hex}> >> endobj\n`
    }
    // Larger than the S3 server of the tests takes.
    const folder = await startTestApp({ inFolder: true })
    const sender = await folder.signInAs('unit')
    const answer = await upload(folder, sender, Buffer.from(`${text}%%EOF\n`, 'latin1'))
    await folder.close()
    expect(answer.statusCode, answer.body.slice(0, 500)).toBe(201)
    const { signatures } = answer.json()
    expect(signatures).toHaveLength(20)
    expect(signatures.some(({ intact }: { intact: boolean }) => intact)).toBe(false)
  })
})
