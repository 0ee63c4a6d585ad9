import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareVietnamese, vietnameseSortKey } from '../src/index.ts'

const byKey = (a: string, b: string) => {
  const [first, second] = [vietnameseSortKey(a), vietnameseSortKey(b)]
  return first < second ? -1 : first > second ? 1 : 0
}

/** Names as Vietnamese has them: of all its letters in all their tones, and digits. */
const bases = [...'aăâbcdđeêghiklmnoôơpqrstuưvxy0123456789']
const marks = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const letter = fc
  .tuple(fc.constantFrom(...bases), fc.constantFrom(...marks), fc.boolean())
  .map(([base, mark, upper]) => {
    const whole = /[aăâeêioôơuưy]/.test(base) ? (base + mark).normalize('NFC') : base
    return upper ? whole.toUpperCase() : whole
  })
const word = fc.array(letter, { minLength: 1, maxLength: 5 }).map((all) => all.join(''))
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))

describe('the order of names as a key', () => {
  it('is the order of the language, whatever the case and the composition', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [lowA, lowB] = [a.toLowerCase(), b.toLowerCase()]
        expect(byKey(a.normalize('NFD'), b)).toBe(Math.sign(compareVietnamese(lowA, lowB)))
      }),
      { numRuns: 5000 },
    )
  })

  it('looks at letters before tones, and at tones in their order', () => {
    const sorted = ['Ha', 'Hà', 'Hả', 'Hã', 'Há', 'Hạ', 'Hạ A', 'Haa', 'Hă', 'Hâ', 'Hb']
    expect(sorted.toReversed().sort(byKey)).toEqual(sorted)
  })

  it('is short and of ASCII, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(vietnameseSortKey(text)).toMatch(/^[!-~]{0,100} [1-5]?[0-5]{0,99}$/)
      }),
    )
    expect(vietnameseSortKey('ậ'.repeat(300))).toHaveLength(201)
  })
})
