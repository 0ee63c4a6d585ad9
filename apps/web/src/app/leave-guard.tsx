import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useBlocker } from 'react-router-dom'
import { unsaved } from '../lib/unsaved.ts'
import { askingLeave } from '../lib/use-unsaved.ts'
import { m } from '../paraglide/messages.js'
import { Button } from '../ui/button.tsx'
import classes from './layout.module.css'

/** Asks before unsaved work is left: for another page, with a dialog, by closing the tab. */
export default function LeaveGuard() {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname &&
      unsaved(nextLocation.pathname) !== undefined,
  )
  /** What goes on once the person wants it to: the closing of a dialog. */
  const [going, setGoing] = useState<(() => void) | null>(null)
  useEffect(() => askingLeave((go) => setGoing(() => go)), [])
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
  const blocked = blocker.state === 'blocked'
  const stay = () => {
    setGoing(null)
    blocker.reset?.()
  }
  return (
    <Modal
      opened={blocked || going !== null}
      onClose={stay}
      title={m.shell_leave_title()}
      centered
      zIndex={300}
    >
      <p>{unsaved(blocker.location?.pathname ?? null)?.text()}</p>
      <div className={classes.dialogActions}>
        <Button
          onClick={() => {
            going?.()
            setGoing(null)
            blocker.proceed?.()
          }}
        >
          {m.shell_leave()}
        </Button>
        <Button variant="primary" onClick={stay} data-autofocus>
          {m.shell_stay()}
        </Button>
      </div>
    </Modal>
  )
}
