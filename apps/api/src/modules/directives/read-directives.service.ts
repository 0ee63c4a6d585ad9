import {
  CivilDate,
  type Directive,
  type DirectiveListQuery,
  type DirectivePage,
  Id,
} from '@dunghan/contract'
import { momentAt, searchWords } from '@dunghan/domain'
import { z } from 'zod'
import { authorize, type Ctx } from '../../context.ts'
import type { Deps } from '../../deps.ts'
import { pageOf, readCursor } from '../../paging.ts'
import { requireInOrder } from '../assignments/asked-filter.ts'
import { directiveListStore } from './directive-list.store.ts'
import { toDirectiveSummary } from './directives.mapper.ts'
import { directiveStore } from './directives.store.ts'
import { viewDirective } from './view-directive.ts'

const Cursor = z.tuple([CivilDate, Id])

export function readDirectivesService({
  database,
  rulebooks,
}: Pick<Deps, 'database' | 'rulebooks'>) {
  const db = database.prisma
  return {
    /** Newest issue first. @throws Refusal `invalid-request` when the days of issue end before they begin. */
    async list(ctx: Ctx, query: DirectiveListQuery): Promise<DirectivePage> {
      authorize(ctx, 'directive.read')
      const { limit, cursor, q, withdrawn, ...rest } = query
      requireInOrder({ issuedTo: [rest.issuedFrom, rest.issuedTo] })
      const filter = {
        ...rest,
        words: searchWords(q ?? ''),
        withdrawn: withdrawn === undefined ? undefined : withdrawn === 'true',
      }
      const { calendar, settings } = await rulebooks.current()
      const moment = momentAt(calendar, ctx.now, settings.dueSoonDays)
      const lists = directiveListStore(db)
      const [rows, total] = await Promise.all([
        lists.list(filter, moment, { after: readCursor(cursor, Cursor), limit: limit + 1 }),
        lists.count(filter, moment),
      ])
      const page = pageOf(rows, limit, ({ issuedOn, id }) => [issuedOn, id], total)
      const ids = page.items.map(({ id }) => id)
      const [directives, standing] = await Promise.all([
        directiveStore(db).listByIds(ids),
        lists.listStanding(ids, moment),
      ])
      return {
        ...page,
        items: directives.map((directive) =>
          toDirectiveSummary(directive, standing.get(directive.id)),
        ),
      }
    },

    /** @throws Refusal `not-found` */
    async get(ctx: Ctx, id: string): Promise<Directive> {
      authorize(ctx, 'directive.read')
      return viewDirective(db, ctx, await rulebooks.current(), id)
    },
  }
}
