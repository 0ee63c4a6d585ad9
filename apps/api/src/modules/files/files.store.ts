import type { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'
import type { FileRecord } from './attached-files.store.ts'

/** For whom a file is looked up: anyone who reads all, or a unit's account. */
export type FileReader = 'everything' | { accountId: string; unitId: string }

/**
 * A unit reads what it uploaded, the files of orders it has a part in, and those of reports on its
 * own assignments.
 */
function readableBy({ accountId, unitId }: { accountId: string; unitId: string }) {
  const periods = { some: { unitId, validTo: null } }
  return {
    OR: [
      { uploadedById: accountId },
      { directiveFiles: { some: { directive: { periods } } } },
      { reportFiles: { some: { report: { assignment: { periods } } } } },
    ],
  } satisfies Prisma.FileWhereInput
}

export function fileRowStore(db: Tx) {
  return {
    /** Null also when it exists but is not for this reader. */
    async findReadable(id: string, reader: FileReader): Promise<FileRecord | null> {
      const row = await db.file.findFirst({
        where: { id, ...(reader === 'everything' ? {} : readableBy(reader)) },
      })
      return row && { ...row, signatures: row.signatures as unknown[] }
    },

    async insert(file: FileRecord, uploadedById: string): Promise<void> {
      await db.file.create({
        data: { ...file, uploadedById, signatures: file.signatures as Prisma.InputJsonArray },
      })
    },

    /** Until the transaction ends nobody else adds or removes a row or a blob of this content. */
    async lockContent(sha256: string): Promise<void> {
      await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${sha256}, 0))::text`
    },

    /** Those of the contents that some row has. */
    async listKnownContents(sha256s: string[]): Promise<Set<string>> {
      const rows = await db.file.findMany({
        where: { sha256: { in: sha256s } },
        select: { sha256: true },
      })
      return new Set(rows.map(({ sha256 }) => sha256))
    },

    /** Removes the rows uploaded before an instant that nothing refers to. @returns how many */
    async deleteUnused(uploadedBefore: Date, most: number): Promise<number> {
      return db.$executeRaw`
        DELETE FROM file WHERE id IN (
          SELECT f.id FROM file f
           WHERE f.uploaded_at < ${uploadedBefore}
             AND NOT EXISTS (SELECT 1 FROM directive_file d WHERE d.file_id = f.id)
             AND NOT EXISTS (SELECT 1 FROM report_file r WHERE r.file_id = f.id)
           ORDER BY f.uploaded_at LIMIT ${most}::int FOR UPDATE SKIP LOCKED)`
    },
  }
}
