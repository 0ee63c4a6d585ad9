import type { Readable } from 'node:stream'

/** Part of a file in bytes, both ends included, as in an HTTP `Range`. `end` null: to the end. */
export interface StoredRange {
  start: number
  end: number | null
}

/** One stored file as `list` meets it. */
export interface StoredFile {
  sha256: string
  /** Bytes. */
  size: number
  /** When this content was last put. */
  storedAt: Date
}

/**
 * Files by the SHA-256 of their content (64 lower-case hex digits): the same content is one file,
 * and a file never changes. A store is a folder or an S3 bucket; nothing here favours either.
 *
 * Any method may throw FileStoreDown. A name that is not a hash is a TypeError.
 */
export interface FileStore {
  /**
   * Takes the finished file at `tempPath` into the store and consumes it: once this resolves the
   * content survives a power cut and `tempPath` is gone. When it rejects, `tempPath` is still the
   * caller's to remove. Content already there is put again all the same, so that `storedAt` is new
   * and a sweep running at this moment spares it.
   */
  put(tempPath: string, sha256: string): Promise<void>
  /** A stream of the bytes. Throws FileMissing. The caller reads it to its end or destroys it. */
  open(sha256: string, range?: StoredRange): Promise<Readable>
  /** Size in bytes, or null when there is no such file. */
  stat(sha256: string): Promise<{ size: number } | null>
  /** Removes a file; one that is not there is no error. */
  delete(sha256: string): Promise<void>
  /** Every stored file, in no order: for sweeping, backup and verification. */
  list(): AsyncIterable<StoredFile>
  /** Resolves when the store can be read and written, else throws FileStoreDown. */
  ping(): Promise<void>
}

/** The store answers, and has no file of that hash. */
export class FileMissing extends Error {
  readonly sha256: string

  constructor(sha256: string) {
    super(`no stored file ${sha256}`)
    this.name = 'FileMissing'
    this.sha256 = sha256
  }
}

/** The store itself does not answer: gone, full, read-only. Trying later may help. */
export class FileStoreDown extends Error {
  constructor(cause: unknown) {
    super('the file store does not answer', { cause })
    this.name = 'FileStoreDown'
  }
}

/** The store answers, and will not have us as we are configured; the message is for the operator. */
export class FileStoreRefuses extends Error {
  constructor(cause: { code: string; message: string }) {
    // Not every server has words for it.
    const said = cause.message === 'UnknownError' ? '' : `: ${cause.message.replace(/\.$/, '')}`
    super(
      `The file store refuses (${cause.code}${said}): check FILES_URL, the AWS_ variables and the rights of the key.`,
      { cause },
    )
    this.name = 'FileStoreRefuses'
  }
}

/** Guards what becomes a path or an object key. */
export function assertSha256(value: string): void {
  if (!/^[0-9a-f]{64}$/.test(value)) throw new TypeError('not a SHA-256 in lower-case hex')
}
