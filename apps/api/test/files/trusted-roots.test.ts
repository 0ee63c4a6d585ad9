import { expect, test } from 'vitest'
import { loadTrustedRoots } from '../../src/files/trusted-roots.ts'
import { makeAuthority, makeSigner } from '../support/signed-pdf.ts'

const one = makeAuthority({ name: 'Gốc một' })
const two = makeAuthority({ name: 'Gốc hai' })

test('a bundle as authorities publish it', () => {
  const bundle = `# Gốc một\n${one.pem}\n\nGốc hai\r\n${two.pem.replaceAll('\n', '\r\n')}`
  expect(loadTrustedRoots(bundle).map(({ commonName }) => commonName)).toEqual([
    'Gốc một',
    'Gốc hai',
  ])
})

test('an empty bundle is no root', () => {
  expect(loadTrustedRoots(' \n')).toEqual([])
})

test.each([
  ['no certificate', 'xin chào', /holds no certificate in PEM/],
  ['one cut off', `${one.pem}${two.pem.slice(0, 200)}`, /cut off/],
  [
    'one that cannot be read',
    one.pem + two.pem.replace(/MII.{20}/, 'AAAA'),
    /^Certificate 2 .* cannot/,
  ],
  ['a person’s', makeSigner({ name: 'An', issuer: one }).pem, /^Certificate 1 .* authority: An$/],
  [
    'a key',
    '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----',
    /^Certificate 1 .* not a certificate but: -----BEGIN PRIVATE KEY/,
  ],
])('a bundle with %s is refused with a sentence', (_, bundle, sentence) => {
  expect(() => loadTrustedRoots(bundle)).toThrow(sentence)
})
