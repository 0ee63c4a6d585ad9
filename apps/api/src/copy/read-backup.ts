import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { z } from 'zod'
import type { BackupKey } from './backup-key.ts'
import { CopyRefused } from './copy-refused.ts'
import { End, entryNames, formatVersion, Manifest } from './manifest.ts'
import { type ArchiveEntry, damaged, foreign, readArchive } from './read-archive.ts'
import { createTally, type TableTally } from './table-tally.ts'

/** Most bytes of an entry that is held in memory as a whole. */
const mostHeld = 256 * 1024 * 1024

/** Does with a back-up's content what it is read for. */
export interface BackupReader {
  /** Takes a table's lines; they are read to their end whether it does or not. */
  table?(name: string, columns: string[], chunks: AsyncIterable<Buffer>): Promise<void>
  /** Takes a stored file's content. */
  file?(sha256: string, content: AsyncIterable<Buffer>): Promise<void>
}

/**
 * Reads a back-up from its first byte to its last, and looks whether it is what its end says.
 * @throws CopyRefused naming what is wrong with it
 */
export async function readBackup(
  path: string,
  key: BackupKey | undefined,
  reader: BackupReader = {},
): Promise<{ manifest: Manifest; end: End }> {
  const entries = readArchive(path, key)
  try {
    const manifest = await readManifest(path, await entries.next())
    const tables: TableTally[] = []
    const files: FilesRead = { count: 0, bytes: 0, damaged: [] }
    let next = await entries.next()
    for (const { name, columns } of manifest.tables) {
      const tally = createTally(name)
      const lines = tally.through(
        linesOf(path, name, entries, next.value, (entry) => (next = entry)),
      )
      await reader.table?.(name, columns, lines)
      for await (const _ of lines);
      tables.push(tally.result())
    }
    for (; !next.done; next = await entries.next()) {
      const sha256 = entryNames.file.exec(next.value.name)?.[1]
      if (!sha256) break
      if (!(await readFile(sha256, next.value, reader))) files.damaged.push(sha256)
      files.count += 1
      files.bytes += next.value.size
    }
    if (next.done || next.value.name !== entryNames.end) throw damaged(path, 'its end is missing')
    const end = await readJson(path, next.value, End)
    if (!(await entries.next()).done) throw damaged(path, 'something follows its end')
    compare(path, end, tables, files)
    return { manifest, end }
  } finally {
    await entries.return(undefined)
  }
}

type Entries = ReturnType<typeof readArchive>
type Next = Awaited<ReturnType<Entries['next']>>

async function readManifest(path: string, { value, done }: Next): Promise<Manifest> {
  if (done || value.name !== entryNames.manifest) throw foreign(path)
  const text = (await readWhole(path, value)).toString()
  const parsed = Manifest.safeParse(parseJson(text))
  const { format, formatVersion: its } = (parseJson(text) ?? {}) as Record<string, unknown>
  if (format !== 'dunghan-backup') throw foreign(path)
  if (typeof its === 'number' && its > formatVersion) {
    throw new CopyRefused(
      `${path} was made by a newer version of the program, whose back-ups this one cannot read.`,
    )
  }
  if (!parsed.success) throw damaged(path, 'its manifest is not readable')
  return parsed.data
}

/** The lines of one table, from the parts that stand one after another; `goOn` is told what follows. */
async function* linesOf(
  path: string,
  table: string,
  entries: Entries,
  first: ArchiveEntry | undefined,
  goOn: (next: Next) => void,
): AsyncGenerator<Buffer> {
  let entry = first
  if (!entry || entryNames.table.exec(entry.name)?.[1] !== table) {
    throw damaged(path, `table ${table} is missing`)
  }
  while (entry && entryNames.table.exec(entry.name)?.[1] === table) {
    const lines = await readWhole(path, entry)
    if (lines.length > 0) yield lines
    const next: Next = await entries.next()
    goOn(next)
    entry = next.done ? undefined : next.value
  }
}

type FilesRead = Pick<End['files'], 'count' | 'bytes' | 'damaged'>

/** @returns whether the content is what its name says */
async function readFile(
  sha256: string,
  entry: ArchiveEntry,
  reader: BackupReader,
): Promise<boolean> {
  const hash = createHash('sha256')
  const content = (async function* () {
    for await (const chunk of entry.content) {
      hash.update(chunk)
      yield chunk
    }
  })()
  await reader.file?.(sha256, content)
  for await (const _ of content);
  return hash.digest('hex') === sha256
}

async function readWhole(path: string, { name, size, content }: ArchiveEntry): Promise<Buffer> {
  if (size > mostHeld) throw damaged(path, `${basename(name)} is too large`)
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function readJson<T extends z.ZodType>(
  path: string,
  entry: ArchiveEntry,
  schema: T,
): Promise<z.infer<T>> {
  const parsed = schema.safeParse(parseJson((await readWhole(path, entry)).toString()))
  if (!parsed.success) throw damaged(path, `${entry.name} is not readable`)
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function compare(path: string, end: End, tables: TableTally[], files: FilesRead): void {
  const other = tables.find((is, i) => {
    const was = end.tables[i]
    return was?.name !== is.name || was.rows !== is.rows || was.sha256 !== is.sha256
  })
  if (other) throw damaged(path, `table ${other.name} is not what it was`)
  if (end.tables.length !== tables.length) throw damaged(path, 'tables are missing')
  if (end.files.count !== files.count || end.files.bytes !== files.bytes) {
    throw damaged(path, `it holds ${files.count} files of ${end.files.count}`)
  }
  const known = new Set(end.files.damaged)
  const altered = files.damaged.find((sha256) => !known.has(sha256))
  if (altered) throw damaged(path, `file ${altered} is not what it was`)
}
