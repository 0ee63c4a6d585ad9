import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contentDisposition, sanitizeFileName } from '../../src/files/file-name.ts'

test.each([
  ['Báo cáo.pdf', 'pdf', 'Báo cáo.pdf'],
  ['Ba\u0301o ca\u0301o.PDF', 'pdf', 'Báo cáo.pdf'],
  ['C:\\Users\\an\\Tờ trình.docx', 'docx', 'Tờ trình.docx'],
  ['/etc/passwd', 'pdf', 'passwd.pdf'],
  ['../../..', 'pdf', 'tai-lieu.pdf'],
  ['', 'zip', 'tai-lieu.zip'],
  ['.pdf', 'pdf', 'tai-lieu.pdf'],
  ['.htaccess', 'pdf', 'htaccess.pdf'],
  ['ảnh.JPEG', 'jpg', 'ảnh.jpg'],
  ['báo cáo.docx', 'pdf', 'báo cáo.pdf'],
  ['báo cáo.pdf.exe', 'pdf', 'báo cáo.pdf'],
  ['báo cáo.pdf.pdf', 'pdf', 'báo cáo.pdf'],
  ['Công văn 12.2026', 'pdf', 'Công văn 12.2026.pdf'],
  ['88.TTr-SXD', 'pdf', '88.TTr-SXD.pdf'],
  ['báo\r\ncáo\t 1\0.pdf', 'pdf', 'báo cáo 1.pdf'],
  ['gpj.\u202Efdp.exe', 'zip', 'gpj.fdp.zip'],
  ['a\u200Bb\uFEFFc.pdf', 'pdf', 'abc.pdf'],
  ['a<b>:"c|d?*.pdf', 'pdf', 'a_b___c_d__.pdf'],
  ['con.pdf', 'pdf', '_con.pdf'],
  ['COM1.tar', 'zip', '_COM1.tar.zip'],
  ['Con người.pdf', 'pdf', 'Con người.pdf'],
  ['  tên . . .pdf', 'pdf', 'tên.pdf'],
  ['\uD800x.pdf', 'pdf', 'x.pdf'],
])('%j judged %s is named %j', (name, extension, expected) => {
  expect(sanitizeFileName(name, extension)).toBe(expected)
})

test('a long name keeps its extension and no half letter', () => {
  const long = sanitizeFileName(`${'Ủy ban nhân dân '.repeat(40)}.pdf`, 'pdf')
  expect(long.length).toBeLessThanOrEqual(200)
  expect(long.endsWith('.pdf')).toBe(true)
  const emoji = sanitizeFileName(`${'👩‍👧'.repeat(200)}.pdf`, 'pdf')
  expect(emoji.length).toBeLessThanOrEqual(200)
  expect(emoji.isWellFormed()).toBe(true)
})

test('a name made to keep a pattern busy is done with at once', () => {
  expect(sanitizeFileName(`${'. '.repeat(100_000)}x`, 'pdf').length).toBeLessThanOrEqual(200)
})

const anyName = fc.string({ unit: 'binary', maxLength: 400 })

test('any name comes out safe, and a safe name stays as it is', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const safe = sanitizeFileName(name, 'pdf')
      expect(safe).toMatch(/^[^\p{Cc}\p{Cf}/\\<>:"|?*.\s][^\p{Cc}\p{Cf}/\\<>:"|?*]*\.pdf$/u)
      expect(safe.length).toBeLessThanOrEqual(200)
      expect(safe.normalize('NFC')).toBe(safe)
      expect(sanitizeFileName(safe, 'pdf')).toBe(safe)
    }),
    { numRuns: 2000 },
  )
})

test('the header names the file for every client', () => {
  expect(contentDisposition('Báo cáo (Đợt 1).pdf', 'attachment')).toBe(
    `attachment; filename="Bao cao (Dot 1).pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%28%C4%90%E1%BB%A3t%201%29.pdf`,
  )
  expect(contentDisposition('a.pdf', 'inline')).toBe(
    `inline; filename="a.pdf"; filename*=UTF-8''a.pdf`,
  )
})

test('no name breaks out of the header', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const header = contentDisposition(name, 'attachment')
      const match = /^attachment; filename="([^"\\\r\n%;]*)"; filename\*=UTF-8''([\w.!~%-]*)$/.exec(
        header,
      )
      expect(match).not.toBeNull()
      expect(header).toMatch(/^[\x20-\x7e]*$/)
      expect(decodeURIComponent(match?.[2] ?? '')).toBe(name.toWellFormed())
    }),
    { numRuns: 2000 },
  )
})
