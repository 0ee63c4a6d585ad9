import { Instant, type Mail, type MailListQuery, type MailPage } from '@dunghan/contract'
import { officeTimeFrom } from '@dunghan/domain'
import { z } from 'zod'
import { act } from '../../act.ts'
import { authorize, type Ctx } from '../../context.ts'
import type { Deps } from '../../deps.ts'
import { pageOf, readCursor } from '../../paging.ts'
import { Refusal } from '../../refusal.ts'
import { toMail } from './mails.mapper.ts'
import { mailStore } from './mails.store.ts'

const Cursor = z.tuple([Instant, z.uuid()])

/** The mail on its way, for the admin to see what the mail server made of it. */
export function mailsService({ database, rulebooks }: Pick<Deps, 'database' | 'rulebooks'>) {
  return {
    async list(ctx: Ctx, { state, cursor, limit }: MailListQuery): Promise<MailPage> {
      authorize(ctx, 'job.read')
      const mails = mailStore(database.prisma)
      const after = readCursor(cursor, Cursor)
      const from = after && { createdAt: new Date(after[0]), id: after[1] }
      const [rows, total] = await Promise.all([
        mails.list(state, from, limit + 1),
        mails.count(state),
      ])
      const keyOf = (row: { createdAt: Date; id: string }) => [row.createdAt.toISOString(), row.id]
      const page = pageOf(rows, limit, keyOf, total)
      return { ...page, items: page.items.map(toMail) }
    },

    /**
     * Sends a mail once more, to the address the account has now: in office hours at once.
     * @throws Refusal `not-found`; `mail-not-retried` when it was sent, or its account can have none
     */
    retry(ctx: Ctx, id: string): Promise<Mail> {
      authorize(ctx, 'job.read')
      return act(database, ctx, async (tx) => {
        const mails = mailStore(tx)
        const before = await mails.findById(id)
        if (!before) throw new Refusal('not-found')
        const { email, disabledAt } = before.account
        const { calendar } = await rulebooks.of(tx)
        const retried =
          email !== null &&
          disabledAt === null &&
          (await mails.saveRetry(id, email, officeTimeFrom(calendar, ctx.now)))
        if (!retried) throw new Refusal('mail-not-retried')
        const after = await mails.findById(id)
        if (!after) throw new Refusal('not-found')
        return toMail(after)
      })
    },
  }
}
