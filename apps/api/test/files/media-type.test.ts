import { truncate } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FileRefused } from '../../src/files/file-refused.ts'
import { judgeMediaType, mediaTypes } from '../../src/files/media-type.ts'
import { makePdf } from '../support/signed-pdf.ts'
import { makeOle2 } from './make-ole2.ts'
import { makeOdf, makeOoxml, makeZip } from './make-zip.ts'
import { tempFile } from './temp-folder.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')
const odf = 'application/vnd.oasis.opendocument'
const word = { name: 'WordDocument', type: 'stream' } as const
const workbook = { name: 'Workbook', type: 'stream' } as const
const vba = { name: 'VBA', type: 'storage', members: [{ name: 'dir', type: 'stream' }] } as const

async function judge(content: string | Uint8Array) {
  const path = await tempFile(content)
  try {
    const { extension, mediaType } = await judgeMediaType(path)
    expect(mediaType).toBe(mediaTypes[extension])
    return extension
  } catch (error) {
    if (error instanceof FileRefused) return error.code
    throw error
  }
}

describe('each allowed type is known by its content', () => {
  test('PDF, also behind a few stray bytes', async () => {
    const pdf = await makePdf('Báo cáo')
    expect(await judge(pdf)).toBe('pdf')
    expect(await judge(Buffer.concat([Buffer.from('\r\n\0'), pdf]))).toBe('pdf')
  })

  test.each([
    ['docx', makeOoxml('docx')],
    ['xlsx', makeOoxml('xlsx')],
    ['odt', makeOdf(`${odf}.text`)],
    ['ods', makeOdf(`${odf}.spreadsheet`)],
    ['doc', makeOle2([word, { name: '1Table', type: 'stream' }])],
    ['xls', makeOle2([workbook])],
    ['xls', makeOle2([{ name: 'Book', type: 'stream' }])],
    ['png', png],
    ['jpg', jpeg],
    ['zip', makeZip([{ name: 'Hồ sơ/phụ lục.txt', content: 'x'.repeat(5000) }])],
    ['zip', makeZip([{ name: 'a.docx', content: makeOoxml('docx') }])],
  ])('%s', async (extension, content) => {
    expect(await judge(content)).toBe(extension)
  })

  test('a DOC that embeds a sheet is still a DOC, and the other way round', async () => {
    const pool = { name: 'ObjectPool', type: 'storage', members: [workbook] } as const
    expect(await judge(makeOle2([pool, word]))).toBe('doc')
    expect(await judge(makeOle2([workbook, { ...pool, members: [word] }]))).toBe('xls')
  })

  test('a DOC with a directory of many sectors', async () => {
    const many = Array.from({ length: 90 }, (_, at) => ({
      name: `s${at}`,
      type: 'stream' as const,
    }))
    expect(await judge(makeOle2([...many, word]))).toBe('doc')
  })
})

describe('anything else is refused', () => {
  const refused = 'file-type-not-allowed'

  test.each([
    ['text', 'Công văn'],
    ['HTML that calls itself XLS', '<html><table></table></html>'],
    ['a program', Buffer.from('MZ\x90\0')],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['RTF', '{\\rtf1 }'],
    ['GIF', 'GIF89a'],
    ['a PDF header far inside', `${' '.repeat(2000)}%PDF-1.7 %%EOF`],
    ['a PDF without an end', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'],
    ['PNG by its first bytes alone', png.subarray(0, 8)],
    ['a presentation', makeOoxml('pptx')],
    ['a template', makeOoxml('dotx')],
    ['an e-book', makeOdf('application/epub+zip')],
    ['a drawing', makeOdf(`${odf}.graphics`)],
    ['a Java program', makeZip([{ name: 'META-INF/MANIFEST.MF', content: 'x' }])],
    ['an OLE2 presentation', makeOle2([{ name: 'PowerPoint Document', type: 'stream' }])],
    ['an installer', makeOle2([{ name: 'AdminExecuteSequence', type: 'stream' }])],
    ['a locked office file', makeOle2([{ name: 'EncryptedPackage', type: 'stream' }])],
    ['two documents in one container', makeOle2([word, workbook])],
  ])('%s', async (_, content) => {
    expect(await judge(content)).toBe(refused)
  })

  test('a PDF cut off on its way', async () => {
    const path = await tempFile(await makePdf('Báo cáo'))
    await truncate(path, 700)
    await expect(judgeMediaType(path)).rejects.toMatchObject({ code: refused })
  })

  test('nothing at all', async () => {
    expect(await judge('')).toBe('file-empty')
    expect(await judge(makeZip([]))).toBe('file-empty')
  })
})

describe('office files with macros are refused', () => {
  const vbaPart = '<Override PartName="/x.bin" ContentType="application/vnd.ms-office.vbaProject"/>'

  test.each([
    ['DOCM', makeOoxml('docm')],
    ['XLSM', makeOoxml('xlsm')],
    ['a DOCX with a project', makeOoxml('docx', { members: [{ name: 'word/vbaProject.bin' }] })],
    ['in other letters', makeOoxml('xlsx', { members: [{ name: 'xl/VBAPROJECT.BIN' }] })],
    ['by another name', makeOoxml('docx', { types: vbaPart, members: [{ name: 'x.bin' }] })],
    [
      'with its type spelt in character references',
      makeOoxml('docx', {
        types: vbaPart.replace('vba', '&#118;ba'),
        members: [{ name: 'x.bin' }],
      }),
    ],
    ['an old macro sheet', makeOoxml('xlsx', { members: [{ name: 'xl/macrosheets/sheet1.xml' }] })],
    ['ODT', makeOdf(`${odf}.text`, [{ name: 'Basic/Standard/Module1.xml', content: 'x' }])],
    ['ODS', makeOdf(`${odf}.spreadsheet`, [{ name: 'Scripts/python/a.py', content: 'x' }])],
    ['DOC', makeOle2([word, { name: 'Macros', type: 'storage', members: [vba] }])],
    ['XLS', makeOle2([workbook, { name: '_VBA_PROJECT_CUR', type: 'storage', members: [vba] }])],
  ])('%s', async (_, content) => {
    expect(await judge(content)).toBe('file-type-not-allowed')
  })

  test('the index of an empty library is no macro', async () => {
    const index = { name: 'Basic/Standard/script-lb.xml', content: '<library/>' }
    expect(await judge(makeOdf(`${odf}.text`, [index]))).toBe('odt')
  })
})

test('whatever the bytes, it is judged or refused, never an error', async () => {
  const starts = ['', 'PK\x03\x04', '%PDF-1.7\n', '\x89PNG\r\n\x1a\n'].map((text) =>
    Buffer.from(text, 'latin1'),
  )
  const ole2 = makeOle2([word])
  const zip = makeOoxml('docx')
  const mangled = (whole: Buffer) =>
    fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 }).map((changes) => {
      const copy = Buffer.from(whole)
      for (const [at, byte] of changes) copy[at] = byte
      return copy
    })
  const bytes = fc.oneof(
    fc
      .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 2000 }))
      .map(([start, rest]) => Buffer.concat([start, rest])),
    mangled(ole2),
    mangled(zip),
  )
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      expect(await judge(content)).toMatch(/^[a-z-]+$/)
    }),
    { numRuns: 400 },
  )
})
