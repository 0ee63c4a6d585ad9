import { addDays, civilDateAt, formatCivilDate } from '@dunghan/domain'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Notification } from '../../api/event-stream.ts'
import { asProblem } from '../../api/problem.ts'
import { queryClient, settled } from '../../api/query-client.ts'
import { formatNumber } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { useNow } from '../../lib/use-now.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { LinkTabs } from '../../ui/link-tabs.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { ListSkeleton } from '../../ui/skeletons.tsx'
import { TableFoot } from '../../ui/table-foot.tsx'
import { NotificationItem } from './notification-item.tsx'
import classes from './notifications.module.css'
import { notificationList } from './queries.ts'
import { ReadAllButton } from './read-all-button.tsx'

const isUnread = (params: URLSearchParams) => params.get('xem') === 'chua-doc'

export async function loader({ request }: { request: Request }) {
  const list = notificationList(isUnread(new URL(request.url).searchParams))
  await settled(queryClient.ensureInfiniteQueryData({ ...list, revalidateIfStale: true }))
  return null
}

export function Component() {
  const { params } = useSearchState()
  const onlyUnread = isUnread(params)
  const list = useInfiniteQuery(notificationList(onlyUnread))
  const [first] = list.data?.pages ?? []
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  const problem = first ? null : asProblem(list.error)
  const unread = first?.unread ?? 0
  return (
    <div className={classes.page}>
      <PageHeader
        title={m.notifications_title()}
        lead={m.notifications_lead()}
        actions={
          <>
            {first && <ReadAllButton page={first} />}
            <ButtonLink href={paths.notificationSettings()}>
              {m.notifications_settings_link()}
            </ButtonLink>
          </>
        }
      />
      <LinkTabs
        label={m.notifications_tabs()}
        tabs={[
          { value: 'all', label: m.notifications_tab_all(), href: paths.notifications() },
          {
            value: 'unread',
            label:
              unread > 0
                ? m.notifications_tab_unread_count({ count: formatNumber(unread) })
                : m.notifications_tab_unread(),
            href: paths.notifications({ xem: 'chua-doc' }),
          },
        ]}
        value={onlyUnread ? 'unread' : 'all'}
      />
      {problem && <ErrorState problem={problem} onRetry={() => list.refetch()} />}
      {!first && !problem && <ListSkeleton />}
      {first && items.length === 0 && <Nothing onlyUnread={onlyUnread} />}
      <Days items={items} />
      {items.length > 0 && (
        <TableFoot
          shown={items.length}
          total={first?.total}
          totalIsExact={first?.totalIsExact}
          more={{
            has: list.hasNextPage,
            loading: list.isFetchingNextPage,
            load: () => list.fetchNextPage(),
            byScroll: true,
            failed: list.isFetchNextPageError,
          }}
        />
      )}
    </div>
  )
}

function Days({ items }: { items: Notification[] }) {
  const today = civilDateAt(useNow())
  const days = [...Map.groupBy(items, ({ at }) => civilDateAt(new Date(at)))]
  return days.map(([day, own]) => (
    <section key={day} className={classes.day}>
      <h2>{dayName(day, today)}</h2>
      <ul>
        {own.map((notification) => (
          <li key={notification.id}>
            <NotificationItem notification={notification} />
          </li>
        ))}
      </ul>
    </section>
  ))
}

function dayName(day: string, today: string): string {
  if (day === today) return m.notifications_today()
  return day === addDays(today, -1) ? m.notifications_yesterday() : formatCivilDate(day)
}

function Nothing({ onlyUnread }: { onlyUnread: boolean }) {
  return onlyUnread ? (
    <EmptyState title={m.notifications_empty_unread_title()}>
      {m.notifications_empty_unread_text()}
    </EmptyState>
  ) : (
    <EmptyState title={m.notifications_empty_title()}>{m.notifications_empty_text()}</EmptyState>
  )
}
