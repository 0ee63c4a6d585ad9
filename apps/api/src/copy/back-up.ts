import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { FileMissing, type FileStore } from '../files/file-store.ts'
import type { BackupKey } from './backup-key.ts'
import type { CopyEngine, CopySession } from './copy-session.ts'
import { listContents } from './file-rows.store.ts'
import { type End, entryNames, formatVersion, type Manifest } from './manifest.ts'
import { createTally } from './table-tally.ts'
import {
  listMigrations,
  listTables,
  readSequences,
  selectAll,
  type TableShape,
} from './tables.store.ts'
import { type Archive, writeArchive } from './write-archive.ts'

export interface BackupSource {
  engine: CopyEngine
  files: FileStore
  /** The product's version. */
  product: string
}

/**
 * Makes a back-up of everything: the tables as one snapshot has them, and every stored file that
 * the snapshot names. Holds a few megabytes at a time, however much there is.
 * @throws CopyRefused, FileStoreDown, or as the database does; no file is left then
 */
export async function backUp(
  source: BackupSource,
  path: string,
  { key, now }: { key: BackupKey | undefined; now: Date },
): Promise<{ end: End; size: number }> {
  return source.engine.read(async (session) => {
    let end: End | undefined
    const size = await writeArchive(path, key, async (archive) => {
      const tables = await listTables(session.run)
      const manifest = await describe(session, tables, source.product, now)
      await archive.add(entryNames.manifest, json(manifest))
      end = {
        tables: await addTables(archive, session, tables),
        sequences: await readSequences(session.run),
        files: await addFiles(archive, session, source.files),
      }
      await archive.add(entryNames.end, json(end))
    })
    return { end: end as End, size }
  })
}

async function describe(
  { run }: CopySession,
  tables: TableShape[],
  product: string,
  now: Date,
): Promise<Manifest> {
  const [server] = await run('SHOW server_version')
  return {
    format: 'dunghan-backup',
    formatVersion,
    product,
    createdAt: now.toISOString(),
    engine: `PostgreSQL ${server?.server_version}`,
    migrations: await listMigrations(run),
    tables: tables.map(({ name, columns }) => ({ name, columns })),
  }
}

async function addTables(archive: Archive, session: CopySession, tables: TableShape[]) {
  const tallies: End['tables'] = []
  for (const table of tables) {
    const tally = createTally(table.name)
    const nameOf = (part: number) => `tables/${table.name}/${String(part).padStart(6, '0')}.copy`
    let part = 0
    for await (const chunk of tally.through(session.copyOut(selectAll(table), table.types))) {
      part += 1
      await archive.add(nameOf(part), chunk)
    }
    if (part === 0) await archive.add(nameOf(1), Buffer.alloc(0))
    tallies.push(tally.result())
  }
  return tallies
}

async function addFiles(
  archive: Archive,
  { run }: CopySession,
  files: FileStore,
): Promise<End['files']> {
  const added: End['files'] = { count: 0, bytes: 0, missing: [], damaged: [] }
  for await (const { sha256, used } of listContents(run)) {
    const found = await findFile(files, sha256)
    if (!found) {
      // What nothing refers to may have been swept since the snapshot.
      if (used) added.missing.push(sha256)
      continue
    }
    const hash = createHash('sha256')
    const content = Readable.from(exactly(found.size, found.content, hash))
    await archive.addStream(`files/${sha256}`, found.size, content)
    if (hash.digest('hex') !== sha256) added.damaged.push(sha256)
    added.count += 1
    added.bytes += found.size
  }
  return added
}

async function findFile(files: FileStore, sha256: string) {
  const stat = await files.stat(sha256)
  if (!stat) return null
  try {
    return { size: stat.size, content: await files.open(sha256) }
  } catch (error) {
    if (error instanceof FileMissing) return null
    throw error
  }
}

/** So many bytes, whatever there is: the archive has written the size before. */
async function* exactly(size: number, content: Readable, hash: ReturnType<typeof createHash>) {
  let left = size
  for await (const chunk of content) {
    const taken = chunk.subarray(0, left)
    hash.update(taken)
    left -= taken.length
    if (taken.length > 0) yield taken
  }
  const blank = Buffer.alloc(64 * 1024)
  for (; left > 0; left -= blank.length) {
    hash.update(blank.subarray(0, left))
    yield blank.subarray(0, left)
  }
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
