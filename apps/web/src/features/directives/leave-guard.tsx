import { Modal } from '@mantine/core'
import { useEffect } from 'react'
import { useBlocker } from 'react-router-dom'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import classes from './form.module.css'

interface Props {
  /** Asked when someone goes: what was sent in the meantime is not unsaved. */
  unsaved: () => boolean
  /** What becomes of what was typed. */
  text: string
}

/** Asks before a page with unsaved work is left, within the site and by closing the tab. */
export function LeaveGuard({ unsaved, text }: Props) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && unsaved(),
  )
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])
  const stay = () => blocker.reset?.()
  return (
    <Modal
      opened={blocker.state === 'blocked'}
      onClose={stay}
      title={m.directives_leave_title()}
      centered
    >
      <p>{text}</p>
      <div className={classes.dialogActions}>
        <Button onClick={() => blocker.proceed?.()}>{m.directives_leave()}</Button>
        <Button variant="primary" onClick={stay} data-autofocus>
          {m.directives_stay()}
        </Button>
      </div>
    </Modal>
  )
}
