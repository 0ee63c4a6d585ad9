import { IconAlertTriangle, IconCircleCheck, IconClock } from '@tabler/icons-react'
import classes from './badge.module.css'

export type Outcome = 'good' | 'bad' | 'waiting'

const looks = {
  good: { Icon: IconCircleCheck, tone: classes.completed_on_time },
  bad: { Icon: IconAlertTriangle, tone: classes.overdue },
  waiting: { Icon: IconClock, tone: classes.in_progress },
} as const

/** How something went that the product does by itself, in a word and a shape. */
export function OutcomeBadge({ outcome, children }: { outcome: Outcome; children: string }) {
  const { Icon, tone } = looks[outcome]
  return (
    <span className={`${classes.badge} ${tone}`}>
      <Icon size={14} aria-hidden />
      {children}
    </span>
  )
}
