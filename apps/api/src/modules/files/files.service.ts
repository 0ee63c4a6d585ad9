import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { File } from '@dunghan/contract'
import { allows } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import { act } from '../../act.ts'
import { authorize, type Ctx } from '../../context.ts'
import type { Deps } from '../../deps.ts'
import { watchRoom } from '../../disk-room.ts'
import { isDiskError } from '../../files/disk-error.ts'
import { sanitizeFileName } from '../../files/file-name.ts'
import { FileStoreDown } from '../../files/file-store.ts'
import { judgeMediaType } from '../../files/media-type.ts'
import { readPdfSignatures } from '../../files/pdf-signature.ts'
import { type ReceivedFile, receiveFile } from '../../files/receive-file.ts'
import { Refusal } from '../../refusal.ts'
import { historyStore } from '../history/history.store.ts'
import type { FileRecord } from './attached-files.store.ts'
import { toFile } from './files.mapper.ts'
import { type FileReader, fileRowStore } from './files.store.ts'
import { refuseFile } from './refuse-file.ts'

const mib = 1024 * 1024

/** An upload that has wholly come and waits in the incoming folder. */
export interface Upload extends ReceivedFile {
  /** As the sender calls it. */
  name: string
}

type Parts = Pick<Deps, 'database' | 'files' | 'incomingDir' | 'trustedRoots' | 'rulebooks'>

export function filesService({ database, files, incomingDir, trustedRoots, rulebooks }: Parts) {
  const hasRoom = watchRoom(incomingDir)

  /** @throws Refusal; FileStoreDown when what came cannot be read again */
  async function judge(tempPath: string, at: Date) {
    try {
      const judged = await judgeMediaType(tempPath)
      const isPdf = judged.extension === 'pdf'
      const signatures = isPdf ? await readPdfSignatures(tempPath, { trustedRoots, at }) : []
      return { ...judged, signatures }
    } catch (error) {
      if (isDiskError(error)) throw new FileStoreDown(error)
      return refuseFile(error)
    }
  }

  return {
    /** How large a file may be, in MiB. @throws Refusal `forbidden` */
    async uploadLimit(ctx: Ctx): Promise<number> {
      authorize(ctx, 'file.upload')
      return (await rulebooks.current()).settings.maxUploadMiB
    },

    /**
     * Takes the bytes in; what does not arrive whole leaves nothing behind.
     * @throws Refusal `file-too-large`, `invalid-request`; FileStoreDown
     */
    receive(stream: Readable, limitMiB: number): Promise<ReceivedFile> {
      const maxBytes = limitMiB * mib
      const received = receiveFile(stream, { tempDir: incomingDir, maxBytes, hasRoom })
      return received.catch((error) => refuseFile(error, limitMiB))
    },

    /** Forgets an upload that is not kept after all. */
    discard: ({ tempPath }: ReceivedFile): Promise<void> => rm(tempPath, { force: true }),

    /**
     * Judges what the file is, reads its signatures and keeps it: the content first, flushed to
     * disk, then its row. Consumes the upload.
     * @throws Refusal `file-type-not-allowed`, `invalid-request`; FileStoreDown
     */
    async keep(ctx: Ctx, upload: Upload): Promise<File> {
      const role = authorize(ctx, 'file.upload')
      const { tempPath, size, sha256 } = upload
      try {
        const { mediaType, extension, signatures } = await judge(tempPath, ctx.now)
        const file: FileRecord = {
          id: newId(),
          name: sanitizeFileName(upload.name, extension),
          mediaType,
          size,
          sha256,
          uploadedAt: ctx.now,
          signatures,
        }
        await files.put(tempPath, sha256)
        return await act(database, ctx, async (tx) => {
          const rows = fileRowStore(tx)
          await rows.lockContent(sha256)
          // The sweep may have met the same content, long unused, just before it was put again.
          if (!(await files.stat(sha256))) throw new FileStoreDown('swept while it was uploaded')
          await rows.insert(file, ctx.actor.accountId)
          await historyStore(tx).append(ctx, {
            type: 'file.uploaded',
            role,
            subject: 'file',
            subjectId: file.id,
            after: { name: file.name, mediaType, size, sha256 },
          })
          return toFile(file)
        })
      } finally {
        await rm(tempPath, { force: true })
      }
    },

    async get(ctx: Ctx, id: string): Promise<File> {
      return toFile(found(await fileRowStore(database.prisma).findReadable(id, readerOf(ctx))))
    },

    async find(ctx: Ctx, id: string): Promise<FileRecord> {
      return found(await fileRowStore(database.prisma).findReadable(id, readerOf(ctx)))
    },
  }
}

function readerOf({ actor }: Ctx): FileReader {
  if (allows(actor.roles, 'assignment.readAll')) return 'everything'
  if (actor.unitId === null) throw new Refusal('forbidden')
  return { accountId: actor.accountId, unitId: actor.unitId }
}

function found(file: FileRecord | null): FileRecord {
  if (!file) throw new Refusal('not-found')
  return file
}
