import { Prisma } from '../../db/generated/client.ts'
import { plannedOnce } from '../../db/read-rows.ts'
import type { Tx } from '../../db/transaction.ts'

export interface FileRecord {
  id: string
  name: string
  mediaType: string
  size: number
  sha256: string
  uploadedAt: Date
  signatures: unknown[]
}

export type FileRole = 'signed_document' | 'supporting'

export interface AttachedFileRecord extends FileRecord {
  role: FileRole
}

/** A file as a JSON object inside a larger answer of the database: one query for a whole life. */
export const attachedFileJson = Prisma.sql`json_build_object(
  'id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size, 'sha256', f.sha256,
  'uploadedAt', f.uploaded_at, 'signatures', f.signatures, 'role', use.role)`

/** The files of a directive as a JSON array, in their order. @param id an expression of SQL */
export const directiveFilesJson = (id: string) => Prisma.sql`COALESCE((
  SELECT json_agg(${attachedFileJson} ORDER BY use.position)
    FROM directive_file use JOIN file f ON f.id = use.file_id
   WHERE use.directive_id = ${Prisma.raw(id)}), '[]'::json)`

/** Turns the instants of `attachedFileJson`, which travel as text, into instants again. */
export function reviveFile(file: AttachedFileRecord): AttachedFileRecord {
  return { ...file, uploadedAt: new Date(file.uploadedAt) }
}

export function attachedFileStore(db: Tx) {
  return {
    async listOfDirective(directiveId: string): Promise<AttachedFileRecord[]> {
      const rows = await db.directiveFile.findMany({
        where: { directiveId },
        orderBy: { position: 'asc' },
        include: { file: true },
      })
      return rows.map(({ file, role }) => ({
        ...file,
        signatures: file.signatures as unknown[],
        role: role as FileRole,
      }))
    },

    /** Those of the ids an account may attach: what it uploaded itself. No sweep takes them meanwhile. */
    async listUploadedBy(accountId: string, ids: string[]): Promise<FileRecord[]> {
      return db.$queryRaw<FileRecord[]>(
        plannedOnce(Prisma.sql`
        SELECT f.id, f.name, f.media_type AS "mediaType", f.size, f.sha256,
               f.uploaded_at AS "uploadedAt", f.signatures
          FROM file f
         WHERE f.id = ANY(${ids}::uuid[]) AND f.uploaded_by_id = ${accountId}::uuid
           FOR KEY SHARE`),
      )
    },

    /** What a directive carries from now on, in this order. */
    async replaceOfDirective(
      directiveId: string,
      uses: { fileId: string; role: FileRole }[],
    ): Promise<void> {
      await db.directiveFile.deleteMany({ where: { directiveId } })
      await db.directiveFile.createMany({
        data: uses.map((use, position) => ({ directiveId, position, ...use })),
      })
    },
  }
}
