import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { FileStore } from '../src/files/file-store.ts'
import { createFolderStore } from '../src/files/folder-store.ts'
import type { Fault, FaultContext, Outcome } from './fault.ts'
import { makeBucket } from './support/bucket.ts'
import { checkHome } from './support/check-home.ts'
import { comes, officeAtWork } from './support/office-at-work.ts'

interface Store {
  files: Outcome['files']
  env?: Record<string, string>
  lose(): Promise<unknown>
  giveBack(): Promise<unknown>
  open(): FileStore
}

export const filesGone: Fault = {
  name: 'files-gone',
  describe:
    'the file store gone and back (a folder no longer mounted, a bucket that is cut off): 503, /readyz names it, nothing lost',
  async run(context) {
    const folderHome = join(context.folder, 'folder')
    const bucketHome = join(context.folder, 'bucket')
    return [
      await goneAndBack(folderHome, folderStore(folderHome), context),
      await goneAndBack(bucketHome, await bucketStore(context), context),
    ]
  },
}

function folderStore(dataDir: string): Store {
  const folder = join(dataDir, 'files')
  const away = `${folder}.away`
  return {
    files: 'folder',
    async lose() {
      renameSync(folder, away)
    },
    async giveBack() {
      // What stood in for it must not have been filled.
      if (existsSync(folder)) throw new Error('the server made a folder in place of the lost one')
      renameSync(away, folder)
    },
    open: () => createFolderStore(folder),
  }
}

async function bucketStore(context: FaultContext): Promise<Store> {
  const { env, open, cutOff, giveBack } = await makeBucket(context)
  return { files: 'S3', env, open, lose: cutOff, giveBack }
}

async function goneAndBack(dataDir: string, store: Store, context: FaultContext): Promise<Outcome> {
  const office = await officeAtWork({ dataDir }, context, { env: store.env })
  const { ledger } = office
  const rounds = context.rounds ?? 2
  const broken: string[] = []
  for (let round = 1; round <= rounds; round++) {
    if (!(await office.writes(12))) broken.push('nothing was written before')
    const before = ledger.notReady
    await store.lose()
    if (!(await comes(office.ready, (answer) => answer === '/files'))) {
      broken.push('/readyz did not name the files')
    }
    if (
      !(await comes(
        async () => ledger.notReady,
        (count) => count > before,
      ))
    ) {
      broken.push('no upload was answered 503 not-ready')
    }
    await store.giveBack()
    if (!(await office.writes(6))) broken.push('it did not go on by itself')
    context.say(`${store.files} gone and back: ${ledger.acknowledged.length} acknowledged so far`)
  }
  await office.rest()
  await office.server.stop()
  const found = await checkHome({ dataDir }, ledger.acknowledged, store.open())
  return {
    database: 'embedded',
    files: store.files,
    rounds,
    acknowledged: ledger.acknowledged.length,
    lost: found.lost.length,
    halfDone: found.halfDone.length,
    broken: [...broken, ...ledger.unexpected, ...found.lost, ...found.halfDone, ...found.broken],
    note: `${ledger.notReady} times 503`,
  }
}
