import type { ReviewVerdict } from '@dunghan/domain'
import { IconArrowBackUp, IconCircleCheck, IconEyeSearch } from '@tabler/icons-react'
import { verdictWords } from '../lib/review-terms.ts'
import { statusWords } from '../lib/terms.ts'
import classes from './badge.module.css'

/** The office's verdict on a report; null while it waits for one. */
export function VerdictBadge({ verdict }: { verdict: ReviewVerdict | null }) {
  if (verdict === null) {
    return (
      <span className={`${classes.badge} ${classes.awaiting_review}`}>
        <IconEyeSearch size={14} aria-hidden />
        {statusWords.awaiting_review()}
      </span>
    )
  }
  const satisfactory = verdict === 'satisfactory'
  const Icon = satisfactory ? IconCircleCheck : IconArrowBackUp
  return (
    <span
      className={`${classes.badge} ${satisfactory ? classes.completed_on_time : classes.returned}`}
    >
      <Icon size={14} aria-hidden />
      {verdictWords[verdict]()}
    </span>
  )
}
