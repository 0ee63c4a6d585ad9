import { expect, test } from 'vitest'
import { contradicts } from './verdict-hint.ts'

test.each([
  ['satisfactory', 'Đề nghị bổ sung số liệu quý III', true],
  ['satisfactory', 'Báo cáo đầy đủ, đúng yêu cầu', false],
  ['satisfactory', '', false],
  ['unsatisfactory', 'Báo cáo đạt yêu cầu', true],
  ['unsatisfactory', 'Chưa đạt yêu cầu: còn thiếu phụ lục', false],
  ['unsatisfactory', 'Nội dung chưa đầy đủ', false],
  ['unsatisfactory', 'Đề nghị ký số lại văn bản', false],
] as const)('%s with "%s": %s', (verdict, comment, expected) => {
  expect(contradicts(verdict, comment)).toBe(expected)
})
