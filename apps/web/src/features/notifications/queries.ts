import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query'
import { answer, client } from '../../api/client.ts'
import type { Notification } from '../../api/event-stream.ts'
import { passOnRead } from '../../api/events.ts'
import { isLong } from '../../api/long-lists.ts'
import { queryClient } from '../../api/query-client.ts'
import type { Schema } from '../../api/types.ts'

type Page = Schema<'NotificationPage'>

const root = 'notifications'
/** How many the bell shows. */
const LATEST = 10

/** What the bell shows: the latest, and how many are unread in all. */
export const latestNotifications = queryOptions({
  queryKey: [root, 'latest'],
  queryFn: ({ signal }) =>
    answer(client.GET('/api/v1/notifications', { params: { query: { limit: LATEST } }, signal })),
})

export const notificationList = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: [root, 'list', unread ? 'unread' : 'all'],
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.GET('/api/v1/notifications', {
          params: {
            query: {
              limit: 30,
              ...(unread ? { unread: 'true' as const } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

/** All that was told is read again; `resolves` once the bell shows it. */
export const readNotificationsAgain = () => queryClient.invalidateQueries({ queryKey: [root] })

const afterReading = () => {
  passOnRead()
  return readNotificationsAgain()
}

/** One just told comes on top of the bell at once. */
export function takeIn(notification: Notification): void {
  const { queryKey } = latestNotifications
  queryClient.setQueryData(queryKey, (before: Page | undefined) => {
    if (!before || before.items.some(({ id }) => id === notification.id)) return before
    const items = [notification, ...before.items].slice(0, LATEST)
    return { ...before, items, unread: before.unread + 1, total: before.total + 1 }
  })
  void queryClient.invalidateQueries({
    queryKey: [root, 'list'],
    predicate: (list) => !isLong(list),
  })
  if (notification.kind === 'monthly_report_drawn_up') {
    void queryClient.invalidateQueries({ queryKey: ['monthly-reports', 'list'] })
  }
}

export const readOne = mutationOptions({
  mutationKey: [root, 'read'],
  mutationFn: (id: string) =>
    answer(client.POST('/api/v1/notifications/{id}/read', { params: { path: { id } } })),
  onSuccess: afterReading,
})

/** All up to the newest one seen. */
export const readAll = mutationOptions({
  mutationKey: [root, 'read-all'],
  mutationFn: (upTo: string) =>
    answer(client.POST('/api/v1/notifications/read', { body: { upTo } })),
  onSuccess: afterReading,
})

export const notificationSettings = queryOptions({
  queryKey: ['notification-settings'],
  queryFn: ({ signal }) => answer(client.GET('/api/v1/me/notification-settings', { signal })),
})
