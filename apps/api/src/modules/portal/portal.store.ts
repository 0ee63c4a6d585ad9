import type { Tx } from '../../db/transaction.ts'
import type { FileRecord } from '../files/attached-files.store.ts'

export function portalStore(db: Tx) {
  return {
    /** A file that anyone may read: of a wholly public directive, or of an accepted report on one. */
    async findPublicFile(id: string): Promise<FileRecord | null> {
      const row = await db.file.findFirst({
        where: {
          id,
          OR: [
            { directiveFiles: { some: { directive: { visibility: 'public' } } } },
            {
              reportFiles: {
                some: {
                  report: {
                    review: { verdict: 'satisfactory' },
                    assignment: { directive: { visibility: 'public' } },
                  },
                },
              },
            },
          ],
        },
      })
      return row && { ...row, signatures: row.signatures as unknown[] }
    },
  }
}
