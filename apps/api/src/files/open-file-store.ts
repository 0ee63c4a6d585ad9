import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { FileStore } from './file-store.ts'
import { createFolderStore, incomingFolder } from './folder-store.ts'
import { createS3Store } from './s3-store.ts'

export interface OpenFileStore {
  files: FileStore
  /** Where an upload waits until it is judged: a local folder, on the disk of a folder store. */
  incomingDir: string
}

/**
 * The one place that chooses where files are kept: a bucket where one is configured, else
 * `<dataDir>/files`. Asks nothing of a bucket yet.
 */
export function openFileStore({
  dataDir,
  files,
}: Pick<Config, 'dataDir' | 'files'>): OpenFileStore {
  const folder = join(dataDir, 'files')
  const inFolder = createFolderStore(folder)
  return { files: files ? createS3Store(files) : inFolder, incomingDir: incomingFolder(folder) }
}
