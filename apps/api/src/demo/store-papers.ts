import { Readable } from 'node:stream'
import { v7 as newId } from 'uuid'
import type { Deps } from '../deps.ts'
import type { FileRecord } from '../modules/files/attached-files.store.ts'
import { filesService } from '../modules/files/files.service.ts'
import { fileRowStore } from '../modules/files/files.store.ts'
import { historyStore } from '../modules/history/history.store.ts'
import { actAs, type Cast, must, type Player } from './cast.ts'
import type { Random } from './random.ts'
import { makeSamplePapers, type PaperUse } from './sample-papers.ts'

export interface Papers {
  /** Uploads one of the samples under a name of its own; the content is stored already. */
  upload(player: Player, at: Date, random: Random, use: PaperUse, name: string): Promise<string>
}

/** Takes the sample papers in as uploads, judged and stored once each. */
export async function storePapers(deps: Deps, cast: Cast, at: Date): Promise<Papers> {
  const tx = deps.database.prisma
  const files = filesService(deps)
  const uploader = actAs(must(cast.players, 'chuyenvien'), at)
  const kept = new Map<PaperUse, Omit<FileRecord, 'id' | 'name' | 'uploadedAt'>[]>()
  for (const { use, bytes } of makeSamplePapers(at)) {
    const received = await files.receive(Readable.from([bytes]), 50)
    const { mediaType, size, sha256, signatures } = await files.keep(uploader, {
      ...received,
      name: `${use}.pdf`,
    })
    kept.set(use, [...(kept.get(use) ?? []), { mediaType, size, sha256, signatures }])
  }
  return {
    async upload(player, uploadedAt, random, use, name) {
      const file: FileRecord = { ...random.pick(must(kept, use)), id: newId(), name, uploadedAt }
      await fileRowStore(tx).insert(file, player.accountId)
      await historyStore(tx).append(actAs(player, uploadedAt), {
        type: 'file.uploaded',
        role: player.role,
        subject: 'file',
        subjectId: file.id,
        after: { name, mediaType: file.mediaType, size: file.size, sha256: file.sha256 },
      })
      return file.id
    },
  }
}
