import type { FileHandle } from 'node:fs/promises'
import { FileRefused } from './file-refused.ts'
import { type Ole2Entry, readOle2Directory, rootEntries } from './ole2-directory.ts'

/** The stream each program keeps its document in, at the root of the file. */
const mainStreams = new Map<string, 'doc' | 'xls' | 'other'>([
  ['worddocument', 'doc'],
  ['workbook', 'xls'],
  ['book', 'xls'],
  ['powerpoint document', 'other'],
  ['encryptedpackage', 'other'],
])

const macroNames = new Set(['macros', 'vba', '_vba_project', '_vba_project_cur'])

/**
 * Tells DOC from XLS in an OLE2 compound file of `size` bytes. Throws FileRefused
 * `file-type-not-allowed` for every other use of the container (installers, mails, locked office
 * files), for a broken one, and for macros, also those of an embedded object.
 */
export async function judgeOle2(handle: FileHandle, size: number): Promise<'doc' | 'xls'> {
  const entries = await readOle2Directory(handle, size)
  if (entries.some(isMacro)) throw refused('a document with macros')

  const kinds = new Set<'doc' | 'xls' | 'other'>()
  for (const entry of rootEntries(entries)) {
    const kind = entry.type === 'stream' && mainStreams.get(entry.name)
    if (kind) kinds.add(kind)
  }
  const [kind, second] = kinds
  if (!kind || kind === 'other' || second) throw refused('neither a DOC nor an XLS')
  return kind
}

function isMacro({ name, type }: Ole2Entry): boolean {
  return type !== 'unused' && macroNames.has(name)
}

function refused(detail: string): FileRefused {
  return new FileRefused('file-type-not-allowed', `OLE2: ${detail}`)
}
