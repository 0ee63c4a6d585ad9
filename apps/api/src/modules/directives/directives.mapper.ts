import type { Assignment, Directive, DirectiveSummary, Task } from '@dunghan/contract'
import {
  effectiveDueOn,
  entryTimeliness,
  mayEditDirective,
  type WorkCalendar,
} from '@dunghan/domain'
import type { Ctx } from '../../context.ts'
import { supportersIn, withdrawalOf } from '../assignments/assignments.mapper.ts'
import type { AttachedFileRecord } from '../files/attached-files.store.ts'
import { toAttachedFile } from '../files/files.mapper.ts'
import type { DirectiveStanding } from './directive-list.store.ts'
import { type DirectiveRecord, fieldsOf, type TaskRecord } from './directive-record.ts'
import { warningsOf } from './directive-warnings.ts'

function common(directive: DirectiveRecord) {
  const { id, version, directedBy, draftedBy, recordedBy, recordedAt, entryDeadlineAt } = directive
  return {
    id,
    version,
    ...fieldsOf(directive),
    directedBy,
    draftedBy,
    recordedBy,
    recordedAt: recordedAt.toISOString(),
    entry: {
      deadlineAt: entryDeadlineAt.toISOString(),
      timeliness: entryTimeliness(entryDeadlineAt, recordedAt),
    },
    withdrawal: withdrawalOf(directive),
  }
}

/** @param assignments of both roles, of all the directive's tasks */
export function toTask(task: TaskRecord, assignments: Assignment[], calendar: WorkCalendar): Task {
  const own = assignments.filter((assignment) => assignment.task.id === task.id)
  return {
    id: task.id,
    content: task.content,
    dueOn: task.dueOn,
    effectiveDueOn: effectiveDueOn(calendar, task.dueOn),
    assignments: own.filter(({ role }) => role === 'lead'),
    supportUnits: supportersIn(own),
  }
}

export function toDirective(
  directive: DirectiveRecord,
  parts: { files: AttachedFileRecord[]; tasks: TaskRecord[]; assignments: Assignment[] },
  ctx: Ctx,
  calendar: WorkCalendar,
): Directive {
  const mayChange = mayEditDirective(ctx.actor, directive) && !directive.withdrawnAt
  return {
    ...common(directive),
    files: parts.files.map(toAttachedFile),
    tasks: parts.tasks.map((task) => toTask(task, parts.assignments, calendar)),
    warnings: warningsOf(directive, parts.files, ctx.language),
    can: mayChange ? ['edit', 'withdraw'] : [],
  }
}

export function toDirectiveSummary(
  directive: DirectiveRecord,
  standing: DirectiveStanding | undefined,
): DirectiveSummary {
  return {
    ...common(directive),
    taskCount: standing?.taskCount ?? 0,
    unitCount: standing?.unitCount ?? 0,
    counts: standing?.counts ?? {},
  }
}
