import { FileRefused } from './file-refused.ts'
import { judgeOfficePackage, type OfficePackage } from './office-package.ts'
import { walkZip, type ZipEntry } from './zip-walk.ts'

/** Parts that say what the package is. They are a few kilobytes in any real file. */
const tellingParts = new Map([
  ['[content_types].xml', 1 << 20],
  ['mimetype', 256],
])

/**
 * Tells office documents and plain archives apart in a ZIP of `size` bytes. Throws FileRefused
 * `file-type-not-allowed` for other packages (presentations, programs, e-books), for macros, and for
 * a plain archive holding another archive, whose own contents nobody counted.
 */
export async function judgeZip(
  path: string,
  size: number,
): Promise<'docx' | 'xlsx' | 'odt' | 'ods' | 'zip'> {
  const names = new Set<string>()
  const parts = new Map<string, Buffer>()
  let nested: string | null = null

  for await (const entry of walkZip(path, size, (name) => tellingParts.get(name.toLowerCase()))) {
    const name = entry.name.toLowerCase()
    if (names.has(name)) throw refused('two entries of one name')
    names.add(name)
    if (entry.content) parts.set(name, entry.content)
    if (isArchive(entry)) nested = entry.name
  }

  const office = judgeOfficePackage({ names, parts } satisfies OfficePackage)
  if (office) return office
  if (names.has('meta-inf/manifest.mf')) throw refused('a Java program')
  if (nested !== null) throw refused('an archive in an archive')
  return 'zip'
}

const archiveStarts = ['52617221', '377abcaf271c', '1f8b', '425a68', 'fd377a585a00', '4d534346']
const officeNames = /\.(docx|xlsx|pptx|odt|ods|odp)$/i

/** Office documents are ZIPs too, and no unpacker goes into them by itself. */
function isArchive({ name, head }: ZipEntry): boolean {
  const start = head.toString('hex')
  if (start.startsWith('504b0304')) return !officeNames.test(name)
  return archiveStarts.some((hex) => start.startsWith(hex))
}

function refused(detail: string): FileRefused {
  return new FileRefused('file-type-not-allowed', `ZIP: ${detail}`)
}
