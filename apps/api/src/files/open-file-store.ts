import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type FileStore, FileStoreRefuses } from './file-store.ts'
import { createFolderStore, incomingFolder } from './folder-store.ts'
import { S3Failure } from './s3-failure.ts'
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

/**
 * Before the first request: a store that will not have us is said at once; one that does not answer
 * may come back, and what needs no file is served meanwhile.
 * @throws FileStoreRefuses
 */
export async function askFileStore(
  files: FileStore,
  log: { warn(details: object, message: string): void },
): Promise<void> {
  try {
    await files.ping()
  } catch (error) {
    const { cause } = error as Error
    if (cause instanceof S3Failure && cause.refused) throw new FileStoreRefuses(cause)
    log.warn({ err: error }, 'The file store does not answer: what needs it is refused.')
  }
}
