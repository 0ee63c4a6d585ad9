import { expect, test } from 'vitest'
import { fileKind, savedName } from './file-words.ts'

test.each([
  ['báo cáo.pdf', '88/BC-SXD', '88-BC-SXD báo cáo.pdf'],
  ['a:b*c?.docx', null, 'a-b-c-.docx'],
  ['kết quả .xlsx', '12/BC-SYT', '12-BC-SYT kết quả.xlsx'],
  ['đường\\dẫn/lạ.png', null, 'đường-dẫn-lạ.png'],
  ['không đuôi.', null, 'không đuôi'],
])('%s of %s is saved as %s', (name, document, saved) => {
  expect(savedName(name, document)).toBe(saved)
})

test('a name that is too long keeps its ending', () => {
  const saved = savedName(`${'dài '.repeat(100)}.pdf`, '88/BC-SXD')
  expect(saved.length).toBeLessThanOrEqual(155)
  expect(saved).toMatch(/^88-BC-SXD dài .+\.pdf$/)
})

test('marks made of two characters become one', () => {
  expect(savedName('ba\u0301o.pdf')).toBe('báo.pdf')
})

test('a file is named by what it is', () => {
  expect(fileKind('application/pdf')).toBe('PDF')
  expect(fileKind('image/jpeg')).toBe('Ảnh JPEG')
  expect(fileKind('application/octet-stream')).toBe('Tệp khác')
})
