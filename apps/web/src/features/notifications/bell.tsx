import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useId, useRef, useState } from 'react'
import { formatNumber } from '../../lib/format.ts'
import { sayUnread } from '../../lib/unread.ts'
import { m } from '../../paraglide/messages.js'
import { ListSkeleton } from '../../ui/skeletons.tsx'
import classes from './bell.module.css'
import { latestNotifications } from './queries.ts'

const BellSheet = lazy(() => import('./bell-sheet.tsx'))

/** How many are unread, and under it the latest. */
export default function Bell() {
  const id = useId()
  const sheet = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const { data } = useQuery(latestNotifications)
  const unread = data?.unread ?? 0
  useEffect(() => {
    sayUnread(unread)
    return () => sayUnread(0)
  }, [unread])
  const count = unread > 99 ? '99+' : formatNumber(unread)
  const label = unread > 0 ? m.notifications_bell_count({ count }) : m.notifications_bell_none()
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-expanded={open}
        aria-label={label}
        title={label}
        className={classes.bell}
      >
        <IconBell size={20} stroke={1.6} aria-hidden />
        {unread > 0 && (
          <span aria-hidden className={classes.count}>
            {count}
          </span>
        )}
      </button>
      <Arrivals unread={data?.unread} />
      <div
        ref={sheet}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={m.notifications_title()}
        tabIndex={-1}
        className={classes.sheet}
        onToggle={(event) => {
          setOpen(event.newState === 'open')
          if (event.newState === 'open') event.currentTarget.focus()
        }}
      >
        {open && (
          <Suspense fallback={<ListSkeleton rows={3} />}>
            <BellSheet onClose={() => sheet.current?.hidePopover()} />
          </Suspense>
        )}
      </div>
    </>
  )
}

/** How long what arrives is gathered before it is said aloud. */
const GATHER_MS = 4000

/** Says to those who listen that something arrived: once for what comes together. */
function Arrivals({ unread }: { unread: number | undefined }) {
  const said = useRef<number | undefined>(undefined)
  const [words, setWords] = useState('')
  useEffect(() => {
    if (unread === undefined) return
    if (said.current === undefined || unread <= said.current) {
      said.current = unread
      return
    }
    const timer = setTimeout(() => {
      const more = unread - (said.current ?? 0)
      said.current = unread
      setWords(
        more === 1
          ? m.notifications_arrived_one()
          : m.notifications_arrived({ count: formatNumber(more) }),
      )
    }, GATHER_MS)
    return () => clearTimeout(timer)
  }, [unread])
  return (
    <span role="status" className="visually-hidden">
      {words}
    </span>
  )
}
