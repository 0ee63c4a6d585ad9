import { civilDateAt } from '@dunghan/domain'
import { useEffect, useRef } from 'react'
import type { Assignment } from '../../api/assignments.ts'
import { formatDeadline } from '../../lib/deadline.ts'
import { formatNumber } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { useNow } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { waitingReport } from './queries.ts'
import classes from './review.module.css'

interface Props {
  queue: readonly Assignment[]
  currentId: string
  total: number
  more: { has: boolean; loading: boolean; load: () => void }
}

/** What waits, by when it is due. */
export function QueueList({ queue, currentId, total, more }: Props) {
  const current = useRef<HTMLAnchorElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when another one is current
  useEffect(() => {
    // Within the list alone: the page stays where the reader has it.
    const list = current.current?.closest('ol')
    const item = current.current?.parentElement
    if (list && item) list.scrollTop = item.offsetTop - list.clientHeight / 3
  }, [currentId])
  return (
    <Panel title={m.reviews_queue()} aside={formatNumber(total)}>
      <ol className={classes.queue}>
        {queue.map((item) => (
          <li key={item.id}>
            <a
              ref={item.id === currentId ? current : undefined}
              href={paths.review(item.id)}
              aria-current={item.id === currentId ? 'page' : undefined}
            >
              <strong>{item.unit.name}</strong>
              <span className={classes.line}>{item.task.content}</span>
              <ReviewDue item={item} />
            </a>
          </li>
        ))}
      </ol>
      {more.has && (
        <Button small loading={more.loading} onClick={more.load}>
          {m.ui_load_more()}
        </Button>
      )}
    </Panel>
  )
}

function ReviewDue({ item }: { item: Assignment }) {
  const now = useNow()
  const report = waitingReport(item)
  if (!report) return null
  const deadline = Date.parse(report.reviewDueAt)
  const over = deadline <= now.getTime()
  const today = civilDateAt(new Date(deadline - 1)) === civilDateAt(now)
  const due = formatDeadline(report.reviewDueAt)
  return (
    <span className={over ? classes.over : today ? classes.near : classes.soft}>
      {over ? m.reviews_due_over({ due }) : today ? m.reviews_due_today() : m.reviews_due({ due })}
    </span>
  )
}
