import { DatabaseUnavailable } from '../db/errors.ts'
import { currentOperation } from '../operation.ts'
import type { Job, JobLog, JobParts } from './job.ts'
import { jobRunStore } from './job-run.store.ts'
import { reportTrouble } from './report-trouble.ts'

/** Failures in a row after which the admins are told. */
const failuresInARow = 3
const longestError = 500

/**
 * Runs a job once and keeps how it went. What fails is kept with its run and tried again when the
 * job is next due.
 * @throws DatabaseUnavailable when nothing can be kept: then the queue tries again
 */
export async function runJob(
  name: string,
  { title, work }: Job,
  parts: JobParts,
  log: JobLog,
): Promise<void> {
  const { database, clock } = parts
  const runs = jobRunStore(database.prisma)
  const run = await runs.begin(name, clock())
  try {
    const result = await currentOperation.run({ operation: `job:${name}` }, () => work(parts))
    if (result === null) return await runs.saveIdle(run, name, clock())
    await runs.saveDone(run, clock(), result)
    log.info({ job: name, ...result }, 'job done')
  } catch (error) {
    log.error({ job: name, err: error }, 'job failed')
    if (error instanceof DatabaseUnavailable) throw error
    await runs.saveFailed(run, clock(), sentenceOf(error))
    if (!(await runs.haveFailed(name, failuresInARow, clock()))) return
    const told = `Việc tự động “${title}” đã lỗi ${failuresInARow} lần liên tiếp.`
    await reportTrouble(database.prisma, clock(), `job:${name}`, told)
  }
}

/** The first line alone: what follows repeats the statement, and may hold what was asked with it. */
function sentenceOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  const lines = text.split('\n').map((line) => line.trim())
  return (lines.find((line) => line) ?? 'failed').slice(0, longestError)
}
