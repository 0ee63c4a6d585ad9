import { lazy, Suspense, useState } from 'react'
import { type Assignment, firstAssignments } from '../../api/assignments.ts'
import { asProblem } from '../../api/problem.ts'
import { queryClient } from '../../api/query-client.ts'
import { useRemind } from '../../api/reminders.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { notifyProblem } from '../../ui/notify.ts'

const RemindDialog = lazy(() => import('../../ui/remind-dialog.tsx'))

/** What a unit owes and is late with: the oldest two hundred, as many as are read at once. */
const overdueOf = (unitId: string) =>
  firstAssignments({ unitId: [unitId], status: ['overdue'], role: ['lead'], limit: 200 })

/** Reminds a unit of what it owes and is late with, as it stood when that was asked for. */
export function RemindUnit({ unitId, name }: { unitId: string; name: string }) {
  const [asked, setAsked] = useState<readonly Assignment[] | null>(null)
  const [reading, setReading] = useState(false)
  const remind = useRemind()
  const ask = async () => {
    setReading(true)
    try {
      setAsked((await queryClient.fetchQuery(overdueOf(unitId))).items)
    } catch (error) {
      notifyProblem(asProblem(error))
    } finally {
      setReading(false)
    }
  }
  return (
    <>
      <Button small loading={reading} onClick={ask}>
        {m.overview_remind()}
        <span className="visually-hidden">: {name}</span>
      </Button>
      <Suspense>
        {asked && <RemindDialog rows={asked} onClose={() => setAsked(null)} onSend={remind} />}
      </Suspense>
    </>
  )
}
