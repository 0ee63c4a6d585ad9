import { readFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { Gauge, type Registry } from 'prom-client'
import type { Deps } from '../deps.ts'
import { standingStore } from './standing.store.ts'

const ownPackage = join(import.meta.dirname, '../../package.json')

/**
 * What the database, the file store and the disk are asked for whenever somebody looks: the same on
 * every process but for its own connections and streams. What does not answer is left out, and
 * `dunghan_part_up` says so.
 * @returns asks anew
 */
export function registerStanding(registry: Registry, deps: Deps): () => Promise<void> {
  const { config, database, files, events, jobs } = deps
  const { version } = JSON.parse(readFileSync(ownPackage, 'utf8')) as { version: string }
  const standing = standingStore(database.prisma)
  const gauge = <L extends string>(name: string, help: string, ...labelNames: L[]) =>
    new Gauge({ name, help, labelNames, registers: [registry] })

  gauge('dunghan_build_info', 'Always 1', 'version', 'node', 'database').set(
    { version, node: process.versions.node, database: database.kind ?? '' },
    1,
  )
  const up = gauge('dunghan_part_up', '1: answers; 0: does not', 'part')
  const connections = gauge(
    'dunghan_database_connections',
    'Of this process, by what they do; the embedded database has one',
    'state',
  )
  const waiting = gauge('dunghan_database_waiting', 'Calls of this process without a turn yet')
  const streams = gauge('dunghan_event_streams', 'Streams of events open at this process')
  const doneAt = gauge('dunghan_job_last_success_timestamp_seconds', 'Since 1970', 'job')
  const failedAt = gauge('dunghan_job_last_failure_timestamp_seconds', 'Since 1970', 'job')
  const took = gauge('dunghan_job_last_duration_seconds', 'Of the run that ended last', 'job')
  const queued = gauge('dunghan_job_queue', 'What is asked of the jobs', 'job', 'state')
  const mails = gauge('dunghan_mails', 'Digests waiting to be sent, and given up', 'state')
  const oldest = gauge('dunghan_mail_oldest_waiting_timestamp_seconds', 'Since 1970')
  const free = gauge('dunghan_data_disk_free_bytes', 'Left on the disk of DATA_DIR')
  const size = gauge('dunghan_data_disk_size_bytes', 'Of the disk of DATA_DIR')

  const askDatabase = async () => {
    const [jobRows, mailRows, queueRows] = await Promise.all([
      standing.listJobs(),
      standing.listMails(),
      jobs.count(),
    ])
    for (const { job, ...figures } of jobRows) {
      if (figures.doneAt !== null) doneAt.set({ job }, figures.doneAt)
      if (figures.failedAt !== null) failedAt.set({ job }, figures.failedAt)
      if (figures.seconds !== null) took.set({ job }, figures.seconds)
    }
    for (const { job, ...counts } of queueRows) {
      for (const [state, count] of Object.entries(counts)) queued.set({ job, state }, count)
    }
    for (const state of ['waiting', 'failed']) {
      const found = mailRows.find((row) => row.state === state)
      mails.set({ state }, found?.count ?? 0)
      if (state === 'waiting' && found) oldest.set(found.oldestAt)
    }
  }
  const answers = async (part: string, ask: () => Promise<void>) =>
    up.set(
      { part },
      await ask().then(
        () => 1,
        () => 0,
      ),
    )

  return async () => {
    for (const figures of [doneAt, failedAt, took, queued, mails, oldest]) figures.reset()
    await Promise.all([
      answers('database', () => database.ping().then(askDatabase)),
      answers('files', () => files.ping()),
      askDisk(),
    ])
    const load = database.load()
    connections.set({ state: 'busy' }, load.connections - load.idle)
    connections.set({ state: 'idle' }, load.idle)
    waiting.set(load.waiting)
    streams.set(events.count())
  }

  async function askDisk() {
    const disk = await statfs(config.dataDir).catch(() => null)
    if (!disk) return
    free.set(disk.bavail * disk.bsize)
    size.set(disk.blocks * disk.bsize)
  }
}
