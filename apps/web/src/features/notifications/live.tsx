import { useEffect, useSyncExternalStore } from 'react'
import { useLocation } from 'react-router-dom'
import { listenToEvents } from '../../api/events.ts'
import {
  isSomethingHeld,
  onHeldChange,
  showHeld,
  showHeldOfPageLeft,
  workChanged,
} from '../../api/live-queries.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import classes from './bell.module.css'
import { readNotificationsAgain, takeIn } from './queries.ts'

/** Keeps the desk of an account as the server tells that it is, and offers what is held back. */
export default function Live({ accountId }: { accountId: string }) {
  const { key } = useLocation()
  const held = useSyncExternalStore(onHeldChange, isSomethingHeld)
  useEffect(() => {
    const again = () => void readNotificationsAgain()
    return listenToEvents(
      accountId,
      (told) => {
        if (told.event === 'notification') takeIn(told.data)
        if (told.event === 'work') {
          workChanged(told.data)
          // Told to read all again: what was missed is not known.
          if ('many' in told.data) again()
        }
      },
      again,
    )
  }, [accountId])
  const update = () => {
    showHeld()
    // The button goes; the focus would go with it.
    document.getElementById('main')?.focus({ preventScroll: true })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is another page
  useEffect(showHeldOfPageLeft, [key])
  return (
    <div role="status" className={classes.changed}>
      {held && (
        <div>
          {m.notifications_changed()}
          <Button small onClick={update}>
            {m.notifications_update()}
          </Button>
        </div>
      )}
    </div>
  )
}
