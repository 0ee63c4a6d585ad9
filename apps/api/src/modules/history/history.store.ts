import type { EventType, Role, UnitType } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'

type Facts = Record<string, unknown> | null

export interface NewEvent {
  type: EventType
  /** The role by which the actor was allowed; null: the system itself. */
  role: Role | null
  subject: 'directive' | 'assignment' | 'unit' | 'leader' | 'account' | 'settings' | 'calendar' | 'file'
  subjectId: string
  assignmentId?: string
  before?: Facts
  after?: Facts
}

/** Who acts, when, and in which request; a service's `Ctx`, or the system itself as nobody. */
export interface Author {
  actor: { accountId: string | null; unitId: string | null }
  now: Date
  requestId: string
}

export type EventRecord = Awaited<ReturnType<ReturnType<typeof historyStore>['listOfAssignment']>>[number]

const facts = (value: Facts | undefined) =>
  value ? (value as Prisma.InputJsonObject) : Prisma.DbNull

/** The append-only history. The database itself refuses to change or delete a row of it. */
export function historyStore(db: Tx) {
  const row = (ctx: Author, event: NewEvent): Prisma.EventCreateManyInput => ({
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
    async append(ctx: Author, ...events: NewEvent[]): Promise<void> {
      if (events.length > 0) await db.event.createMany({ data: events.map((event) => row(ctx, event)) })
    },

    /** Whether such a thing was done to the subject after an instant. */
    async has(type: EventType, subject: NewEvent['subject'], subjectId: string, after: Date) {
      const where = { type, subject, subjectId, at: { gt: after } }
      return (await db.event.findFirst({ where, select: { id: true } })) !== null
    },

    /** Oldest first. */
    async listOfAssignment(assignmentId: string) {
      const events = await db.event.findMany({
        where: { assignmentId },
        orderBy: { sequence: 'asc' },
        include: {
          account: { select: { id: true, displayName: true } },
          unit: { select: { id: true, code: true, name: true, type: true } },
        },
      })
      return events.map((event) => ({
        ...event,
        unit: event.unit && { ...event.unit, type: event.unit.type as UnitType },
      }))
    },
  }
}
