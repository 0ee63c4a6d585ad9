import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPdfSignatures } from '../../src/files/pdf-signature.ts'
import { loadTrustedRoots } from '../../src/files/trusted-roots.ts'
import {
  makeAuthority,
  makePdf,
  makeSignedPdf,
  makeSigner,
  signPdf,
} from '../support/signed-pdf.ts'
import { tempFile } from './temp-folder.ts'

const at = new Date('2026-11-20T08:00:00Z')
const authority = makeAuthority({ name: 'Cơ quan chứng thực' })
const trustedRoots = loadTrustedRoots(authority.pem)
const signed = await makeSignedPdf({ signerName: 'An', authority })
const gapStart = signed.indexOf('/Contents <') + '/Contents '.length
const gapEnd = signed.indexOf('>', gapStart) + 1

async function read(content: string | Uint8Array) {
  return readPdfSignatures(await tempFile(content), { trustedRoots, at })
}

async function expectProblem(content: string | Uint8Array, problem: string) {
  const signatures = await read(content)
  expect(signatures).toMatchObject([{ intact: false, valid: false, problem }])
}

/** A file with its range, and nothing else, changed. */
function withRange(range: string, file = signed): Buffer {
  const copy = Buffer.from(file)
  const from = copy.indexOf('/ByteRange [') + '/ByteRange '.length
  const room = copy.indexOf(']', from) + 1 - from
  if (range.length > room) throw new Error('the range has no room')
  copy.write(range.padEnd(room), from, 'latin1')
  return copy
}

const size = signed.length
test.each([
  ['three numbers', '[0 10 20]'],
  ['five numbers', '[0 10 20 30 40]'],
  ['no numbers', '[]'],
  ['placeholders', '[0 /*** /*** /***]'],
  ['a minus', `[0 ${gapStart} ${gapEnd} -5]`],
  ['a fraction', `[0 ${gapStart}.0 ${gapEnd} 5]`],
  ['not from the start', `[1 ${gapStart - 1} ${gapEnd} ${size - gapEnd}]`],
  ['beyond the end', `[0 ${gapStart} ${gapEnd} ${size}]`],
  ['overlapping parts', `[0 ${gapEnd} ${gapStart} ${size - gapStart}]`],
  ['the second before the first', `[0 ${gapStart} 0 ${gapStart}]`],
  ['no second part', `[0 ${gapStart} ${gapEnd} 0]`],
  ['numbers too large', '[0 9999999999999999 9999999999 1]'],
])('a byte range of %s', async (_, range) => {
  await expectProblem(withRange(range), 'byte-range-invalid')
})

test.each([
  ['more than the hex string', gapStart - 1, gapEnd],
  ['more behind it', gapStart, gapEnd + 1],
  ['less than it', gapStart + 2, gapEnd],
  ['less behind it', gapStart, gapEnd - 2],
])('a byte range that leaves out %s', async (_, start, end) => {
  await expectProblem(withRange(`[0 ${start} ${end} ${size - end}]`), 'contents-invalid')
})

test('a gap that is the hex string of another key', async () => {
  const moved = Buffer.from(
    signed.toString('latin1').replace('/Contents <', '/Elsewhere <'),
    'latin1',
  )
  const shift = '/Elsewhere'.length - '/Contents'.length
  const [start, end] = [gapStart + shift, gapEnd + shift]
  await expectProblem(
    withRange(`[0 ${start} ${end} ${moved.length - end}]`, moved),
    'contents-invalid',
  )
})

test('a gap that is the hex string of another dictionary', async () => {
  const end = '/Contents <00> >>\nendobj\n9999 0 obj\n<< '
  const split = Buffer.from(
    signed.toString('latin1').replace('/Contents <', `${end}/Contents <`),
    'latin1',
  )
  const [start, stop] = [gapStart + end.length, gapEnd + end.length]
  await expectProblem(
    withRange(`[0 ${start} ${stop} ${split.length - stop}]`, split),
    'contents-invalid',
  )
})

test('wrapping: what was signed stays, and what a reader shows is put in the gap', async () => {
  const evil = Buffer.from('/Reason (x) >>\nendobj\n1 0 obj\n<< /Type /Catalog >>\nendobj\n')
  const tail = signed.subarray(gapEnd)
  const wrapped = Buffer.concat([signed.subarray(0, gapEnd), evil, tail])
  const second = gapEnd + evil.length
  await expectProblem(
    withRange(`[0 ${gapStart} ${second} ${tail.length}]`, wrapped),
    'contents-invalid',
  )
})

test('something hidden behind the signature in its own place', async () => {
  const hidden = Buffer.from(signed)
  hidden.write('41', gapEnd - 3, 'latin1')
  await expectProblem(hidden, 'padding-not-zero')
})

test('a dictionary with two contents', async () => {
  const doubled = Buffer.from(signed)
  const place = doubled.indexOf('/M (D:')
  doubled.write('/Contents <00>'.padEnd(18), place, 'latin1')
  await expectProblem(doubled, 'dictionary-malformed')
})

