import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from '../cases/document-number.json' with { type: 'json' }
import splits from '../cases/document-split.json' with { type: 'json' }
import {
  documentKey,
  formatDocumentNumber,
  splitDocumentNumber,
  type UnusualForm,
  unusualForms,
} from '../src/index.ts'

describe('number and symbol', () => {
  it.each(cases)('$number, $symbol', ({ number, symbol, key, shown }) => {
    expect(documentKey(number, symbol)).toBe(key)
    expect(formatDocumentNumber(number, symbol)).toBe(shown)
  })

  it.each(splits)('typed as $text', ({ text, number, symbol }) => {
    expect(splitDocumentNumber(text)).toEqual(number === null ? null : { number, symbol })
  })

  it('have the same key in NFC and NFD', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (number, symbol) => {
          const decomposed = documentKey(number.normalize('NFD'), symbol.normalize('NFD'))
          expect(documentKey(number, symbol)).toBe(decomposed)
        },
      ),
    )
  })

  it('are found again from the way they are shown', () => {
    const numbers = fc.nat({ max: 99_999 })
    const symbols = fc.constantFrom(
      'QĐ-UBND-HC',
      'TB-VPUBND',
      '2013/QĐ-UBND',
      'QyĐ-UBND',
      'CTr-UBND',
    )
    fc.assert(
      fc.property(numbers, symbols, (number, symbol) => {
        const shown = formatDocumentNumber(`${number}`, symbol) as string
        const split = splitDocumentNumber(shown)
        expect(split && documentKey(split.number, split.symbol)).toBe(
          documentKey(`${number}`, symbol),
        )
      }),
    )
  })
})

describe('a form worth a second look', () => {
  it.each<[string | null, string | null, UnusualForm[]]>([
    ['1298', 'QĐ-UBND-HC', []],
    ['123a', 'QyĐ-UBND', []],
    ['20', '2013/QĐ-UBND', []],
    [null, null, []],
    ['12345678901', `QĐ-${'X'.repeat(27)}`, []],
    ['a12', 'QĐ-UBND', ['number-without-digit-first']],
    ['123456789012', 'QĐ-UBND', ['number-too-long']],
    ['1', `QĐ-${'X'.repeat(28)}`, ['symbol-too-long']],
    ['1', '12/QĐ-UBND', ['symbol-holds-number']],
    ['1', 'QĐ UBND', ['symbol-with-space', 'symbol-without-hyphen']],
    ['1', 'QĐ_UBND-X', ['symbol-with-odd-character']],
    ['1', 'QĐ', ['symbol-without-hyphen']],
  ])('%s, %s', (number, symbol, expected) => {
    expect(unusualForms(number, symbol)).toEqual(expected)
  })
})
