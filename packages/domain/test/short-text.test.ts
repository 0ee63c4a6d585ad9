import { expect, test } from 'vitest'
import { shortText } from '../src/index.ts'

test.each([
  ['Báo cáo tiến độ', 20, 'Báo cáo tiến độ'],
  ['  Báo cáo\n\ttiến độ ', 20, 'Báo cáo tiến độ'],
  ['Báo cáo tiến độ giải ngân', 16, 'Báo cáo tiến độ…'],
  ['Báo cáo tiến độ giải ngân', 15, 'Báo cáo tiến…'],
  ['Báocáotiếnđộgiảingân', 10, 'Báocáotiế…'],
  ['😀😀😀😀', 3, '😀😀…'],
  ['', 10, ''],
])('%j within %d characters is %j', (text, most, short) => {
  expect(shortText(text, most)).toBe(short)
  expect([...short].length).toBeLessThanOrEqual(most)
})
