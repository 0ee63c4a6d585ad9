import { useMutation } from '@tanstack/react-query'
import type { Notification } from '../../api/event-stream.ts'
import { formatInstant } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import classes from './notifications.module.css'
import { placeOf } from './place.ts'
import { readOne } from './queries.ts'
import { wordsOf } from './words.ts'

interface Props {
  notification: Notification
  onOpen?: () => void
}

/** What was told, as a link to where one acts on it; opening it is reading it. */
export function NotificationItem({ notification, onOpen }: Props) {
  const { mutate } = useMutation(readOne)
  const { id, at, readAt } = notification
  const { headline, about, details } = wordsOf(notification)
  const open = () => {
    if (!readAt) mutate(id)
    onOpen?.()
  }
  return (
    <a
      href={placeOf(notification)}
      className={classes.item}
      data-unread={!readAt || undefined}
      onClick={open}
    >
      <span className={classes.headline}>
        {!readAt && <span className={classes.mark}>{m.notifications_unread()}</span>}
        {headline}
      </span>
      {about && <span className={classes.about}>{about}</span>}
      {details.length > 0 && <span className={classes.details}>{details.join(' · ')}</span>}
      <time dateTime={at} className={classes.at}>
        {formatInstant(at)}
      </time>
    </a>
  )
}
