/*
 * Whom an act tells what (Đ4.3–Đ4.5, Đ6.4, Đ6.5): the unit of what the office does with its work, the
 * office of what a unit sends. Every event says here whether it tells anybody; a new one does not
 * compile until it does. Who acted is not told of it, nor is a disabled account.
 */
import type { AssignmentRole } from './assignment.ts'
import type { CivilDate } from './civil-date.ts'
import type { ExtensionDecision } from './due-date-change.ts'
import type { EventType } from './event-types.ts'
import type { NotificationKind } from './notification-kinds.ts'
import type { Timeliness } from './timeliness.ts'

/** The words and dates as they were when it was told; what does not apply is null. */
export interface NotificationFacts {
  directive: { id: string; number: string | null; symbol: string | null; title: string } | null
  task: string | null
  /** Whose work it is, for those who are told of work that is not their own. */
  unit: { id: string; code: string; name: string } | null
  dueOn: CivilDate | null
  effectiveDueOn: CivilDate | null
  previousDueOn: CivilDate | null
  askedDueOn: CivilDate | null
  workingDaysLeft: number | null
  role: AssignmentRole | null
  timeliness: Timeliness | null
  decision: ExtensionDecision | null
  note: string | null
  monthlyReport: { id: string; title: string } | null
}

/** Nothing applies: what a telling says begins here. */
export const noFacts: NotificationFacts = {
  directive: null,
  task: null,
  unit: null,
  dueOn: null,
  effectiveDueOn: null,
  previousDueOn: null,
  askedDueOn: null,
  workingDaysLeft: null,
  role: null,
  timeliness: null,
  decision: null,
  note: null,
  monthlyReport: null,
}

/** What of a recorded event decides who is told what. */
export interface ToldEvent {
  type: EventType
  subjectId: string
  before?: Record<string, unknown> | null
  after?: Record<string, unknown> | null
}

/** What the event itself says; the rest is read of the assignment, as the act left it. */
export type Said = Partial<
  Pick<NotificationFacts, 'previousDueOn' | 'askedDueOn' | 'decision' | 'note' | 'monthlyReport'>
>

export interface Telling {
  kind: NotificationKind
  /** The account of the assignment's unit, or all that the kind's permission lets in. */
  audience: 'unit' | 'permitted'
  /** Told once for each directive it is about, or once for all that the act moves. */
  per: 'directive' | 'act'
  /** Whether the class of the report is part of it. */
  classed: boolean
  said: Said
}

interface Rule extends Pick<Telling, 'kind'>, Partial<Omit<Telling, 'kind' | 'said'>> {
  says?: (facts: Facts, event: ToldEvent) => Said
}

interface Facts {
  before: Record<string, unknown>
  after: Record<string, unknown>
}

const text = (value: unknown): string | null => (typeof value === 'string' && value ? value : null)
const decisionOf = (value: unknown): ExtensionDecision | null =>
  value === 'approved' || value === 'rejected' ? value : null

/** Of each event whether it tells anybody, and what. */
const tellings: Record<EventType, Rule | null> = {
  'directive.recorded': null,
  'directive.edited': null,
  // Each of its assignments is told to be withdrawn.
  'directive.withdrawn': null,
  'task.added': null,
  'assignment.assigned': { kind: 'assigned' },
  'assignment.received': null,
  'assignment.reported': { kind: 'report_submitted', audience: 'permitted', classed: true },
  'assignment.accepted': {
    kind: 'accepted',
    classed: true,
    says: ({ after }) => ({ note: text(after.comment) }),
  },
  'assignment.returned': {
    kind: 'returned',
    says: ({ after }) => ({ note: text(after.comment) }),
  },
  'assignment.reopened': {
    kind: 'reopened',
    says: ({ after }) => ({ note: text(after.reason) }),
  },
  'assignment.withdrawn': {
    kind: 'withdrawn',
    says: ({ after }) => ({ note: text(after.withdrawalReason) }),
  },
  'assignment.extension_requested': {
    kind: 'extension_requested',
    audience: 'permitted',
    says: ({ after }) => ({ askedDueOn: text(after.askedDueOn), note: text(after.reason) }),
  },
  'assignment.extension_decided': {
    kind: 'extension_decided',
    says: ({ before, after }) => ({
      decision: decisionOf(after.decision),
      askedDueOn: text(after.askedDueOn),
      previousDueOn: text(before.dueOn),
      note: text(after.comment),
    }),
  },
  'assignment.due_date_moved': {
    kind: 'due_date_moved',
    says: ({ before, after }) => ({
      previousDueOn: text(before.dueOn),
      note: text(after.reason),
    }),
  },
  'assignment.directive_edited': null,
  // The working calendar moves the day it falls due on, of all units at once.
  'assignment.calendar_changed': {
    kind: 'due_date_moved',
    per: 'act',
    says: ({ before, after }) => ({
      previousDueOn: text(before.effectiveDueOn),
      note: text(after.reason),
    }),
  },
  // To the unit that takes it over it is given now.
  'assignment.unit_succeeded': {
    kind: 'assigned',
    per: 'act',
    says: ({ after }) => ({ note: text(after.reason) }),
  },
  'assignment.reminded': {
    kind: 'reminder',
    says: ({ after }) => ({ note: text(after.message) }),
  },
  'unit.created': null,
  'unit.edited': null,
  'unit.succeeded': null,
  'unit.ended': null,
  'leader.created': null,
  'leader.edited': null,
  'account.created': null,
  'account.edited': null,
  'account.password_reset': null,
  'account.password_changed': null,
  'settings.changed': null,
  'calendar.changed': null,
  'monthly_report.drawn_up': {
    kind: 'monthly_report_drawn_up',
    audience: 'permitted',
    says: ({ after }, { subjectId }) => ({
      monthlyReport: { id: subjectId, title: text(after.title) ?? '' },
    }),
  },
  'file.uploaded': null,
}

/** What an event tells, and whom; null when nobody is told. */
export function tellingOf(event: ToldEvent): Telling | null {
  const rule = tellings[event.type]
  if (!rule) return null
  const { says, kind, audience = 'unit', per = 'directive', classed = false } = rule
  const facts = { before: event.before ?? {}, after: event.after ?? {} }
  return { kind, audience, per, classed, said: says?.(facts, event) ?? {} }
}
