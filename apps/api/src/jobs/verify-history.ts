import { verifyChains } from '../modules/audit/verify-chains.ts'
import type { JobParts, JobResult } from './job.ts'
import { jobRunStore } from './job-run.store.ts'
import { reportTrouble } from './report-trouble.ts'

/** What was verified this lately is not verified again, however often a server starts. */
const fresh = 12 * 60 * 60 * 1000

/**
 * Verifies the whole history, once a night and whenever somebody asks for it.
 * @throws when it is not as it was recorded; the admins are told at once
 */
export async function verifyHistory({
  database,
  clock,
  asked,
  stopping,
}: JobParts): Promise<JobResult | null> {
  const db = database.prisma
  const now = clock()
  const last = await jobRunStore(db).findLastDone('verify-history', now)
  if (!asked && last && now.getTime() - last.startedAt.getTime() < fresh) return null
  const { firstBroken, events, chains, seals } = await verifyChains(db, stopping)
  if (!firstBroken) return { events, chains, seals }
  const told =
    'Nhật ký không còn nguyên vẹn như khi được ghi: xem trang Nhật ký và báo người vận hành.'
  await reportTrouble(db, clock(), 'history', told)
  throw new Error(`history-broken: ${JSON.stringify(firstBroken)}`)
}
