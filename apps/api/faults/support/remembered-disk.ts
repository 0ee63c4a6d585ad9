import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { DiskOperation } from './disk-operation.ts'

type Change = { position: number; bytes: Buffer } | { size: number }

/** A file: what is surely on disk of it, and what was asked since it was last flushed. */
interface Content {
  /** Where the folder recorded from had it; its bytes are read from there until it changes. */
  origin: string | null
  flushed: Buffer | null
  since: Change[]
}

type Naming = { folders: string[] } & (
  | { kind: 'name'; path: string; content: Content | 'folder' }
  | { kind: 'forget'; path: string }
  | { kind: 'rename'; path: string; to: string }
)

/** How much of what was not flushed a power cut leaves. */
export type Mercy = 'nothing' | 'everything' | 'some, and torn'

/** The smallest piece a disk writes whole. */
const sector = 512

/**
 * A disk as a power cut may leave it: content is there for sure once its file was flushed, a name
 * once its folder was. Of the rest any part may be: writes in any selection and torn between
 * sectors, names in the order in which they were asked for, as journalling file systems keep them.
 */
export function rememberDisk(origin: string) {
  const now = new Map<string, Content | 'folder'>()
  const sure = new Map<string, Content | 'folder'>()
  let unsure: Naming[] = []
  const open = new Map<number, { path: string; content: Content | 'folder' | undefined }>()

  for (const entry of readdirSync(origin, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name).slice(origin.length + 1)
    const content = entry.isDirectory()
      ? 'folder'
      : { origin: join(origin, path), flushed: null, since: [] }
    now.set(path, content)
    sure.set(path, content)
  }

  const named = (path: string) => now.get(path) as Content
  const folderOf = (path: string) => (dirname(path) === '.' ? '' : dirname(path))
  const name = (naming: Naming) => {
    applyNaming(now, naming)
    unsure.push(naming)
  }
  const flushFolder = (path: string) => {
    // In order: what came before a flushed name in the journal is flushed with it.
    const last = unsure.findLastIndex(({ folders }) => folders.includes(path))
    for (const naming of unsure.slice(0, last + 1)) applyNaming(sure, naming)
    unsure = unsure.slice(last + 1)
  }

  return {
    /** Has the next operation happen. */
    apply({ kind, path = '', to = '', fd = -1, position = 0, size = 0, bytes }: DiskOperation) {
      const file = open.get(fd)?.content
      const target = file && file !== 'folder' ? file : undefined
      if (kind === 'start') open.clear()
      else if (kind === 'open')
        open.set(fd, { path, content: path === '' ? 'folder' : named(path) })
      else if (kind === 'create') {
        const there = now.get(path)
        const content = there && there !== 'folder' ? there : newContent()
        if (!there) name({ kind: 'name', path, content, folders: [folderOf(path)] })
        content.since.push({ size: 0 }, { position: 0, bytes: bytes ?? Buffer.alloc(0) })
      } else if (kind === 'mkdir')
        name({ kind: 'name', path, content: 'folder', folders: [folderOf(path)] })
      else if (kind === 'unlink') name({ kind: 'forget', path, folders: [folderOf(path)] })
      else if (kind === 'rename')
        name({ kind: 'rename', path, to, folders: [folderOf(path), folderOf(to)] })
      else if (kind === 'write') target?.since.push({ position, bytes: bytes ?? Buffer.alloc(0) })
      else if (kind === 'truncate') (target ?? named(path)).since.push({ size })
      else if (kind === 'fsync') {
        if (file === 'folder') flushFolder(open.get(fd)?.path ?? '')
        if (!target) return
        flush(target)
      }
    },

    /** Makes `folder` what is found after a power cut at this moment. */
    cut(folder: string, mercy: Mercy) {
      cpSync(origin, folder, { recursive: true })
      const names = new Map(sure)
      const kept =
        mercy === 'nothing' ? 0 : mercy === 'everything' ? unsure.length : below(unsure.length + 1)
      for (const naming of unsure.slice(0, kept)) applyNaming(names, naming)
      for (const [path, content] of names) {
        const place = join(folder, path)
        if (content === 'folder') {
          mkdirSync(place, { recursive: true })
          continue
        }
        const since = spared(content.since, mercy)
        const asItWas = content.flushed === null && since.length === 0
        if (asItWas && content.origin === join(origin, path)) continue
        mkdirSync(dirname(place), { recursive: true })
        writeFileSync(place, changed(bytesOf(content), since))
      }
      for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
        const path = join(entry.parentPath, entry.name)
        if (!names.has(path.slice(folder.length + 1)) && existsSync(path)) {
          rmSync(path, { recursive: true })
        }
      }
    },
  }
}

const newContent = (): Content => ({ origin: null, flushed: Buffer.alloc(0), since: [] })

function applyNaming(names: Map<string, Content | 'folder'>, naming: Naming): void {
  if (naming.kind === 'name') names.set(naming.path, naming.content)
  else {
    const content = names.get(naming.path)
    names.delete(naming.path)
    if (naming.kind === 'rename' && content) names.set(naming.to, content)
  }
}

function bytesOf({ flushed, origin }: Content): Buffer {
  return flushed ?? (origin === null ? Buffer.alloc(0) : readFileSync(origin))
}

function flush(content: Content): void {
  const { flushed, since } = content
  // Segments of the log are long and flushed at every commit: what fits is written in place.
  const fits = (change: Change) =>
    !('size' in change) && change.position + change.bytes.length <= (flushed?.length ?? 0)
  if (flushed && since.every(fits)) {
    for (const change of since) if (!('size' in change)) change.bytes.copy(flushed, change.position)
  } else content.flushed = changed(bytesOf(content), since)
  content.since = []
}

function changed(before: Buffer, changes: Change[]): Buffer {
  let size = before.length
  let longest = size
  for (const change of changes) {
    size = 'size' in change ? change.size : Math.max(size, change.position + change.bytes.length)
    longest = Math.max(longest, size)
  }
  const bytes = Buffer.alloc(longest)
  before.copy(bytes)
  for (const change of changes) {
    if ('size' in change) bytes.fill(0, change.size)
    else change.bytes.copy(bytes, change.position)
  }
  return bytes.subarray(0, size)
}

function spared(changes: Change[], mercy: Mercy): Change[] {
  if (mercy === 'nothing') return []
  if (mercy === 'everything') return changes
  return changes
    .filter(() => Math.random() < 0.5)
    .map((change) => {
      if ('size' in change || Math.random() < 0.5) return change
      const sectors = Math.ceil(change.bytes.length / sector)
      return { ...change, bytes: change.bytes.subarray(0, below(sectors + 1) * sector) }
    })
}

const below = (limit: number) => Math.floor(Math.random() * limit)
