import {
  mostSavedViews,
  type SavedView,
  type SavedViewList,
  type SavedViewListQuery,
  type SaveViewBody,
} from '@dunghan/contract'
import { compareVietnamese } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import { act } from '../../act.ts'
import type { Ctx } from '../../context.ts'
import { isUniqueViolation } from '../../db/errors.ts'
import { recordedAt } from '../../db/recording.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import { accountStore } from '../accounts/accounts.store.ts'
import { type SavedViewRecord, savedViewStore } from './saved-views.store.ts'

/**
 * Ways of one's own to look at a list. They are nobody else's concern, so whoever is signed in may
 * keep them, and the history does not tell of them.
 */
export function savedViewsService({ database }: Pick<Deps, 'database'>) {
  return {
    async list(ctx: Ctx, { page }: SavedViewListQuery): Promise<SavedViewList> {
      const views = await savedViewStore(database.prisma).list(ctx.actor.accountId, page)
      const byName = views.sort((a, b) => compareVietnamese(a.name, b.name))
      return { items: byName.map(toSavedView) }
    },

    /** @throws Refusal `already-exists` for a name the page has; `invalid-request` past the most */
    save(ctx: Ctx, body: SaveViewBody): Promise<SavedView> {
      const { accountId } = ctx.actor
      return act(database, ctx, async (tx) => {
        // Two windows at once: the second counts what the first saved.
        await accountStore(tx).lockById(accountId)
        const views = savedViewStore(tx)
        if ((await views.count(accountId)) >= mostSavedViews) {
          const params = { most: mostSavedViews }
          const reason = 'too-many-saved-views'
          throw new Refusal('invalid-request', { pointer: '/name', reason, params })
        }
        const view = { id: newId(), accountId, ...body, createdAt: recordedAt(tx) }
        await views.insert(view).catch(refuseTakenName)
        return toSavedView(view)
      })
    },

    /** @throws Refusal `not-found`, for another's too */
    async delete(ctx: Ctx, id: string): Promise<void> {
      await act(database, ctx, async (tx) => {
        const deleted = await savedViewStore(tx).delete(ctx.actor.accountId, id)
        if (!deleted) throw new Refusal('not-found')
      })
    },
  }
}

function toSavedView({ id, page, name, search, createdAt }: SavedViewRecord): SavedView {
  return { id, page: page as SavedView['page'], name, search, createdAt: createdAt.toISOString() }
}

function refuseTakenName(error: unknown): never {
  if (isUniqueViolation(error, 'saved_view_account_id_page_name_key')) {
    throw new Refusal('already-exists', { pointer: '/name', reason: 'saved-view-name-taken' })
  }
  throw error
}
