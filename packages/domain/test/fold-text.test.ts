import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from '../cases/fold-text.json' with { type: 'json' }
import { compareVietnamese, foldText, searchWords } from '../src/index.ts'

const anyText = fc.string({ unit: 'binary' })

describe('folded text', () => {
  it.each(cases)('$text', ({ text, folded }) => {
    expect(foldText(text)).toBe(folded)
  })

  it('folds once and for all', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('is the same in NFC and NFD, and has no space at its ends', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')))
        expect(foldText(text)).toBe(foldText(text).trim())
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the words of a query', () => {
  it('are folded, each once, at most twelve', () => {
    expect(searchWords('  Đồng   Tháp đồng ')).toEqual(['dong', 'thap'])
    expect(searchWords(' \t ')).toEqual([])
    expect(searchWords('a b c d e f g h i j k l m n')).toHaveLength(12)
  })
})

describe('the order of names', () => {
  it('has Đ after D, and marks after the bare letter', () => {
    const names = ['Đồng Tháp', 'Em', 'Dương', 'Du', 'Ân', 'An', 'Ăn', 'Đa']
    expect(names.sort(compareVietnamese)).toEqual([
      'An',
      'Ăn',
      'Ân',
      'Du',
      'Dương',
      'Đa',
      'Đồng Tháp',
      'Em',
    ])
  })
})
