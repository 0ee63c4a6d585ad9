import type { FileHandle } from 'node:fs/promises'
import type { FilePart } from './pdf-byte-range.ts'
import { type PdfDictionary, PdfSyntaxError, type PdfValue, parsePdfObject } from './pdf-object.ts'
import { readAt } from './read-at.ts'
import { SignatureProblem } from './signature-problem.ts'

/** A signature as it stands in the file, its place checked, its cryptography not yet. */
export interface SignatureInFile {
  /** The CMS structure with the zeros that fill its place. */
  cms: Buffer
  /** The two parts that are signed: all up to `end` but this signature's own hex string. */
  signedRanges: [FilePart, FilePart]
  /** Where the signed part of the file ends. */
  end: number
  /** `/M`, as it stands. */
  statedTime: string | null
}

/** Room for a signature that brings its revocation lists along. */
const mostContentsBytes = 4 << 20
/** How far from its numbers and its hex string the rest of a signature dictionary may reach. */
const reach = 32 << 10
/** Stands for the hex string in the text that is parsed. */
const placeholder = '<>'

const verifiedFormats = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached'])

/**
 * Reads the signature dictionary around the `/ByteRange` at `offset` of a file of `size` bytes.
 *
 * The range must begin with the file and leave out one thing: the hex string that is the value of
 * this very dictionary's `/Contents`. Whatever else could be left out could be changed afterwards.
 *
 * Throws SignatureProblem.
 */
export async function readSignatureInFile(
  handle: FileHandle,
  size: number,
  offset: number,
): Promise<SignatureInFile> {
  const [before, after] = await readByteRange(handle, size, offset)
  const cms = await readHex(handle, before.end, after.start)
  const { text, gapAt, rangeAt } = await readAround(handle, offset, before, after)
  const dictionary = findDictionary(text, Math.min(gapAt, rangeAt), rangeAt)

  const format = dictionary.entries.get('SubFilter')?.value
  if (format?.kind !== 'name' || !verifiedFormats.has(format.name)) {
    throw new SignatureProblem('format-unsupported')
  }
  const contents = dictionary.entries.get('Contents')?.value
  if (contents?.kind !== 'hex' || contents.start !== gapAt) {
    throw new SignatureProblem('contents-invalid')
  }
  const time = dictionary.entries.get('M')?.value
  return {
    cms,
    signedRanges: [before, after],
    end: after.end,
    statedTime: time?.kind === 'string' ? time.text : null,
  }
}

async function readByteRange(
  handle: FileHandle,
  size: number,
  offset: number,
): Promise<[FilePart, FilePart]> {
  const text = (await readAt(handle, offset, 512)).toString('latin1')
  const array = /^\/ByteRange[\0\t\n\f\r ]*\[([\0\t\n\f\r \d]*)\]/.exec(text)
  const numbers = array?.[1]?.match(/\d+/g) ?? []
  if (numbers.length !== 4 || numbers.some((digits) => digits.length > 15)) throw invalid()
  const [first, firstLength, second, secondLength] = numbers.map(Number)
  if (first !== 0 || !firstLength || !second || !secondLength) throw invalid()
  const end = second + secondLength
  if (second < firstLength + placeholder.length || end > size) throw invalid()
  if ((offset >= firstLength && offset < second) || offset >= end) throw invalid()
  return [
    { start: 0, end: firstLength },
    { start: second, end },
  ]
}

/** The text on both sides of the gap, joined by a placeholder, as far as a dictionary may reach. */
async function readAround(handle: FileHandle, offset: number, before: FilePart, after: FilePart) {
  const first = Math.min(offset, before.end)
  const last = Math.max(offset, after.start)
  if (before.end - first > reach || last - after.start > reach) {
    throw new SignatureProblem('dictionary-malformed')
  }
  const start = Math.max(0, first - reach)
  const head = await readAt(handle, start, before.end - start)
  const tail = await readAt(handle, after.start, Math.min(last + reach, after.end) - after.start)
  const gapAt = head.length
  const rangeAt =
    offset < before.end ? offset - start : gapAt + placeholder.length + offset - after.start
  return { text: head.toString('latin1') + placeholder + tail.toString('latin1'), gapAt, rangeAt }
}

/** The dictionary, itself an object or nested in one, in which `/ByteRange` stands at `rangeAt`. */
function findDictionary(text: string, before: number, rangeAt: number): PdfDictionary {
  try {
    const root = parsePdfObject(text, objectStart(text, before))
    const found = withRangeAt(root, rangeAt)
    if (found) return found
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error
  }
  throw new SignatureProblem('dictionary-malformed')
}

/** Just behind the last `5 0 obj` before an index. */
function objectStart(text: string, before: number): number {
  for (let at = text.lastIndexOf('obj', before); at > 0; at = text.lastIndexOf('obj', at - 1)) {
    if (/\d[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+$/.test(text.slice(Math.max(0, at - 32), at))) {
      return at + 3
    }
  }
  throw new PdfSyntaxError('outside any object')
}

function withRangeAt(value: PdfValue, rangeAt: number): PdfDictionary | null {
  if (value.kind === 'array') return firstWithRange(value.items, rangeAt)
  if (value.kind !== 'dictionary') return null
  if (value.entries.get('ByteRange')?.keyAt === rangeAt) return value
  return firstWithRange(
    Array.from(value.entries.values(), (entry) => entry.value),
    rangeAt,
  )
}

function firstWithRange(values: PdfValue[], rangeAt: number): PdfDictionary | null {
  for (const value of values) {
    const found = withRangeAt(value, rangeAt)
    if (found) return found
  }
  return null
}

/** The bytes of the hex string that fills a part of the file exactly. */
async function readHex(handle: FileHandle, start: number, end: number): Promise<Buffer> {
  if (end - start > mostContentsBytes) throw new SignatureProblem('contents-too-large')
  const text = (await readAt(handle, start, end - start)).toString('latin1')
  // Decoding stops at the first character that is no hex digit.
  const bytes = Buffer.from(text.slice(1, -1), 'hex')
  const whole = text.startsWith('<') && text.endsWith('>') && bytes.length * 2 === text.length - 2
  if (!whole) throw new SignatureProblem('contents-invalid')
  return bytes
}

function invalid(): SignatureProblem {
  return new SignatureProblem('byte-range-invalid')
}
