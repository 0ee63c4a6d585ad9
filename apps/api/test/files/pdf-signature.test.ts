import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { readPdfSignatures } from '../../src/files/pdf-signature.ts'
import { loadTrustedRoots, type TrustedRoots } from '../../src/files/trusted-roots.ts'
import {
  makeAuthority,
  makePdf,
  makeSignedPdf,
  makeSigner,
  signPdf,
} from '../support/signed-pdf.ts'
import { tempFile } from './temp-folder.ts'

const at = new Date('2026-11-20T08:00:00Z')
const root = makeAuthority({ name: 'Cơ quan chứng thực gốc' })
const authority = makeAuthority({ name: 'Cơ quan chứng thực phụ', issuer: root })
const trustedRoots = loadTrustedRoots(root.pem)
const signer = makeSigner({ name: 'Lê Văn Đức', issuer: authority })

async function read(content: Uint8Array, roots: TrustedRoots = trustedRoots) {
  return readPdfSignatures(await tempFile(content), { trustedRoots: roots, at })
}

const good = {
  intact: true,
  coversWholeFile: true,
  trusted: true,
  validAtSigning: true,
  valid: true,
  problem: null,
}

test('a good signature, with every name as it is written', async () => {
  const signed = await makeSignedPdf({
    signerName: 'Nguyễn Thị Ánh Nguyệt',
    organization: 'Ủy ban nhân dân tỉnh Đồng Tháp',
    signedAt: new Date('2026-11-19T01:02:03Z'),
    reason: 'Tôi đồng ý (ký) \\ duyệt',
    authority,
  })
  expect(await read(signed)).toEqual([
    {
      ...good,
      signer: 'Nguyễn Thị Ánh Nguyệt',
      organization: 'Ủy ban nhân dân tỉnh Đồng Tháp',
      signedAt: '2026-11-19T01:02:03.000Z',
    },
  ])
})

test('no signature', async () => {
  expect(await read(await makePdf('Công văn'))).toEqual([])
})

test.each([
  ['RSA', { key: 'rsa' }, {}],
  ['RSA with PSS', { key: 'rsa' }, { pss: true }],
  ['RSA with SHA-512', { key: 'rsa' }, { digest: 'sha512' }],
  ['ECDSA with SHA-384', { key: 'ec' }, { digest: 'sha384' }],
  ['Ed25519', { key: 'ed25519' }, { digest: 'sha512' }],
  ['PAdES', { key: 'ec' }, { subFilter: 'ETSI.CAdES.detached' }],
  ['PAdES with RSA', { key: 'rsa' }, { subFilter: 'ETSI.CAdES.detached' }],
] as const)('signed with %s', async (_, { key }, options) => {
  const someone = makeSigner({ name: 'Trần Hữu', issuer: authority, key })
  const signed = await signPdf(await makePdf('x'), { signer: someone, ...options })
  expect(await read(signed)).toMatchObject([
    { ...good, signer: 'Trần Hữu', signedAt: '2026-01-01T02:00:00.000Z' },
  ])
})

test('one byte altered, anywhere in what was signed', async () => {
  const signed = await makeSignedPdf({ signerName: 'An', authority })
  const contents = signed.indexOf('/Contents <')
  for (const place of [20, 300, contents - 20, signed.length - 3]) {
    const altered = Buffer.from(signed)
    altered[place] = (altered[place] ?? 0) ^ 1
    const [signature] = await read(altered)
    expect(signature?.intact).toBe(false)
    expect(signature?.valid).toBe(false)
  }
  const text = Buffer.from(signed)
  text[300] = (text[300] ?? 0) ^ 1
  expect(await read(text)).toMatchObject([
    {
      signer: 'An',
      intact: false,
      coversWholeFile: true,
      trusted: true,
      problem: 'content-changed',
    },
  ])
})

test('added to after signing', async () => {
  const signed = await makeSignedPdf({ signerName: 'An', authority })
  const added = Buffer.concat([signed, Buffer.from('\n%%EOF\n')])
  expect(await read(added)).toMatchObject([
    { ...good, coversWholeFile: false, valid: false, problem: 'added-after-signing' },
  ])
})

test('two signatures: the first holds for what it signed, the last for all', async () => {
  const first = await makeSignedPdf({ signerName: 'Chủ tịch', authority })
  const second = makeSigner({ name: 'Văn thư', issuer: authority })
  expect(await read(await signPdf(first, { signer: second }))).toMatchObject([
    {
      ...good,
      signer: 'Chủ tịch',
      coversWholeFile: false,
      valid: false,
      problem: 'added-after-signing',
    },
    { ...good, signer: 'Văn thư' },
  ])
})

test('an authority nobody trusts, also when it bears the name of one', async () => {
  const forgedRoot = makeAuthority({ name: 'Cơ quan chứng thực gốc' })
  const forged = makeAuthority({ name: 'Cơ quan chứng thực phụ', issuer: forgedRoot })
  for (const issuer of [forged, forgedRoot, makeAuthority({ name: 'Tự lập' })]) {
    expect(await read(await makeSignedPdf({ signerName: 'An', authority: issuer }))).toMatchObject([
      { ...good, trusted: false, valid: false, problem: 'certificate-not-trusted' },
    ])
  }
})

test('the true authority brought along beside a forged one does not help', async () => {
  const forged = makeAuthority({ name: 'Cơ quan chứng thực phụ' })
  const forger = makeSigner({ name: 'An', issuer: forged })
  const signed = await signPdf(await makePdf('x'), {
    signer: forger,
    certificates: [forger, authority, root, forged],
  })
  expect(await read(signed)).toMatchObject([{ trusted: false, problem: 'certificate-not-trusted' }])
})

