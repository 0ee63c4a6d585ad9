import { IconCircleCheckFilled, IconHourglass, IconXboxXFilled } from '@tabler/icons-react'
import type { Schema } from '../api/types.ts'
import { formatInstant } from '../lib/format.ts'
import { m } from '../paraglide/messages.js'
import classes from './review-mark.module.css'

/** The office's verdict on a report, or that it waits for one. */
export function ReviewMark({ review }: { review: Schema<'Report'>['review'] }) {
  if (!review) {
    return (
      <p className={classes.mark}>
        <IconHourglass size={18} aria-hidden /> {m.assignments_review_waiting()}
      </p>
    )
  }
  const accepted = review.verdict === 'satisfactory'
  const Icon = accepted ? IconCircleCheckFilled : IconXboxXFilled
  return (
    <div className={`${classes.box} ${accepted ? classes.accepted : classes.refused}`}>
      <p className={classes.mark}>
        <Icon size={18} aria-hidden />
        <strong>
          {accepted ? m.assignments_review_accepted() : m.assignments_review_refused()}
        </strong>
      </p>
      {review.comment && <p className={classes.comment}>{review.comment}</p>}
      <p className={classes.by}>
        {review.reviewedBy.displayName} · {formatInstant(review.reviewedAt)}
      </p>
    </div>
  )
}
