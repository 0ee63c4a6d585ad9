import type { Tx } from '../../db/transaction.ts'
import type { FileRecord } from '../files/attached-files.store.ts'

export function portalStore(db: Tx) {
  return {
    /**
     * A file that anyone may read: of a wholly public directive, or of the report by which an
     * assignment of one is completed now. A reopened assignment has no such report.
     */
    async findPublicFile(id: string): Promise<FileRecord | null> {
      const [file] = await db.$queryRaw<FileRecord[]>`
        SELECT f.id, f.name, f.media_type AS "mediaType", f.size, f.sha256,
               f.uploaded_at AS "uploadedAt", f.signatures
          FROM file f
         WHERE f.id = ${id}::uuid AND (
           EXISTS (
             SELECT 1 FROM directive_file use JOIN directive d ON d.id = use.directive_id
              WHERE use.file_id = f.id AND d.visibility = 'public')
           OR EXISTS (
             SELECT 1 FROM report_file use
               JOIN report r ON r.id = use.report_id
               JOIN assignment_period p ON p.assignment_id = r.assignment_id
              WHERE use.file_id = f.id AND p.valid_to IS NULL AND p.state = 'completed'
                AND p.visibility = 'public'
                AND r.attempt = (SELECT max(attempt) FROM report WHERE assignment_id = r.assignment_id)))`
      return file ?? null
    },
  }
}