test('someone certified to sign documents cannot certify others', async () => {
  const other = makeSigner({ name: 'Giả', issuer: signer })
  const signed = await signPdf(await makePdf('x'), { signer: other })
  expect(await read(signed)).toMatchObject([{ trusted: false, problem: 'certificate-not-trusted' }])
})

test('an authority allowed none below it', async () => {
  const narrow = makeAuthority({ name: 'Gốc hẹp', pathLength: 0 })
  const below = makeAuthority({ name: 'Dưới gốc hẹp', issuer: narrow })
  const roots = loadTrustedRoots(narrow.pem)
  const direct = await makeSignedPdf({ signerName: 'An', authority: narrow })
  const indirect = await makeSignedPdf({ signerName: 'An', authority: below })
  expect(await read(direct, roots)).toMatchObject([good])
  expect(await read(indirect, roots)).toMatchObject([{ trusted: false }])
})

test('a missing link in the chain', async () => {
  const signed = await signPdf(await makePdf('x'), { signer, certificates: [signer] })
  expect(await read(signed)).toMatchObject([{ trusted: false, problem: 'certificate-not-trusted' }])
  expect(await read(signed, loadTrustedRoots(authority.pem))).toMatchObject([good])
})

test('without configured roots trust is left open and the rest decides', async () => {
  const signed = await makeSignedPdf({ signerName: 'An' })
  expect(await read(signed, [])).toMatchObject([{ ...good, trusted: null }])
})

test('a certificate out of its dates when it signed', async () => {
  const notAfter = new Date('2025-12-31T00:00:00Z')
  const expired = makeSigner({ name: 'Hết hạn', issuer: authority, notAfter })
  const late = { validAtSigning: false, valid: false, problem: 'certificate-not-valid-then' }
  expect(await read(await signPdf(await makePdf('x'), { signer: expired }))).toMatchObject([
    { ...good, ...late },
  ])

  const inTime = new Date('2025-06-01T00:00:00Z')
  const signed = await signPdf(await makePdf('x'), { signer: expired, signedAt: inTime })
  expect(await read(signed)).toMatchObject([good])

  const early = makeSigner({ name: 'Sớm', issuer: authority, notBefore: at })
  expect(await read(await signPdf(await makePdf('x'), { signer: early }))).toMatchObject([late])
})

test('an authority between out of its dates', async () => {
  const notAfter = new Date('2025-12-31T00:00:00Z')
  const expired = makeAuthority({ name: 'Phụ hết hạn', issuer: root, notAfter })
  expect(await read(await makeSignedPdf({ signerName: 'An', authority: expired }))).toMatchObject([
    { trusted: true, validAtSigning: false, problem: 'certificate-not-valid-then' },
  ])
})

test('signed in the future, but for what clocks run wrong', async () => {
  const signAt = async (time: string) =>
    read(await makeSignedPdf({ signerName: 'An', authority, signedAt: new Date(time) }))
  expect(await signAt('2026-11-20T20:00:00Z')).toMatchObject([good])
  expect(await signAt('2026-11-22T08:00:00Z')).toMatchObject([
    { ...good, validAtSigning: false, valid: false, problem: 'signed-in-future' },
  ])
})

test('a certificate for something else', async () => {
  const server = makeSigner({ name: 'may-chu', issuer: authority, keyUsage: 0b0010_0000 })
  expect(await read(await signPdf(await makePdf('x'), { signer: server }))).toMatchObject([
    { ...good, valid: false, problem: 'certificate-not-for-signing' },
  ])
})

test('keys and digests that can be forged today', async () => {
  const small = makeSigner({ name: 'Khóa ngắn', issuer: authority, key: 'rsa-1024' })
  const weak = { ...good, valid: false, problem: 'algorithm-weak' }
  expect(await read(await signPdf(await makePdf('x'), { signer: small }))).toMatchObject([weak])
  expect(await read(await signPdf(await makePdf('x'), { signer, digest: 'sha1' }))).toMatchObject([
    weak,
  ])
})

test('another certificate than the one the signer bound itself to', async () => {
  const other = makeSigner({ name: 'Khác', issuer: authority })
  const signed = await signPdf(await makePdf('x'), { signer, boundTo: other })
  expect(await read(signed)).toMatchObject([{ intact: false, problem: 'certificate-mismatch' }])
})

test('a signature whose certificate did not come along', async () => {
  const signed = await signPdf(await makePdf('x'), { signer, certificates: [authority] })
  expect(await read(signed)).toMatchObject([{ signer: '', problem: 'signer-missing' }])
})

test('a structure of indefinite length, as some programs write it', async () => {
  const indefinite = (cms: Buffer) =>
    Buffer.concat([
      Buffer.from('3080', 'hex'),
      cms.subarray(4, 15),
      Buffer.from('a080', 'hex'),
      cms.subarray(19),
      Buffer.alloc(4),
    ])
  const signed = await signPdf(await makePdf('x'), { signer, tamper: indefinite })
  expect(await read(signed)).toMatchObject([good])
})

test('a PDF that keeps its objects in streams can be signed too', async () => {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  expect(await read(await signPdf(await pdf.save(), { signer }))).toMatchObject([good])
})

test('a name too long is cut, never through the middle of a letter', async () => {
  const signerName = `${'a'.repeat(199)}😀`
  const [signature] = await read(await makeSignedPdf({ signerName, authority }))
  expect(signature?.signer).toMatch(/^a{199}/)
  expect(signature?.signer.isWellFormed()).toBe(true)
})
