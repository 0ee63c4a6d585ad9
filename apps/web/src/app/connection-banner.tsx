import { IconHourglass, IconPlugConnectedX } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { connection, onConnection } from '../api/connection.ts'
import { m } from '../paraglide/messages.js'
import classes from './layout.module.css'

/** That the server cannot be reached, or takes long: what is safe, and what to do. */
export function ConnectionBanner() {
  const { lost, slow } = useSyncExternalStore(onConnection, connection)
  return (
    <div role="status" className={lost || slow ? classes.connection : undefined}>
      {lost ? (
        <>
          <IconPlugConnectedX size={20} aria-hidden />
          <p>
            <strong>{m.shell_lost_title()}</strong> {m.shell_lost_text()}
          </p>
        </>
      ) : (
        slow && (
          <>
            <IconHourglass size={20} aria-hidden />
            <p>
              <strong>{m.shell_slow_title()}</strong> {m.shell_slow_text()}
            </p>
          </>
        )
      )}
    </div>
  )
}
