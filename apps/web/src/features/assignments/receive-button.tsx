import { IconInbox } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { asProblem } from '../../api/problem.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { notifyDone } from '../../ui/notify.ts'
import { receiveAssignment } from './queries.ts'

interface Props {
  id: string
  disabledReason: string | null
}

/** The unit says that it has seen the order. */
export function ReceiveButton({ id, disabledReason }: Props) {
  const receive = useMutation({
    ...receiveAssignment,
    onSuccess: () => {
      notifyDone(m.assignments_received_done())
    },
  })
  const problem = asProblem(receive.error)
  return (
    <div>
      <Button
        variant="primary"
        icon={IconInbox}
        loading={receive.isPending}
        disabledReason={disabledReason}
        reasonBelow
        onClick={() => receive.mutate(id)}
      >
        {m.assignments_receive()}
      </Button>
      {problem && <ErrorState problem={problem} />}
    </div>
  )
}
