import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { sanitizeFileName } from './file-name.ts'
import { type FileStore, FileStoreDown } from './file-store.ts'
import { judgeMediaType } from './media-type.ts'
import { type PdfSignature, readPdfSignatures } from './pdf-signature.ts'
import { receiveFile } from './receive-file.ts'
import type { TrustedRoots } from './trusted-roots.ts'

/** A file that is in the store, with what is known of it. */
export interface TakenFile {
  /** Sanitised, with the extension of what the file is. */
  name: string
  mediaType: string
  /** Bytes. */
  size: number
  sha256: string
  /** Of a PDF; empty for anything else. */
  signatures: PdfSignature[]
}

export interface TakeInOptions {
  store: FileStore
  /** For uploads on their way in; see `incomingFolder`. */
  tempDir: string
  maxBytes: number
  trustedRoots: TrustedRoots
  /** Now. */
  at: Date
}

/**
 * Receives, judges and stores one upload, named as its sender named it. When this resolves the file
 * survives a power cut. Throws FileRefused or FileStoreDown, and then leaves nothing behind.
 */
export async function takeInFile(
  upload: { stream: Readable; name: string },
  options: TakeInOptions,
): Promise<TakenFile> {
  try {
    return await takeIn(upload, options)
  } catch (error) {
    // A full or vanished disk shows first where the upload is written, before the store sees it.
    if (error instanceof Error && 'syscall' in error) throw new FileStoreDown(error)
    throw error
  }
}

async function takeIn(
  upload: { stream: Readable; name: string },
  { store, tempDir, maxBytes, trustedRoots, at }: TakeInOptions,
): Promise<TakenFile> {
  const { tempPath, size, sha256 } = await receiveFile(upload.stream, { tempDir, maxBytes })
  try {
    const { mediaType, extension } = await judgeMediaType(tempPath)
    const signatures =
      extension === 'pdf' ? await readPdfSignatures(tempPath, { trustedRoots, at }) : []
    await store.put(tempPath, sha256)
    return { name: sanitizeFileName(upload.name, extension), mediaType, size, sha256, signatures }
  } finally {
    await rm(tempPath, { force: true })
  }
}
