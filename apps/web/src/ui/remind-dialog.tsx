import { Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type ApiProblem, asProblem } from '../api/problem.ts'
import type { SentReminders } from '../api/reminders.ts'
import { formatNumber } from '../lib/format.ts'
import { byUnit, type Remindable, skipInSight, skippedWords } from '../lib/reminders.ts'
import { useToday } from '../lib/use-now.ts'
import { m } from '../paraglide/messages.js'
import { Button } from './button.tsx'
import { ErrorState } from './error-state.tsx'
import classes from './remind-dialog.module.css'

interface Props {
  /** What is to be reminded of. */
  rows: readonly Remindable[]
  onClose: () => void
  onSend: (body: { assignmentIds: string[]; message: string }) => Promise<SentReminders>
}

/** Reminds units: first who will be told and who will not, then who was. */
export default function RemindDialog({ rows, onClose, onSend }: Props) {
  return (
    <Modal opened onClose={onClose} title={m.lists_remind_title()} centered>
      <Content rows={rows} onClose={onClose} onSend={onSend} />
    </Modal>
  )
}

function Content({ rows, onClose, onSend }: Props) {
  const today = useToday()
  const [message, setMessage] = useState('')
  const [underWay, setUnderWay] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [sent, setSent] = useState<SentReminders | null>(null)
  const meant = rows.filter((row) => skipInSight(row, today) === null)

  const send = async () => {
    setUnderWay(true)
    setProblem(null)
    try {
      const assignmentIds = meant.map(({ id }) => id)
      setSent(await onSend({ assignmentIds, message: message.trim() }))
    } catch (error) {
      const refused = asProblem(error)
      if (!refused) throw error
      setProblem(refused)
    } finally {
      setUnderWay(false)
    }
  }

  if (sent) return <Outcome rows={rows} sent={sent} onClose={onClose} />
  return (
    <div className={classes.content}>
      {meant.length === 0 ? (
        <p>{m.lists_remind_nobody()}</p>
      ) : (
        <section>
          <h3>
            {m.lists_remind_told({
              units: formatNumber(byUnit(meant).length),
              tasks: formatNumber(meant.length),
            })}
          </h3>
          <ul className={classes.units}>
            {byUnit(meant).map(({ name, count }) => (
              <li key={name}>{m.lists_remind_unit({ unit: name, count: formatNumber(count) })}</li>
            ))}
          </ul>
          <p className={classes.note}>{m.lists_remind_once_a_day()}</p>
        </section>
      )}
      <Skipped reasons={rows.flatMap((row) => skipInSight(row, today) ?? [])} />
      {problem && <ErrorState problem={problem} />}
      {meant.length > 0 && (
        <Textarea
          label={m.lists_remind_message()}
          autosize
          minRows={2}
          maxLength={1000}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
          data-autofocus
        />
      )}
      <div className={classes.actions}>
        <Button onClick={onClose}>{m.ui_cancel()}</Button>
        <Button
          variant="primary"
          loading={underWay}
          disabledReason={meant.length === 0 && m.lists_remind_nobody()}
          onClick={send}
        >
          {m.lists_remind_send()}
        </Button>
      </div>
    </div>
  )
}

interface OutcomeProps {
  rows: readonly Remindable[]
  sent: SentReminders
  onClose: () => void
}

function Outcome({ rows, sent, onClose }: OutcomeProps) {
  const today = useToday()
  const reminded = rows.filter(({ id }) => sent.reminded.includes(id))
  const before = rows.flatMap((row) => skipInSight(row, today) ?? [])
  return (
    <div className={classes.content}>
      <p role="status">
        {reminded.length === 0
          ? m.lists_remind_sent_none()
          : m.lists_remind_sent({
              units: formatNumber(byUnit(reminded).length),
              tasks: formatNumber(reminded.length),
            })}
      </p>
      <Skipped reasons={[...sent.skipped.map(({ reason }) => reason), ...before]} />
      <div className={classes.actions}>
        <Button variant="primary" onClick={onClose} ref={(button) => button?.focus()}>
          {m.ui_close()}
        </Button>
      </div>
    </div>
  )
}

/** Who is not told, and why. */
function Skipped({ reasons }: { reasons: Parameters<typeof skippedWords>[0] }) {
  if (reasons.length === 0) return null
  return (
    <section>
      <h3>{m.lists_remind_skipped({ count: formatNumber(reasons.length) })}</h3>
      <ul className={classes.units}>
        {skippedWords(reasons).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  )
}
