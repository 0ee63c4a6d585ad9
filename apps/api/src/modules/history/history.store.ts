import type { EventType, Role, UnitType } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import { Prisma } from '../../db/generated/client.ts'
import { plannedOnce } from '../../db/read-rows.ts'
import type { Tx } from '../../db/transaction.ts'
import { noteTellings } from '../notifications/noted-tellings.ts'

type Facts = Record<string, unknown> | null

export interface NewEvent {
  type: EventType
  /** The role by which the actor was allowed; null: the system itself. */
  role: Role | null
  subject:
    | 'directive'
    | 'assignment'
    | 'unit'
    | 'leader'
    | 'account'
    | 'settings'
    | 'calendar'
    | 'monthly_report'
    | 'file'
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

export interface EventRecord {
  id: string
  at: Date
  type: EventType
  account: { id: string; displayName: string } | null
  role: string | null
  unit: { id: string; code: string; name: string; type: UnitType } | null
  before: Facts
  after: Facts
  requestId: string
}

/** An assignment's events as a JSON array, oldest first. @param id an expression of SQL */
export const eventsJson = (id: string) => Prisma.sql`COALESCE((
  SELECT json_agg(json_build_object(
      'id', e.id, 'at', e.at, 'type', e.type, 'role', e.role, 'before', e.before,
      'after', e.after, 'requestId', e.request_id,
      'account', (SELECT json_build_object('id', c.id, 'displayName', c.display_name)
                    FROM account c WHERE c.id = e.account_id),
      'unit', (SELECT json_build_object('id', u.id, 'code', u.code, 'name', u.name, 'type', u.type)
                 FROM unit u WHERE u.id = e.unit_id)) ORDER BY e.sequence)
    FROM event e WHERE e.assignment_id = ${Prisma.raw(id)}), '[]'::json)`

/** Turns the instant of an event, which travels as text, into an instant again. */
export const reviveEvent = (event: EventRecord): EventRecord => ({
  ...event,
  at: new Date(event.at),
})

/** The append-only history. The database itself refuses to change or delete a row of it. */
export function historyStore(db: Tx) {
  return {
    /**
     * Records what the actor did, in the transaction of the act itself and in the order given: one
     * statement, however many they are. Whom it tells something is told at the end of the act.
     */
    async append({ actor, now, requestId }: Author, ...events: NewEvent[]): Promise<void> {
      if (events.length === 0) return
      const named = events.map((event) => ({ id: newId(), ...event }))
      const given = JSON.stringify(named)
      await db.$executeRaw(
        plannedOnce(Prisma.sql`
        INSERT INTO event (id, at, type, account_id, role, unit_id, subject, subject_id,
                           assignment_id, before, after, request_id)
        SELECT given.id, ${now}::timestamptz, given.type, ${actor.accountId}::uuid, given.role,
               ${actor.unitId}::uuid, given.subject, given.subject_id, given.assignment_id,
               given.before, given.after, ${requestId}
          FROM ROWS FROM (jsonb_to_recordset(${given}::jsonb) AS (
                 id uuid, type text, role text, subject text, "subjectId" uuid,
                 "assignmentId" uuid, before jsonb, after jsonb)) WITH ORDINALITY
            AS given(id, type, role, subject, subject_id, assignment_id, before, after, place)
         ORDER BY given.place`),
      )
      noteTellings(db, named)
    },

    /** Whether such a thing was done to the subject after an instant. */
    async has(type: EventType, subject: NewEvent['subject'], subjectId: string, after: Date) {
      const where = { type, subject, subjectId, at: { gt: after } }
      return (await db.event.findFirst({ where, select: { id: true } })) !== null
    },

    /** Oldest first. */
    async listOfAssignment(assignmentId: string): Promise<EventRecord[]> {
      const [row] = await db.$queryRaw<{ events: EventRecord[] }[]>`
        SELECT ${eventsJson('wanted.id')} AS events FROM (SELECT ${assignmentId}::uuid AS id) AS wanted`
      return (row?.events ?? []).map(reviveEvent)
    },
  }
}
