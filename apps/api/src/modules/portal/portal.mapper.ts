import type {
  PublicAssignment,
  PublicAssignmentDetail,
  PublicFile,
  PublicUnit,
  UnitRef,
} from '@dunghan/contract'
import type { Moment, Visibility } from '@dunghan/domain'
import type { AssignmentLife } from '../assignments/assignment-life.store.ts'
import type { AssignmentRecord } from '../assignments/assignment-record.ts'
import { formerUnitsIn, toStanding, withdrawalOf } from '../assignments/assignments.mapper.ts'
import type { AttachedFileRecord } from '../files/attached-files.store.ts'
import type { EventRecord } from '../history/history.store.ts'
import type { ReportRecord } from '../reports/report-record.ts'
import type { UnitRecord } from '../units/units.store.ts'

/** What anyone may read of an assignment (R6): no account, no comment, no reason of an extension. */
export function toPublicAssignment(record: AssignmentRecord, moment: Moment): PublicAssignment {
  return {
    ...toStanding(record, moment),
    updatedAt: record.changedAt.toISOString(),
  }
}

/** One assignment opened, with what anyone may read around it. */
export function toPublicAssignmentDetail(
  record: AssignmentRecord,
  { order, units, reports, events }: AssignmentLife,
  moment: Moment,
): PublicAssignmentDetail {
  const base = toPublicAssignment(record, moment)
  const { abstract, signedBy, directedBy, files } = order
  return {
    ...base,
    directive: {
      ...base.directive,
      abstract,
      signedBy,
      directedBy: { name: directedBy.name, position: directedBy.position },
      files: toPublicFiles(files, record.visibility),
    },
    supportUnits: units
      .filter(({ role }) => role === 'support')
      .map(({ id, code, name, type }) => ({ id, code, name, type })),
    formerUnits: formerUnitsIn(events),
    reports: toPublicReports(record, reports),
    withdrawal: withdrawalOf(record),
    history: toPublicHistory(events),
  }
}

/** Files leave the office only where the directive is wholly public. */
export function toPublicFiles(files: AttachedFileRecord[], visibility: Visibility): PublicFile[] {
  if (visibility !== 'public') return []
  return files.map(({ id, name, mediaType, size }) => ({ id, name, mediaType, size }))
}

/** The reports' own data; files of the one by which the assignment is completed now. */
function toPublicReports(
  { state, visibility }: Pick<AssignmentRecord, 'state' | 'visibility'>,
  reports: ReportRecord[],
): PublicAssignmentDetail['reports'] {
  const result = state === 'completed' ? reports.at(-1) : undefined
  return reports.map((report) =>
    toPublicReport(report, report === result ? toPublicFiles(report.files, visibility) : []),
  )
}

function toPublicReport(
  report: ReportRecord,
  files: PublicFile[],
): PublicAssignmentDetail['reports'][number] {
  const { unit, title, number, symbol, issuedOn, submittedAt, timeliness, review } = report
  return {
    unit,
    title,
    number,
    symbol,
    issuedOn,
    submittedAt: submittedAt.toISOString(),
    timeliness,
    verdict: review?.verdict ?? null,
    files,
  }
}

const publicTypes: Partial<Record<string, PublicAssignmentDetail['history'][number]['type']>> = {
  'assignment.assigned': 'assigned',
  'assignment.received': 'received',
  'assignment.reported': 'reported',
  'assignment.accepted': 'accepted',
  'assignment.returned': 'returned',
  'assignment.reopened': 'reopened',
  'assignment.withdrawn': 'withdrawn',
  'assignment.due_date_moved': 'due_date_moved',
  'assignment.unit_succeeded': 'unit_succeeded',
  'assignment.extension_decided': 'extended',
  'assignment.calendar_changed': 'calendar_changed',
}

/** That something happened and when; who and why stay inside, and what was refused with them. */
function toPublicHistory(events: EventRecord[]): PublicAssignmentDetail['history'] {
  return events.flatMap((event) => {
    const type = publicTypes[event.type]
    const dueOn = (event.after as { dueOn?: string } | null)?.dueOn ?? null
    if (type === 'extended' && !dueOn) return []
    if (!type) return []
    const at = event.at.toISOString()
    return [{ at, type, dueOn, units: unitsIn(event), calendar: calendarIn(event) }]
  })
}

/** Who succeeded whom, where that is what happened. */
function unitsIn({ type, after }: EventRecord) {
  const { from, to } = (after ?? {}) as { from?: UnitRef; to?: UnitRef }
  return type === 'assignment.unit_succeeded' && from && to ? { from, to } : null
}

/** The day the calendar gave it and why it was changed, which is the public's business. */
function calendarIn({ type, after }: EventRecord) {
  const { effectiveDueOn, reason = '' } = (after ?? {}) as Record<string, string | undefined>
  return type === 'assignment.calendar_changed' && effectiveDueOn
    ? { effectiveDueOn, reason }
    : null
}

export function toPublicUnit({ code, name, shortName, type }: UnitRecord): PublicUnit {
  return { code, name, shortName, type }
}
