import { useQuery } from '@tanstack/react-query'
import { asProblem } from '../../api/problem.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { ListSkeleton } from '../../ui/skeletons.tsx'
import { NotificationItem } from './notification-item.tsx'
import classes from './notifications.module.css'
import { latestNotifications } from './queries.ts'
import { ReadAllButton } from './read-all-button.tsx'

/** What opens under the bell: the latest, and the ways to all and to the settings. */
export default function BellSheet({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useQuery(latestNotifications)
  const problem = data ? null : asProblem(error)
  return (
    <div className={classes.sheet}>
      <div className={classes.head}>
        <h2>{m.notifications_title()}</h2>
        {data && <ReadAllButton page={data} small />}
      </div>
      {problem && <ErrorState problem={problem} onRetry={() => refetch()} />}
      {!data && !problem && <ListSkeleton rows={3} />}
      {data?.items.length === 0 && (
        <EmptyState title={m.notifications_empty_title()}>
          {m.notifications_empty_text()}
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <ul aria-label={m.notifications_latest()}>
          {data.items.map((notification) => (
            <li key={notification.id}>
              <NotificationItem notification={notification} onOpen={onClose} />
            </li>
          ))}
        </ul>
      )}
      <div className={classes.foot}>
        <ButtonLink href={paths.notifications()} onClick={onClose}>
          {m.notifications_see_all()}
        </ButtonLink>
        <ButtonLink variant="subtle" href={paths.notificationSettings()} onClick={onClose}>
          {m.notifications_settings_link()}
        </ButtonLink>
      </div>
    </div>
  )
}
