import type { Deps } from '../deps.ts'
import { removeStaleTempFiles } from '../files/list-folder.ts'
import { sweepStore } from './sweep.store.ts'
import { sweepFiles } from './sweep-files.ts'

const day = 24 * 60 * 60 * 1000

/** How many of each were removed. */
export interface Swept {
  files: number
  contents: number
  uploads: number
  sessions: number
  refreshTokens: number
  idempotencyKeys: number
  signInFailures: number
  jobRuns: number
  notifications: number
}

type Parts = Pick<Deps, 'database' | 'files' | 'incomingDir'>

/**
 * Removes what nobody will ask for again: files never referenced within a day, uploads that broke
 * off, sessions over for a month, keys and failed sign-ins of yesterday, runs of jobs a month
 * old, what was read in a bell a year ago. Several processes may sweep at once.
 */
export async function sweep({ database, files, incomingDir }: Parts, now: Date): Promise<Swept> {
  const dayAgo = new Date(now.getTime() - day)
  const monthAgo = new Date(now.getTime() - 30 * day)
  const yearAgo = new Date(now.getTime() - 365 * day)
  const store = sweepStore(database.prisma)
  return {
    ...(await sweepFiles({ database, files }, dayAgo)),
    uploads: await removeStaleTempFiles(incomingDir, dayAgo),
    refreshTokens: await store.deleteRefreshTokens(monthAgo),
    sessions: await store.deleteSessions(monthAgo),
    idempotencyKeys: await store.deleteIdempotencyKeys(dayAgo),
    signInFailures: await store.deleteSignInFailures(dayAgo),
    jobRuns: await store.deleteJobRuns(monthAgo),
    notifications: await store.deleteNotifications(yearAgo),
  }
}
