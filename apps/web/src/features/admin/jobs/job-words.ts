import type { Schema } from '../../../api/types.ts'
import { formatNumber } from '../../../lib/format.ts'
import { m } from '../../../paraglide/messages.js'
import type { Outcome } from '../../../ui/outcome-badge.tsx'

type Job = Schema<'Job'>
type JobRun = Schema<'JobRun'>
type Result = NonNullable<JobRun['result']>

interface JobWords {
  name: () => string
  hint: () => string
  schedule: () => string
  /** What a run did, by its figures. */
  done: (result: Result) => string
  /** Why a run did nothing, where it is not that nothing was there to do. */
  nothing?: () => string
}

const figure = (value: Result[string] | undefined) =>
  formatNumber(typeof value === 'number' ? value : 0)
const sum = (result: Result) =>
  Object.values(result).reduce<number>(
    (total, value) => total + (typeof value === 'number' ? value : 0),
    0,
  )

export const jobWords: Record<Job['name'], JobWords> = {
  sweep: {
    name: m.jobs_sweep,
    hint: m.jobs_sweep_hint,
    schedule: m.jobs_sweep_schedule,
    done: (result) => m.jobs_sweep_done({ count: formatNumber(sum(result)) }),
  },
  'monthly-reports': {
    name: m.jobs_monthly_reports,
    hint: m.jobs_monthly_reports_hint,
    schedule: m.jobs_monthly_reports_schedule,
    done: ({ months }) => {
      const drawn = Array.isArray(months) ? months : []
      const words = drawn.map((month) => month.split('-').reverse().join('/'))
      return m.jobs_monthly_reports_done({ months: words.join(', ') })
    },
  },
  'deadline-notices': {
    name: m.jobs_deadline_notices,
    hint: m.jobs_deadline_notices_hint,
    schedule: m.jobs_deadline_notices_schedule,
    done: (result) =>
      m.jobs_deadline_notices_done({
        dueSoon: figure(result.dueSoon),
        overdue: figure(result.overdue),
        orders: figure(result.ordersOverdue),
        reviews: figure(result.reviewsDue),
      }),
  },
  digests: {
    name: m.jobs_digests,
    hint: m.jobs_digests_hint,
    schedule: m.jobs_digests_schedule,
    done: (result) => m.jobs_digests_done({ count: figure(result.mails) }),
  },
  'send-mail': {
    name: m.jobs_send_mail,
    hint: m.jobs_send_mail_hint,
    schedule: m.jobs_send_mail_schedule,
    done: (result) =>
      m.jobs_send_mail_done({ sent: figure(result.sent), refused: figure(result.refused) }),
  },
  'fold-counts': {
    name: m.jobs_fold_counts,
    hint: m.jobs_fold_counts_hint,
    schedule: m.jobs_fold_counts_schedule,
    done: (result) => m.jobs_fold_counts_done({ count: figure(result.changes) }),
  },
  'seal-history': {
    name: m.jobs_seal_history,
    hint: m.jobs_seal_history_hint,
    schedule: m.jobs_seal_history_schedule,
    done: (result) => m.jobs_seal_history_done({ number: figure(result.seal) }),
  },
  'verify-history': {
    name: m.jobs_verify_history,
    hint: m.jobs_verify_history_hint,
    schedule: m.jobs_verify_history_schedule,
    done: (result) =>
      m.jobs_verify_history_done({ events: figure(result.events), seals: figure(result.seals) }),
    nothing: m.jobs_verify_history_nothing,
  },
}

export const outcomeWords: Record<JobRun['outcome'], { outcome: Outcome; words: () => string }> = {
  done: { outcome: 'good', words: m.jobs_outcome_done },
  failed: { outcome: 'bad', words: m.jobs_outcome_failed },
  running: { outcome: 'waiting', words: m.jobs_outcome_running },
}

export const mailStateWords: Record<
  Schema<'Mail'>['state'],
  { outcome: Outcome; words: () => string }
> = {
  waiting: { outcome: 'waiting', words: m.jobs_mail_waiting },
  sent: { outcome: 'good', words: m.jobs_mail_sent },
  failed: { outcome: 'bad', words: m.jobs_mail_failed },
}

/** What the product itself says went wrong; what others say is shown as they say it. */
const ownErrors: Record<string, () => string> = {
  interrupted: m.jobs_interrupted,
  'account-disabled': m.jobs_mail_account_disabled,
  'no-address': m.jobs_mail_no_address,
  'nothing-to-tell': m.jobs_mail_nothing_to_tell,
}

export const errorWords = (error: string): string =>
  error.startsWith('history-broken') ? m.jobs_history_broken() : (ownErrors[error]?.() ?? error)

/** What a run did, or why it did not. */
export function runWords(name: Job['name'], { outcome, result, error }: JobRun): string | null {
  if (outcome === 'running') return null
  if (error !== null) return errorWords(error)
  const { nothing = m.jobs_nothing_done, done } = jobWords[name]
  return result === null ? nothing() : done(result)
}
