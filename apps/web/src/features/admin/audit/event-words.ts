import type { Schema } from '../../../api/types.ts'
import { m } from '../../../paraglide/messages.js'

type Event = Schema<'AuditEvent'>
type Break = Schema<'AuditBreak'>

/** What was done, by its name in the history. */
export const eventWords: Record<Event['type'], () => string> = {
  'directive.recorded': m.audit_event_directive_recorded,
  'directive.edited': m.audit_event_directive_edited,
  'directive.withdrawn': m.audit_event_directive_withdrawn,
  'task.added': m.audit_event_task_added,
  'assignment.assigned': m.audit_event_assignment_assigned,
  'assignment.received': m.audit_event_assignment_received,
  'assignment.reported': m.audit_event_assignment_reported,
  'assignment.accepted': m.audit_event_assignment_accepted,
  'assignment.returned': m.audit_event_assignment_returned,
  'assignment.reopened': m.audit_event_assignment_reopened,
  'assignment.withdrawn': m.audit_event_assignment_withdrawn,
  'assignment.extension_requested': m.audit_event_assignment_extension_requested,
  'assignment.extension_decided': m.audit_event_assignment_extension_decided,
  'assignment.due_date_moved': m.audit_event_assignment_due_date_moved,
  'assignment.directive_edited': m.audit_event_assignment_directive_edited,
  'assignment.calendar_changed': m.audit_event_assignment_calendar_changed,
  'assignment.unit_succeeded': m.audit_event_assignment_unit_succeeded,
  'assignment.reminded': m.audit_event_assignment_reminded,
  'unit.created': m.audit_event_unit_created,
  'unit.edited': m.audit_event_unit_edited,
  'unit.succeeded': m.audit_event_unit_succeeded,
  'unit.ended': m.audit_event_unit_ended,
  'leader.created': m.audit_event_leader_created,
  'leader.edited': m.audit_event_leader_edited,
  'account.created': m.audit_event_account_created,
  'account.edited': m.audit_event_account_edited,
  'account.password_reset': m.audit_event_account_password_reset,
  'account.password_changed': m.audit_event_account_password_changed,
  'settings.changed': m.audit_event_settings_changed,
  'calendar.changed': m.audit_event_calendar_changed,
  'monthly_report.drawn_up': m.audit_event_monthly_report_drawn_up,
  'file.uploaded': m.audit_event_file_uploaded,
}

export const subjectWords: Record<Event['subject'], () => string> = {
  directive: m.audit_subject_directive,
  assignment: m.audit_subject_assignment,
  unit: m.audit_subject_unit,
  leader: m.audit_subject_leader,
  account: m.audit_subject_account,
  settings: m.audit_subject_settings,
  calendar: m.audit_subject_calendar,
  monthly_report: m.audit_subject_monthly_report,
  file: m.audit_subject_file,
}

/** What a verification found, first of all. */
export const breakWords: Record<Break['kind'], () => string> = {
  'event-altered': m.audit_kind_event_altered,
  'event-missing': m.audit_kind_event_missing,
  'chain-cut': m.audit_kind_chain_cut,
  'head-altered': m.audit_kind_head_altered,
  'event-unchained': m.audit_kind_event_unchained,
  'seal-altered': m.audit_kind_seal_altered,
  'seal-missing': m.audit_kind_seal_missing,
  'seal-broken': m.audit_kind_seal_broken,
  'report-without-event': m.audit_kind_report_without_event,
  'review-without-event': m.audit_kind_review_without_event,
}
