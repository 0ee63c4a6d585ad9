import { isDeepStrictEqual } from 'node:util'
import {
  type CreateLeaderBody,
  type EditLeaderBody,
  type Leader,
  type LeaderListQuery,
  lookup,
  type Page,
} from '@dunghan/contract'
import { foldText, searchWords, vietnameseSortKey } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import { z } from 'zod'
import { act } from '../../act.ts'
import { authorize, type Ctx, requireVersion } from '../../context.ts'
import { recordedAt } from '../../db/recording.ts'
import type { Deps } from '../../deps.ts'
import { pageOf, readCursor } from '../../paging.ts'
import { Refusal } from '../../refusal.ts'
import { historyStore } from '../history/history.store.ts'
import { type LeaderIndex, type LeaderRecord, leaderStore } from './leaders.store.ts'

const indexOf = ({ name, position }: LeaderRecord): LeaderIndex => ({
  searchText: foldText(`${name} ${position}`),
  sortKey: vietnameseSortKey(name),
})

export function leadersService({ database }: Pick<Deps, 'database'>) {
  const leaders = leaderStore(database.prisma)
  return {
    async list(ctx: Ctx, query: LeaderListQuery): Promise<Page<Leader>> {
      authorize(ctx, 'leader.read')
      const words = searchWords(query.q ?? '')
      const key = readCursor(query.cursor, z.tuple([lookup(201), z.uuid()]))
      const after = key && { sortKey: key[0], id: key[1] }
      const [rows, total] = await Promise.all([
        leaders.list(words, after, query.limit + 1),
        leaders.count(words),
      ])
      return pageOf(rows, query.limit, ({ name, id }) => [vietnameseSortKey(name), id], total)
    },

    async get(ctx: Ctx, id: string): Promise<Leader> {
      authorize(ctx, 'leader.read')
      return found(await leaders.findById(id))
    },

    create(ctx: Ctx, body: CreateLeaderBody): Promise<Leader> {
      const role = authorize(ctx, 'leader.manage')
      const leader: LeaderRecord = { id: newId(), version: 1, ...body }
      requireDatesInOrder(leader)
      return act(database, ctx, async (tx) => {
        await leaderStore(tx).insert(leader, indexOf(leader))
        await historyStore(tx).append(ctx, {
          type: 'leader.created',
          role,
          subject: 'leader',
          subjectId: leader.id,
          after: { ...leader },
        })
        return leader
      })
    },

    /**
     * An edit that changes nothing leaves no trace.
     * @throws Refusal `not-found`, `stale`
     */
    edit(ctx: Ctx, id: string, version: number, body: EditLeaderBody): Promise<Leader> {
      const role = authorize(ctx, 'leader.manage')
      return act(database, ctx, async (tx) => {
        const before = found(await leaderStore(tx).findById(id))
        requireVersion(before.version, version)
        const leader: LeaderRecord = { ...before, ...body }
        if (isDeepStrictEqual(leader, before)) return before
        requireDatesInOrder(leader)
        const saved = await leaderStore(tx).save(leader, indexOf(leader))
        if (!saved) throw new Refusal('stale')
        await historyStore(tx).append(
          { ...ctx, now: recordedAt(tx) },
          {
            type: 'leader.edited',
            role,
            subject: 'leader',
            subjectId: id,
            before: { ...before },
            after: { ...leader },
          },
        )
        return { ...leader, version: version + 1 }
      })
    },
  }
}

function found(leader: LeaderRecord | null): LeaderRecord {
  if (!leader) throw new Refusal('not-found')
  return leader
}

function requireDatesInOrder({ validFrom, validTo }: LeaderRecord): void {
  if (validFrom && validTo && validTo < validFrom) {
    throw new Refusal('invalid-request', { pointer: '/validTo' })
  }
}
