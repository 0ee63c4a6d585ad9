import type { AttachedFile, File, Signature } from '@dunghan/contract'
import type { AttachedFileRecord, FileRecord } from './attached-files.store.ts'

export function toFile(file: FileRecord): File {
  return {
    id: file.id,
    name: file.name,
    mediaType: file.mediaType,
    size: file.size,
    sha256: file.sha256,
    uploadedAt: file.uploadedAt.toISOString(),
    signatures: file.signatures as Signature[],
  }
}

export function toAttachedFile(file: AttachedFileRecord): AttachedFile {
  return { ...toFile(file), role: file.role }
}
