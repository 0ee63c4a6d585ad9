import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jobNames } from '@dunghan/contract'
import { inject } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { backUp } from '../../src/copy/back-up.ts'
import type { BackupKey } from '../../src/copy/backup-key.ts'
import type { CopyEngine } from '../../src/copy/copy-session.ts'
import { withOpened } from '../../src/copy/open-source.ts'
import { postgresCopies } from '../../src/copy/postgres-copies.ts'
import { type Database, openDatabase } from '../../src/db/client.ts'
import { createFreshness } from '../../src/db/freshness.ts'
import type { Deps } from '../../src/deps.ts'
import type { FileStore } from '../../src/files/file-store.ts'
import { openFileStore } from '../../src/files/open-file-store.ts'
import { createJobQueue } from '../../src/jobs/job-queue.ts'
import { createMetrics } from '../../src/metrics/metrics.ts'
import { createRulebooks } from '../../src/modules/calendar/rulebooks.ts'
import { createEventTail } from '../../src/modules/events/event-tail.ts'
import type { TestApp } from './app.ts'
import { checkingSerializer } from './checking-serializer.ts'
import { createDatabase, databaseUrl, dropDatabase } from './database-template.ts'

/** A folder of one's own, with what removes it. */
export function tempFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'dunghan-copy-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Works on the test's database as a back-up does while the server runs. */
export async function withSource<T>(
  test: TestApp,
  work: (engine: CopyEngine) => Promise<T>,
): Promise<T> {
  if (test.databaseUrl) return work(postgresCopies(test.databaseUrl))
  const { folder, remove } = tempFolder()
  try {
    const copy = join(folder, 'copy')
    await test.deps.database.copyTo?.(copy)
    return await withOpened(copy, work)
  } finally {
    remove()
  }
}

export type MakeBackup = (
  path: string,
  options?: { key?: BackupKey; files?: FileStore },
) => ReturnType<typeof backUp>

/** Makes back-ups of what is there now. */
export function withBackups<T>(test: TestApp, work: (make: MakeBackup) => Promise<T>): Promise<T> {
  const { files: own } = test.deps
  return withSource(test, (engine) =>
    work((path, { key, files = own } = {}) =>
      backUp({ engine, files, product: '0.1.0' }, path, { key, now: test.clock.now }),
    ),
  )
}

export interface EmptyMachine {
  config: { dataDir: string; databaseUrl: string | undefined }
  open(): Promise<Database>
  /** The whole API on what is there now, by the clock of another. */
  serve(test: TestApp): Promise<Served>
  remove(): Promise<void>
}

export interface Served {
  app: Awaited<ReturnType<typeof buildApp>>
  deps: Deps
  close(): Promise<void>
}

/** A data folder, and on a server a database, with nothing at all in them. */
export async function emptyMachine(): Promise<EmptyMachine> {
  const { folder, remove } = tempFolder()
  const template = inject('databaseTemplate')
  const name = template.kind === 'postgres' ? await createDatabase(template.serverUrl) : undefined
  const url =
    template.kind === 'postgres' && name ? databaseUrl(template.serverUrl, name) : undefined
  const config = { dataDir: folder, databaseUrl: url }
  const open = () => openDatabase({ ...config, flush: false })
  return {
    config,
    open,
    async serve(test) {
      const database = await open()
      const deps: Deps = {
        ...test.deps,
        database,
        metrics: createMetrics(),
        ...openFileStore(config),
        rulebooks: createRulebooks(database, test.deps.clock),
        freshness: createFreshness(database, test.deps.clock),
        jobs: createJobQueue(database, jobNames, undefined, 0.5),
        events: createEventTail(database, test.deps.clock),
      }
      const app = await buildApp(deps, { serializer: checkingSerializer })
      await app.ready()
      const close = async () => {
        await deps.jobs.stop()
        await app.close()
        await database.close()
      }
      return { app, deps, close }
    },
    async remove() {
      remove()
      if (template.kind === 'postgres' && name) await dropDatabase(template.serverUrl, name)
    },
  }
}
