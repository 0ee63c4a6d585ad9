import { databaseFault } from '../db/errors.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Deps } from '../deps.ts'
import { fileRowStore } from '../modules/files/files.store.ts'

/** Rows removed in one statement, and contents asked about at once. */
const batch = 500

type Parts = Pick<Deps, 'database' | 'files'>

/** Rows uploaded before an instant that nothing refers to, then contents as old that no row has. */
export async function sweepFiles(
  parts: Parts,
  before: Date,
): Promise<{ files: number; contents: number }> {
  return { files: await sweepRows(parts, before), contents: await sweepContents(parts, before) }
}

async function sweepRows({ database }: Parts, before: Date): Promise<number> {
  let removed = 0
  for (;;) {
    const count = await fileRowStore(database.prisma).deleteUnused(before, batch).catch(spare)
    removed += count
    if (count < batch) return removed
  }
}

/** One of them was put to use at this very moment: none of the batch goes before the next sweep. */
function spare(error: unknown): number {
  if (databaseFault(error)?.kind === 'foreign-key') return 0
  throw error
}

async function sweepContents(parts: Parts, before: Date): Promise<number> {
  let removed = 0
  let old: string[] = []
  for await (const { sha256, storedAt } of parts.files.list()) {
    if (storedAt >= before) continue
    old.push(sha256)
    if (old.length < batch) continue
    removed += await removeUnknown(parts, old)
    old = []
  }
  return removed + (await removeUnknown(parts, old))
}

async function removeUnknown(parts: Parts, contents: string[]): Promise<number> {
  const known = await fileRowStore(parts.database.prisma).listKnownContents(contents)
  let removed = 0
  for (const sha256 of contents) {
    if (!known.has(sha256) && (await removeContent(parts, sha256))) removed += 1
  }
  return removed
}

/**
 * An upload of the same content may be under way. It puts the content, then takes this same lock
 * and looks whether the content is still there before it adds its row: so either its row is seen
 * here, or the loss is seen there and nothing is acknowledged.
 */
function removeContent({ database, files }: Parts, sha256: string): Promise<boolean> {
  return inTransaction(database, async (tx) => {
    const rows = fileRowStore(tx)
    await rows.lockContent(sha256)
    if ((await rows.listKnownContents([sha256])).has(sha256)) return false
    await files.delete(sha256)
    return true
  })
}
