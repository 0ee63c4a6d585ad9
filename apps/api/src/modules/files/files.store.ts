import type { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'
import type { FileRecord } from './attached-files.store.ts'

/** For whom a file is looked up: anyone who reads all, or a unit's account. */
export type FileReader = 'everything' | { accountId: string; unitId: string }

export function fileRowStore(db: Tx) {
  /** Files of orders a unit has a part in, and of reports on its own assignments. */
  const concernsUnit = async (fileId: string, unitId: string): Promise<boolean> => {
    const [row] = await db.$queryRaw<{ concerns: boolean }[]>`
      SELECT EXISTS (
          SELECT 1 FROM directive_file f JOIN assignment_period p USING (directive_id)
           WHERE f.file_id = ${fileId}::uuid AND p.unit_id = ${unitId}::uuid AND p.valid_to IS NULL
        ) OR EXISTS (
          SELECT 1 FROM report_file f JOIN report r ON r.id = f.report_id
            JOIN assignment_period p USING (assignment_id)
           WHERE f.file_id = ${fileId}::uuid AND p.unit_id = ${unitId}::uuid AND p.valid_to IS NULL
        ) AS concerns`
    return row?.concerns ?? false
  }
  return {
    /** Null also when it exists but is not for this reader: a unit reads its own and what concerns it. */
    async findReadable(id: string, reader: FileReader): Promise<FileRecord | null> {
      const row = await db.file.findUnique({ where: { id } })
      if (!row) return null
      const readable =
        reader === 'everything' ||
        row.uploadedById === reader.accountId ||
        (await concernsUnit(id, reader.unitId))
      return readable ? { ...row, signatures: row.signatures as unknown[] } : null
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