test('contents that are no signature', async () => {
  const fill = (text: string) => {
    const copy = Buffer.from(signed)
    copy.write(text.padEnd(gapEnd - gapStart - 2, '0'), gapStart + 1, 'latin1')
    return copy
  }
  await expectProblem(fill(''), 'cms-malformed')
  await expectProblem(fill('ff'), 'cms-malformed')
  await expectProblem(fill('30820500'), 'cms-malformed')
  await expectProblem(fill('3080'.repeat(1500)), 'cms-malformed')
  await expectProblem(fill('zz'), 'contents-invalid')
  await expectProblem(fill('3003020101'), 'cms-malformed')
})

test('a place for a signature larger than any signature', async () => {
  const signer = makeSigner({ name: 'An', issuer: authority })
  await expectProblem(
    await signPdf(await makePdf('x'), { signer, room: 3 << 20 }),
    'contents-too-large',
  )
})

test('kinds of signature that are not verified', async () => {
  for (const subFilter of ['ETSI.RFC3161', 'adbe.x509.rsa_sha1', 'adbe.pkcs7.sha1']) {
    const other = await makeSignedPdf({ signerName: 'An', authority, subFilter })
    await expectProblem(other, 'format-unsupported')
  }
})

test('a name of the format that stands in a string only', async () => {
  const text = signed.toString('latin1')
  const format = '/SubFilter /adbe.pkcs7.detached'
  const inString = text.replace(format, '/Reason(/SubFilter/adbe.pkcs7.)')
  expect(inString.length).toBe(text.length)
  await expectProblem(Buffer.from(inString, 'latin1'), 'format-unsupported')
})

test('the words without a dictionary', async () => {
  await expectProblem('%PDF-1.7 /ByteRange [0 10 20 1000000] %%EOF', 'byte-range-invalid')
  const stray = `%PDF-1.7 <00> /ByteRange [0 9 13 40]${' '.repeat(40)}%%EOF`
  await expectProblem(stray, 'dictionary-malformed')
  await expectProblem(`5 0 obj ${stray}`.replace('0 9 13', '0 17 21'), 'dictionary-malformed')
  expect(await read('%PDF-1.7 the word /ByteRange alone %%EOF')).toEqual([])
})

test('a nest of dictionaries without end', async () => {
  for (const opening of ['<< /A ', '[']) {
    const nest = `1 0 obj ${opening.repeat(3000)}`
    const start = nest.length + 50
    const range = `/ByteRange [0 ${start} ${start + 2} 900]`.padEnd(50)
    await expectProblem(`${nest}${range}<>`.padEnd(start + 2 + 900), 'dictionary-malformed')
  }
})

test('thousands of signatures', async () => {
  const many = '1 0 obj << /ByteRange [0 1 2 3] >> '.repeat(5000)
  const signatures = await read(many)
  expect(signatures).toHaveLength(21)
  expect(signatures.at(-1)?.problem).toBe('too-many-signatures')
  expect(signatures.some(({ valid }) => valid)).toBe(false)
})

test('a file cut off inside its signature', async () => {
  for (const length of [gapStart - 30, gapStart + 5, gapEnd, size - 1]) {
    const [signature, ...others] = await read(signed.subarray(0, length))
    expect(others).toEqual([])
    expect(signature?.valid ?? false).toBe(false)
  }
})

test('the range found across the seam of two reads', async () => {
  const signer = makeSigner({ name: 'An', issuer: authority })
  const base = await makePdf('x')
  const at = (await signPdf(base, { signer })).indexOf('/ByteRange')
  for (const shift of [-12, -5, -1, 0, 1]) {
    const comment = `%${'x'.repeat((256 << 10) - at + shift - 2)}\n`
    const padded = Buffer.concat([base, Buffer.from(comment)])
    expect(await read(await signPdf(padded, { signer }))).toMatchObject([{ valid: true }])
  }
})

test('no change to what was signed makes it fail, hang or stay valid', async () => {
  const place = fc.oneof(fc.nat(gapStart - 1), fc.integer({ min: gapEnd, max: size - 1 }))
  const change = fc.tuple(place, fc.integer({ min: 1, max: 255 }))
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const copy = Buffer.from(signed)
      for (const [at, flip] of new Map(changes)) copy[at] = (copy[at] ?? 0) ^ flip
      expect((await read(copy)).some(({ valid }) => valid)).toBe(false)
    }),
    { numRuns: 400 },
  )
})

test('no change to the signature itself makes it fail, hang or name another', async () => {
  const cms = Buffer.from(signed.toString('latin1', gapStart + 1, gapEnd - 1), 'hex')
  const used = cms.length - (/0*$/.exec(cms.toString('hex'))?.[0].length ?? 0) / 2
  const change = fc.tuple(fc.nat(Math.floor(used) - 1), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const changed = Buffer.from(cms)
      for (const [at, byte] of changes) changed[at] = byte
      const copy = Buffer.from(signed)
      copy.write(changed.toString('hex'), gapStart + 1, 'latin1')
      const [signature] = await read(copy)
      // What nobody signs, such as certificates that are not needed, may change without harm.
      if (signature?.valid) expect(signature).toMatchObject({ signer: 'An', trusted: true })
    }),
    { numRuns: 300 },
  )
})
