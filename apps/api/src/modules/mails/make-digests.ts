import { isOfficeTime, newsSince } from '@dunghan/domain'
import { inTransaction } from '../../db/transaction.ts'
import type { JobParts, JobResult } from '../../jobs/job.ts'
import { mailStore } from './mails.store.ts'

const minute = 60_000
/** An account has one mail an hour at most, a little less by the clock. */
const apart = 55 * minute

/**
 * Gathers what each account is to read by mail into one mail an hour at most, in office hours.
 * Each notification goes into one mail, whichever process gathers it. Nothing is gathered where no
 * mail server is configured.
 */
export async function makeDigests(parts: JobParts): Promise<JobResult | null> {
  const { config, clock, database, rulebooks } = parts
  const now = clock()
  const { calendar } = await rulebooks.current()
  if (!config.mail || !isOfficeTime(calendar, now)) return null
  // An address that is given today does not bring last year.
  const since = newsSince(calendar, now)
  const lastMailBefore = new Date(now.getTime() - apart)
  const mails = await inTransaction(database, async (tx) => {
    const store = mailStore(tx)
    await store.lockDigests()
    return store.insertDigests(now, { since, lastMailBefore })
  })
  return mails > 0 ? { mails } : null
}
