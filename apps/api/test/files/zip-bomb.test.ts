import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { judgeMediaType } from '../../src/files/media-type.ts'
import { makeOoxml, makeZip, type ZipMember } from './make-zip.ts'
import { tempFile } from './temp-folder.ts'

const mebibyte = 1 << 20
const zeros = (mebibytes: number) => Buffer.alloc(mebibytes * mebibyte)

async function expectRefused(content: Buffer, why: RegExp) {
  const refusal = judgeMediaType(await tempFile(content))
  await expect(refusal).rejects.toMatchObject({ code: 'file-type-not-allowed' })
  await expect(refusal).rejects.toThrow(why)
}

test('a small archive that unpacks to a thousand times its size', async () => {
  await expectRefused(makeZip([{ name: 'a', content: zeros(64) }]), /200 times/)
})

test('a spreadsheet that is a bomb', async () => {
  const sheet = { name: 'xl/worksheets/sheet1.xml', content: zeros(64) }
  await expectRefused(makeOoxml('xlsx', { members: [sheet] }), /200 times/)
})

test('a spreadsheet that merely packs well', async () => {
  const sheet = { name: 'xl/worksheets/sheet1.xml', content: zeros(8) }
  const path = await tempFile(makeOoxml('xlsx', { members: [sheet] }))
  expect((await judgeMediaType(path)).extension).toBe('xlsx')
})

test('an entry that says it is small and is not', async () => {
  await expectRefused(makeZip([{ name: 'a', content: zeros(64), declaredSize: 10 }]), /larger/)
  await expectRefused(makeZip([{ name: 'a', content: 'abc', declaredSize: 900 }]), /smaller/)
})

test('more than half a gibibyte, by what it declares', async () => {
  const content = randomBytes(4 * mebibyte)
  await expectRefused(makeZip([{ name: 'a', content, declaredSize: 600 * mebibyte }]), /536870912/)
})

test('entries that all unpack the same bytes', async () => {
  const first: ZipMember = { name: 'a', content: 'x'.repeat(50_000), stored: true }
  const others = Array.from({ length: 20 }, (_, at) => ({
    ...first,
    name: `b${at}`,
    sameBytesAs: 0,
  }))
  await expectRefused(makeZip([first, ...others]), /share/)
})

test('too many entries', async () => {
  const members = Array.from({ length: 5_001 }, (_, at) => ({ name: `${at}`, stored: true }))
  await expectRefused(makeZip(members), /5001 entries/)
})

test('an archive in an archive', async () => {
  const inner = makeZip([{ name: 'a', content: 'x' }])
  await expectRefused(makeZip([{ name: 'inner.zip', content: inner }]), /archive in an archive/)
  await expectRefused(makeZip([{ name: 'a.txt', content: inner, stored: true }]), /in an archive/)
  await expectRefused(
    makeZip([{ name: 'a.7z', content: Buffer.from('377abcaf271c', 'hex') }]),
    /in an/,
  )
})

test.each([
  ['leads out of it', { name: '../../etc/passwd', content: 'x' }],
  ['is absolute', { name: '/etc/passwd', content: 'x' }],
  ['names a drive', { name: 'C:/x', content: 'x' }],
  ['has no end', { name: 'x'.repeat(2000), content: 'x' }],
])('a path that %s', async (_, member) => {
  await expectRefused(makeZip([member]), /ZIP/)
})

test('what cannot be looked into', async () => {
  await expectRefused(makeZip([{ name: 'a', content: 'x', flags: 1 }]), /locked/)
  await expectRefused(makeZip([{ name: 'a', content: 'x', method: 12 }]), /locked/)
})

test('one name twice', async () => {
  const twice = [
    { name: 'a.txt', content: '1' },
    { name: 'A.TXT', content: '2' },
  ]
  await expectRefused(makeZip(twice), /one name/)
})

test('broken archives', async () => {
  const whole = makeZip([{ name: 'a', content: 'x'.repeat(3000) }])
  await expectRefused(whole.subarray(0, whole.length - 30), /broken/)
  const damaged = Buffer.from(whole)
  damaged.fill(0xff, 31, 40)
  await expectRefused(damaged, /broken|larger|smaller/)
})
