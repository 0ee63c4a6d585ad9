import { IconUsers } from '@tabler/icons-react'
import type { AssignmentDetail } from '../api/assignments.ts'
import { formatInstant } from '../lib/format.ts'
import { m } from '../paraglide/messages.js'
import { Button } from './button.tsx'
import classes from './taken-notice.module.css'

/** A report that somebody else dealt with while this reviewer was writing. */
export interface Taken {
  sentence: string
  /** What this reviewer had typed; kept, so that it can be passed on. */
  comment: string
}

interface Facts {
  unit: string
  reportId: string
  comment: string
  present: AssignmentDetail | null
}

export function takenFrom({ unit, reportId, comment, present }: Facts): Taken {
  const review = present?.reports.find(({ id }) => id === reportId)?.review
  if (!review) return { sentence: m.reviews_taken_away({ unit }), comment }
  const verdict =
    review.verdict === 'satisfactory'
      ? m.assignments_review_accepted()
      : m.assignments_review_refused()
  const at = formatInstant(review.reviewedAt)
  return {
    sentence: m.reviews_taken({ unit, by: review.reviewedBy.displayName, at, verdict }),
    comment,
  }
}

export function TakenNotice({ taken, onClose }: { taken: Taken; onClose: () => void }) {
  return (
    <div className={classes.taken} role="alert">
      <IconUsers size={20} aria-hidden />
      <div>
        <p>{taken.sentence}</p>
        {taken.comment && (
          <>
            <p className={classes.kept}>{m.reviews_taken_comment()}</p>
            <blockquote>{taken.comment}</blockquote>
          </>
        )}
      </div>
      <Button small onClick={onClose}>
        {m.ui_close()}
      </Button>
    </div>
  )
}
