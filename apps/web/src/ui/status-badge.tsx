import type { AssignmentState, AssignmentStatus } from '@dunghan/domain'
import {
  IconAlertTriangleFilled,
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconChecks,
  IconCircleHalf2,
  IconClockExclamation,
  IconEyeSearch,
  IconHourglassLow,
  type TablerIcon,
} from '@tabler/icons-react'
import { stateWords, statusWords } from '../lib/terms.ts'
import classes from './badge.module.css'

/** One shape for each status, so that none is told by its colour alone. */
export const statusIcons: Record<AssignmentStatus, TablerIcon> = {
  in_progress: IconCircleHalf2,
  due_soon: IconHourglassLow,
  overdue: IconAlertTriangleFilled,
  awaiting_review: IconEyeSearch,
  completed_early: IconChecks,
  completed_on_time: IconCheck,
  completed_late: IconClockExclamation,
}

interface Props {
  /** Null where the assignment is not counted. */
  status: AssignmentStatus | null
  /** `returned` is shown beside the status, `withdrawn` in its place. */
  state?: AssignmentState
}

/** The status of an assignment as a word and a shape. */
export function StatusBadge({ status, state }: Props) {
  const StatusIcon = status && statusIcons[status]
  return (
    <>
      {status && StatusIcon && (
        <span className={`${classes.badge} ${classes[status]}`}>
          <StatusIcon size={14} aria-hidden />
          {statusWords[status]()}
        </span>
      )}
      {state === 'returned' && (
        <>
          {' '}
          <span className={`${classes.badge} ${classes.returned}`}>
            <IconArrowBackUp size={14} aria-hidden />
            {stateWords.returned()}
          </span>
        </>
      )}
      {state === 'withdrawn' && (
        <span className={classes.badge}>
          <IconBan size={14} aria-hidden />
          {stateWords.withdrawn()}
        </span>
      )}
    </>
  )
}
