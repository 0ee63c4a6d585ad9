import type { EventType } from '@dunghan/contract'
import type { Role } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import type { Ctx } from '../../context.ts'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'

type Facts = Record<string, unknown> | null

export interface NewEvent {
  type: EventType
  /** The role by which the actor was allowed. */
  role: Role
  subject: 'directive' | 'assignment' | 'unit' | 'leader' | 'account' | 'settings' | 'calendar' | 'file'
  subjectId: string
  assignmentId?: string
  before?: Facts
  after?: Facts
}

export type EventRecord = Awaited<ReturnType<ReturnType<typeof historyStore>['listOfAssignment']>>[number]

const facts = (value: Facts | undefined) =>
  value ? (value as Prisma.InputJsonObject) : Prisma.DbNull

/** The append-only history. The database itself refuses to change or delete a row of it. */
export function historyStore(db: Tx) {
  const row = (ctx: Ctx, event: NewEvent): Prisma.EventCreateManyInput => ({
    id: newId(),
    at: ctx.now,
    type: event.type,
    accountId: ctx.actor.accountId,
    role: event.role,
    unitId: ctx.actor.unitId,
    subject: event.subject,
    subjectId: event.subjectId,
    assignmentId: event.assignmentId ?? null,
    before: facts(event.before),
    after: facts(event.after),
    requestId: ctx.requestId,
  })
  return {
    /** Records what the actor did, in the transaction of the act itself; in the order given. */
    async append(ctx: Ctx, ...events: NewEvent[]): Promise<void> {
      if (events.length > 0) await db.event.createMany({ data: events.map((event) => row(ctx, event)) })
    },

    /** Oldest first. */
    listOfAssignment(assignmentId: string) {
      return db.event.findMany({
        where: { assignmentId },
        orderBy: { sequence: 'asc' },
        include: { account: { select: { id: true, displayName: true } } },
      })
    },
  }
}
