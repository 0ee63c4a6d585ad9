import { expect, test } from 'vitest'
import { licencesInUse } from '../scripts/licences.ts'

/** Licences that ask for no more than to be named, those of fonts, and one that ends with its file. */
const allowed = new Set([
  ...['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Zlib'],
  ...['BlueOak-1.0.0', 'OFL-1.1', 'CC0-1.0', 'Unlicense', 'Python-2.0', 'MPL-2.0'],
])
/** States none in its `package.json`; the text of MIT lies beside it. */
const read = new Set(['png-js 1.1.0'])

test('all that comes along has a licence that may', () => {
  const inUse = licencesInUse()
  expect(inUse.size).toBeGreaterThan(100)
  const others = [...inUse].filter(([name, licence]) => {
    const choices = licence.replace(/[()]/g, '').split(' OR ')
    const may = choices.some((choice) => choice.split(' AND ').every((each) => allowed.has(each)))
    return !may && !read.has(name)
  })
  expect(others).toEqual([])
})
