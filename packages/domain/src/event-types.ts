/*
 * What can happen, in one word each: the names of the rows of the append-only history. An event
 * that was once recorded keeps its name for ever.
 */

export const eventTypes = [
  'directive.recorded',
  'directive.edited',
  'directive.withdrawn',
  'task.added',
  'assignment.assigned',
  'assignment.received',
  'assignment.reported',
  'assignment.accepted',
  'assignment.returned',
  'assignment.reopened',
  'assignment.withdrawn',
  'assignment.extension_requested',
  'assignment.extension_decided',
  'assignment.due_date_moved',
  'assignment.directive_edited',
  'assignment.calendar_changed',
  'assignment.unit_succeeded',
  'assignment.reminded',
  'unit.created',
  'unit.edited',
  'unit.succeeded',
  'unit.ended',
  'leader.created',
  'leader.edited',
  'account.created',
  'account.edited',
  'account.password_reset',
  'account.password_changed',
  'settings.changed',
  'calendar.changed',
  'monthly_report.drawn_up',
  'file.uploaded',
] as const
export type EventType = (typeof eventTypes)[number]
