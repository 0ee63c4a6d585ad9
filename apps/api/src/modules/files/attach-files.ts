import type { FileUse } from '@dunghan/contract'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import { Refusal, type RefusalReason } from '../../refusal.ts'
import { type AttachedFileRecord, attachedFileStore } from './attached-files.store.ts'

/**
 * The files named in a request, in its order. An account attaches what it uploaded itself, or what
 * the document carries already.
 * @throws Refusal `invalid-request` naming the first that is neither, or that is named twice
 */
export async function filesToAttach(
  tx: Tx,
  ctx: Ctx,
  uses: FileUse[],
  present: AttachedFileRecord[] = [],
): Promise<AttachedFileRecord[]> {
  const own = await attachedFileStore(tx).listUploadedBy(
    ctx.actor.accountId,
    uses.map(({ fileId }) => fileId),
  )
  const known = new Map([...present, ...own].map((file) => [file.id, file]))
  const taken = new Set<string>()
  return uses.map(({ fileId, role }, i) => {
    const file = known.get(fileId)
    const refuse = (reason: RefusalReason) =>
      new Refusal('invalid-request', { pointer: `/files/${i}/fileId`, reason })
    if (!file) throw refuse('file-not-own')
    if (taken.has(fileId)) throw refuse('file-twice')
    taken.add(fileId)
    return { ...file, role }
  })
}

/** Whether a document comes with its issued, signed file, and whether a valid signature is in one. */
export function signedFileOf(files: AttachedFileRecord[]) {
  const signed = files.filter(({ role }) => role === 'signed_document')
  return {
    present: signed.length > 0,
    validSignature: signed.some(({ signatures }) =>
      (signatures as { valid: boolean }[]).some(({ valid }) => valid),
    ),
  }
}
