import { type FileHandle, open } from 'node:fs/promises'
import { FileRefused } from './file-refused.ts'
import { judgeOle2 } from './ole2-content.ts'
import { readAt } from './read-at.ts'
import { judgeZip } from './zip-content.ts'

const ooxml = 'application/vnd.openxmlformats-officedocument'
const odf = 'application/vnd.oasis.opendocument'

/** Everything that may be uploaded: extension without the dot → media type. */
export const mediaTypes = {
  pdf: 'application/pdf',
  docx: `${ooxml}.wordprocessingml.document`,
  xlsx: `${ooxml}.spreadsheetml.sheet`,
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  odt: `${odf}.text`,
  ods: `${odf}.spreadsheet`,
  png: 'image/png',
  jpg: 'image/jpeg',
  zip: 'application/zip',
} as const

export type FileExtension = keyof typeof mediaTypes

export interface MediaType {
  mediaType: (typeof mediaTypes)[FileExtension]
  extension: FileExtension
}

/**
 * What a file is, judged by its content alone. Reads archives through to count what they unpack to,
 * keeping none of it. Throws FileRefused: `file-type-not-allowed` for anything not in the list, for
 * office files with macros and for archives that unpack to too much; `file-empty`.
 */
export async function judgeMediaType(path: string): Promise<MediaType> {
  const handle = await open(path, 'r')
  try {
    const extension = await judge(handle, path)
    return { mediaType: mediaTypes[extension], extension }
  } finally {
    await handle.close()
  }
}

async function judge(handle: FileHandle, path: string): Promise<FileExtension> {
  const { size } = await handle.stat()
  if (size === 0) throw new FileRefused('file-empty')
  const head = await readAt(handle, 0, headBytes)

  if (startsWith(head, '504b0304')) return judgeZip(path, size)
  if (startsWith(head, '504b0506')) throw new FileRefused('file-empty', 'an archive of nothing')
  if (startsWith(head, 'd0cf11e0a1b11ae1')) return judgeOle2(handle, size)
  if (startsWith(head, '89504e470d0a1a0a0000000d49484452')) return 'png'
  if (startsWith(head, 'ffd8ff')) return 'jpg'
  if (await isPdf(handle, head, size)) return 'pdf'
  throw new FileRefused('file-type-not-allowed', 'none of the known types')
}

/** Readers accept a header anywhere in the first 1,024 bytes; scanners put a few before it. */
const headBytes = 1024
const tailBytes = 4096

/** A PDF without its end mark was cut off on its way, or is none. */
async function isPdf(handle: FileHandle, head: Buffer, size: number): Promise<boolean> {
  if (!head.includes('%PDF-')) return false
  const tail = await readAt(handle, Math.max(0, size - tailBytes), tailBytes)
  return tail.includes('%%EOF')
}

function startsWith(head: Buffer, hex: string): boolean {
  return head.subarray(0, hex.length / 2).equals(Buffer.from(hex, 'hex'))
}
