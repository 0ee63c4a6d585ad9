import type { Migration } from '../db/migrate.ts'
import type { FileStore } from '../files/file-store.ts'
import type { BackupKey } from './backup-key.ts'
import type { CopyEngine } from './copy-session.ts'
import { fittingMigrations } from './fitting-migrations.ts'
import { loadTables } from './load-tables.ts'
import type { End, Manifest } from './manifest.ts'
import { readBackup } from './read-backup.ts'
import { putContent, verifyFiles } from './restore-files.ts'
import { endSessions } from './target.store.ts'

/** A back-up that was read to its end and found whole. */
export interface VerifiedBackup {
  path: string
  key: BackupKey | undefined
  manifest: Manifest
  end: End
  /** By which its tables have come to be. */
  migrations: Migration[]
}

/** @throws CopyRefused naming what is wrong with it */
export async function verifyBackup(
  path: string,
  key: BackupKey | undefined,
  known: readonly Migration[],
): Promise<VerifiedBackup> {
  const { manifest, end } = await readBackup(path, key)
  const migrations = fittingMigrations(manifest.migrations, known, manifest.product)
  return { path, key, manifest, end, migrations }
}

export interface RestoreTarget {
  engine: CopyEngine
  files: FileStore
  /** A folder on the store's own disk. */
  incomingDir: string
}

/**
 * Fills an empty database and a file store from a back-up, reads back what they hold, and ends every
 * session that went on when the back-up was made: what was signed out since would come to life again.
 * @param last runs when everything is in its place but the database's commit
 * @throws CopyRefused; then the database is as it was
 */
export async function restoreInto(
  { engine, files, incomingDir }: RestoreTarget,
  { path, key, end, migrations }: VerifiedBackup,
  now: Date,
  last: () => void | Promise<void> = () => {},
): Promise<void> {
  const broken = new Set(end.files.damaged)
  await engine.write(async (session) => {
    await loadTables(session, migrations, {
      async each(load) {
        await readBackup(path, key, {
          table: load,
          async file(sha256, content) {
            if (!broken.has(sha256)) await putContent(files, incomingDir, sha256, content)
          },
        })
        return { tallies: end.tables, sequences: end.sequences }
      },
    })
    await verifyFiles(files, end.files.count - broken.size)
    await endSessions(session.run, now)
    await session.run('ANALYZE')
    await last()
  })
}
