import { IconBellRinging } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { Assignment } from '../../api/assignments.ts'
import { useRemind } from '../../api/reminders.ts'
import { skipInSight } from '../../lib/reminders.ts'
import { useToday } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'

const RemindDialog = lazy(() => import('../../ui/remind-dialog.tsx'))

/** For the coordinator: asks the unit for its report. */
export function RemindButton({ assignment }: { assignment: Assignment }) {
  const [asked, setAsked] = useState(false)
  const remind = useRemind()
  const skip = skipInSight(assignment, useToday())
  const reason = skip && (skip === 'support' ? m.lists_remind_support() : m.lists_remind_not_open())
  return (
    <>
      <Button
        icon={IconBellRinging}
        disabledReason={reason}
        reasonBelow
        onClick={() => setAsked(true)}
      >
        {m.lists_remind_one()}
      </Button>
      <Suspense>
        {asked && (
          <RemindDialog rows={[assignment]} onClose={() => setAsked(false)} onSend={remind} />
        )}
      </Suspense>
    </>
  )
}
