import type { NotificationListQuery, NotificationPage, ReadAllBody } from '@dunghan/contract'
import { z } from 'zod'
import { act } from '../../act.ts'
import type { Ctx } from '../../context.ts'
import type { Deps } from '../../deps.ts'
import { pageOf, readCursor } from '../../paging.ts'
import { Refusal } from '../../refusal.ts'
import { toNotification } from './notifications.mapper.ts'
import { notificationStore } from './notifications.store.ts'

/** By the place in the order of telling. */
const Cursor = z.tuple([z.string().regex(/^\d{1,18}$/)])

/** The bell of one's own account; any account has one. */
export function notificationsService({ database }: Pick<Deps, 'database'>) {
  return {
    async list(ctx: Ctx, query: NotificationListQuery): Promise<NotificationPage> {
      const notifications = notificationStore(database.prisma)
      const { accountId } = ctx.actor
      const filter = { accountId, unread: query.unread }
      const after = readCursor(query.cursor, Cursor)
      const [rows, total, unread] = await Promise.all([
        notifications.list(filter, after && BigInt(after[0]), query.limit + 1),
        notifications.count(filter),
        notifications.count({ accountId, unread: true }),
      ])
      const page = pageOf(rows, query.limit, ({ sequence }) => [String(sequence)], total)
      return { ...page, items: page.items.map(toNotification), unread }
    },

    /** Reading twice changes nothing. @throws Refusal `not-found`, also for another's */
    read(ctx: Ctx, id: string): Promise<void> {
      const { accountId } = ctx.actor
      return act(database, ctx, async (tx) => {
        const notifications = notificationStore(tx)
        if (!(await notifications.findOwn(accountId, id))) throw new Refusal('not-found')
        await notifications.markRead(accountId, id, ctx.now)
      })
    },

    /** All up to the newest one seen; what came after it stays unread. @throws Refusal `invalid-request` */
    readAll(ctx: Ctx, { upTo }: ReadAllBody): Promise<void> {
      const { accountId } = ctx.actor
      return act(database, ctx, async (tx) => {
        const notifications = notificationStore(tx)
        const newest = await notifications.findOwn(accountId, upTo)
        if (!newest) {
          throw new Refusal('invalid-request', { pointer: '/upTo', reason: 'unknown-id' })
        }
        await notifications.markReadThrough(accountId, newest.sequence, ctx.now)
      })
    },
  }
}
