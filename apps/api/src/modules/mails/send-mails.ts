import { civilDateAt, isOfficeTime, officeTimeFrom, type WorkCalendar } from '@dunghan/domain'
import type { JobParts, JobResult } from '../../jobs/job.ts'
import { reportTrouble } from '../../jobs/report-trouble.ts'
import { writeDigest } from './digest.ts'
import { type MailRecord, mailStore } from './mails.store.ts'
import { createPostman, MailRefused, type Postman } from './postman.ts'

const minute = 60_000
/** Minutes after each attempt that failed, growing; after the last one the mail has failed. */
const pauses = [1, 5, 15, 30, 60, 120, 240, 480, 480]
/** How long an attempt may take before another process takes the mail for lost. */
const lease = 10 * minute

/** Why a mail that nobody refused was not sent; the screens know these words. */
type Obstacle = 'account-disabled' | 'no-address' | 'nothing-to-tell'

/**
 * Sends the mail that waits, in office hours, one after the other. What the server refuses for now
 * is tried again after growing pauses; what it refuses for good, or too often, has failed.
 * @throws MailRefused when the server serves nobody: the rest waits for the next run
 */
export async function sendMails(parts: JobParts): Promise<JobResult | null> {
  const { config, clock, database, rulebooks, stopping } = parts
  const { calendar } = await rulebooks.current()
  if (!config.mail || !isOfficeTime(calendar, clock())) return null
  const store = mailStore(database.prisma)
  const postman = createPostman(config.mail)
  const counts = { sent: 0, refused: 0 }
  while (!stopping.aborted) {
    const now = clock()
    const mail = await store.claimNext(now, new Date(now.getTime() + lease))
    if (!mail) break
    counts[(await attempt(parts, calendar, postman, mail)) ? 'sent' : 'refused'] += 1
  }
  return counts.sent + counts.refused > 0 ? counts : null
}

/** @returns whether it was sent */
async function attempt(
  { config, clock, database }: JobParts,
  calendar: WorkCalendar,
  postman: Postman,
  mail: MailRecord,
): Promise<boolean> {
  const store = mailStore(database.prisma)
  const told = await store.listNotifications(mail.id)
  const obstacle = obstacleOf(mail, told.length)
  if (obstacle) {
    await store.saveFailed(mail.id, obstacle)
    return false
  }
  const { publicUrl } = config
  const ground = {
    calendar,
    today: civilDateAt(clock()),
    publicUrl,
    receiver: mail.account.displayName,
  }
  try {
    await postman.send({
      messageId: `<${mail.id}@${new URL(publicUrl).hostname}>`,
      to: mail.address,
      ...writeDigest(told, ground),
    })
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error
    await keepRefusal({ database, clock }, calendar, mail, error)
    if (error.serverTrouble) throw error
    return false
  }
  // Were the process to end here, the mail would go again under the same Message-ID.
  await store.saveSent(mail.id, clock())
  return true
}

function obstacleOf({ account }: MailRecord, told: number): Obstacle | null {
  if (account.disabledAt) return 'account-disabled'
  // What it may read was never meant for whoever reads an address that it has given up.
  if (account.email === null) return 'no-address'
  return told === 0 ? 'nothing-to-tell' : null
}

async function keepRefusal(
  { database, clock }: Pick<JobParts, 'database' | 'clock'>,
  calendar: WorkCalendar,
  { id, attempts, address }: MailRecord,
  { message, forGood }: MailRefused,
): Promise<void> {
  const store = mailStore(database.prisma)
  const pause = pauses[attempts - 1]
  if (!forGood && pause !== undefined) {
    const next = officeTimeFrom(calendar, new Date(clock().getTime() + pause * minute))
    await store.savePostponed(id, next, message)
    return
  }
  await store.saveFailed(id, message)
  const told = `Thư gửi đến ${address} không gửi được: máy chủ thư từ chối.`
  await reportTrouble(database.prisma, clock(), 'mail', told)
}
