import type { Assignment, AssignmentDetail, DirectiveRef, UnitRef } from '@dunghan/contract'
import {
  type AssignmentRole,
  type AssignmentState,
  availableActs,
  extensionsLeft,
  isExtensionPending,
  type Moment,
  momentAt,
  statusOf,
  type WorkCalendar,
  workingDaysLeft,
} from '@dunghan/domain'
import type { Actor, Ctx } from '../../context.ts'
import type { Rulebook } from '../calendar/rulebooks.ts'
import { extensionAsOf, toExtension } from '../extensions/extensions.mapper.ts'
import { toAttachedFile } from '../files/files.mapper.ts'
import type { EventRecord } from '../history/history.store.ts'
import { toReport } from '../reports/reports.mapper.ts'
import type { Correspondence } from '../reports/reports.store.ts'
import { toUnitRef } from '../units/units.mapper.ts'
import type { StandingUnit } from '../units/units-as-of.ts'
import type { AssignmentLife } from './assignment-life.store.ts'
import type { AssignmentRecord } from './assignment-record.ts'

/** Who looks, when, and by which calendar. */
export interface View {
  actor: Actor
  moment: Moment
  calendar: WorkCalendar
  settings: Pick<Rulebook['settings'], 'maxExtensions'>
  /** The instant of the past it is looked at as of; then nothing can be done about it. */
  asOf?: Date
  /** The units as they stood then. */
  units?: Map<string, StandingUnit>
}

export function viewOf(ctx: Ctx, { calendar, settings }: Rulebook): View {
  return {
    actor: ctx.actor,
    moment: momentAt(calendar, ctx.now, settings.dueSoonDays),
    calendar,
    settings,
  }
}

/** How its order is named. */
export const directiveRefOf = (record: AssignmentRecord): DirectiveRef => ({
  id: record.directiveId,
  kind: record.kind,
  number: record.directive.number,
  symbol: record.directive.symbol,
  title: record.directive.title,
  issuedOn: record.issuedOn,
})

/** What everybody who may see an assignment at all reads of it, the public too. */
export function toStanding(record: AssignmentRecord, moment: Moment) {
  return {
    id: record.id,
    state: record.state,
    status: statusOf(record, moment),
    directive: directiveRefOf(record),
    task: { id: record.taskId, content: record.taskContent },
    unit: record.unit,
    dueOn: record.dueOn,
    effectiveDueOn: record.effectiveDueOn,
    originalDueOn: record.originalDueOn,
    receivedAt: record.receivedAt?.toISOString() ?? null,
    submittedAt: record.submittedAt?.toISOString() ?? null,
    completedAt: record.completedAt?.toISOString() ?? null,
    timeliness: record.timeliness,
    daysLate: record.daysLate,
  }
}

/** How an assignment looks to somebody at an instant; what follows from dates is worked out here. */
export function toAssignment(
  record: AssignmentRecord,
  correspondence: Correspondence | undefined,
  { actor, moment, calendar, settings, asOf, units }: View,
): Assignment {
  const { reports: sent, extensions: asked } = correspondenceAsOf(correspondence, asOf)
  const asNamed = (unit: UnitRef) => toUnitRef(units?.get(unit.id)?.unit ?? unit)
  const reports = sent.map((report) => ({ ...toReport(report), unit: asNamed(report.unit) }))
  const left = extensionsLeft(asked, settings.maxExtensions)
  return {
    ...toStanding(record, moment),
    unit: asNamed(record.unit),
    version: record.version,
    role: record.role,
    workingDaysLeft: workingDaysLeft(calendar, moment.today, record.effectiveDueOn),
    firstTimeliness: record.firstTimeliness,
    reports,
    extensions: asked.map(toExtension),
    extensionsLeft: left,
    withdrawal: withdrawalOf(record),
    can: asOf
      ? []
      : availableActs(
          {
            ...record,
            recordedById: record.directive.recordedById,
            directiveWithdrawn: record.directive.withdrawn,
            extensionPending: isExtensionPending(asked),
            extensionsLeft: left,
          },
          actor,
        ),
  }
}

/** What was sent and answered by an instant; all of it without one. */
function correspondenceAsOf(
  { reports, extensions }: Pick<Correspondence, 'reports' | 'extensions'> = {
    reports: [],
    extensions: [],
  },
  asOf: Date | undefined,
): Pick<Correspondence, 'reports' | 'extensions'> {
  if (!asOf) return { reports, extensions }
  return {
    reports: reports
      .filter(({ recordedAt }) => recordedAt <= asOf)
      .map((report) =>
        report.review && report.review.reviewedAt > asOf ? { ...report, review: null } : report,
      ),
    extensions: extensions
      .filter(({ requestedAt }) => requestedAt <= asOf)
      .map((extension) => extensionAsOf(extension, asOf)),
  }
}

/** Whose the assignment was before, each until its successor took over. */
export function formerUnitsIn(events: EventRecord[]): AssignmentDetail['formerUnits'] {
  return events.flatMap(({ type, at, after }) => {
    const from = type === 'assignment.unit_succeeded' && (after as { from?: UnitRef } | null)?.from
    return from ? [{ unit: from, until: at.toISOString() }] : []
  })
}

/** One assignment opened, with what stands around it. */
export function toAssignmentDetail(
  record: AssignmentRecord,
  life: AssignmentLife,
  view: View,
): AssignmentDetail {
  const assignment = toAssignment(record, life, view)
  const { files, ...order } = life.order
  return {
    ...assignment,
    directive: { ...assignment.directive, ...order, files: files.map(toAttachedFile) },
    task: { ...assignment.task, units: life.units },
    formerUnits: formerUnitsIn(life.events),
  }
}

/** The units that support a task, of all it is given to. */
export function supportersIn<Unit>(
  given: { role: AssignmentRole; state: AssignmentState; unit: Unit }[],
): Unit[] {
  return given
    .filter(({ role, state }) => role === 'support' && state !== 'withdrawn')
    .map(({ unit }) => unit)
}

/** Of an assignment or of a whole directive. */
export function withdrawalOf({
  withdrawnAt,
  withdrawalReason,
}: {
  withdrawnAt: Date | null
  withdrawalReason: string | null
}): Assignment['withdrawal'] {
  return withdrawnAt && { at: withdrawnAt.toISOString(), reason: withdrawalReason ?? '' }
}
