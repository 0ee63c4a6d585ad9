import { useMutation } from '@tanstack/react-query'
import { asProblem } from '../../api/problem.ts'
import type { Schema } from '../../api/types.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { notifyProblem } from '../../ui/notify.ts'
import { readAll } from './queries.ts'

type Seen = Pick<Schema<'NotificationPage'>, 'unread' | 'items'>

interface Props {
  page: Seen
  small?: boolean
}

/** What came after the newest one seen stays unread. */
export function ReadAllButton({ page: { unread, items }, small }: Props) {
  const { mutate, isPending } = useMutation({
    ...readAll,
    onError: (error) => notifyProblem(asProblem(error)),
  })
  const newest = items[0]
  return (
    <Button
      small={small}
      loading={isPending}
      disabledReason={unread === 0 && m.notifications_nothing_unread()}
      onClick={() => newest && mutate(newest.id)}
    >
      {m.notifications_read_all()}
    </Button>
  )
}
