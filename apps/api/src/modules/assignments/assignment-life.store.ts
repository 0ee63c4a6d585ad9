import type { AssignmentRole, Visibility } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import { plannedOnce } from '../../db/read-rows.ts'
import type { Tx } from '../../db/transaction.ts'
import { extensionsJson } from '../extensions/extensions.store.ts'
import {
  type AttachedFileRecord,
  directiveFilesJson,
  reviveFile,
} from '../files/attached-files.store.ts'
import { type EventRecord, eventsJson, reviveEvent } from '../history/history.store.ts'
import { type Correspondence, reportsJson, reviveCorrespondence } from '../reports/reports.store.ts'
import type { AssignmentRecord } from './assignment-record.ts'

/** What stands around one assignment: its order, the task's other units, all that was sent and done. */
export interface AssignmentLife extends Correspondence {
  order: {
    abstract: string
    issuedTime: string | null
    signedBy: string
    visibility: Visibility
    directedBy: { id: string; name: string; position: string }
    files: AttachedFileRecord[]
  }
  /** To whom the task is given, by code; those it was taken back from are left out. */
  units: (AssignmentRecord['unit'] & { role: AssignmentRole })[]
  /** Oldest first. */
  events: EventRecord[]
}

export function assignmentLifeStore(db: Tx) {
  return {
    /** All of it in one query; null when there is no such assignment. */
    async find(id: string): Promise<AssignmentLife | null> {
      const [row] = await db.$queryRaw<AssignmentLife[]>(
        plannedOnce(Prisma.sql`
        SELECT a.id AS "assignmentId", ${reportsJson('a.id')} AS reports,
               ${extensionsJson('a.id')} AS extensions, ${eventsJson('a.id')} AS events,
               (SELECT json_build_object(
                    'abstract', d.abstract, 'issuedTime', d.issued_time, 'signedBy', d.signed_by,
                    'visibility', d.visibility,
                    'directedBy', json_build_object('id', l.id, 'name', l.name, 'position', l.position),
                    'files', ${directiveFilesJson('d.id')})
                  FROM directive d JOIN leader l ON l.id = d.directed_by_id
                 WHERE d.id = a.directive_id) AS "order",
               (SELECT json_agg(json_build_object('id', u.id, 'code', u.code, 'name', u.name,
                                                  'type', u.type, 'role', p.role)
                                ORDER BY u.code, p.assignment_id)
                  FROM assignment b
                  JOIN assignment_period p ON p.assignment_id = b.id AND p.valid_to IS NULL
                  JOIN unit u ON u.id = p.unit_id
                 WHERE b.task_id = a.task_id AND p.state <> 'withdrawn') AS units
          FROM assignment a WHERE a.id = ${id}::uuid`),
      )
      if (!row) return null
      const { order, units, events } = row
      return {
        ...reviveCorrespondence(row),
        order: { ...order, files: order.files.map(reviveFile) },
        units: units ?? [],
        events: events.map(reviveEvent),
      }
    },
  }
}
