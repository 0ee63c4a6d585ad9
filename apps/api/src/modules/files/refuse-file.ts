import { FileRefused } from '../../files/file-refused.ts'
import { Refusal } from '../../refusal.ts'

const pointer = '/file'

/** A file that is not taken, said as a refusal; any other error passes through. */
export function refuseFile(error: unknown, limitMiB?: number): never {
  if (!(error instanceof FileRefused)) throw error
  switch (error.code) {
    case 'file-too-large':
      throw new Refusal('file-too-large', { pointer, params: { limit: `${limitMiB} MiB` } })
    case 'file-type-not-allowed':
      throw new Refusal('file-type-not-allowed', { pointer })
    default:
      throw new Refusal('invalid-request', { pointer, reason: error.code })
  }
}
