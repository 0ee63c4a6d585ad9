import type { AssignmentState, AssignmentStatus, DirectiveKind, Timeliness } from '@dunghan/domain'
import { m } from '../paraglide/messages.js'

/*
 * The words people read for the codes of the domain: one word for one thing on every screen. Those
 * that public pages never show are in files of their own, so that they do not come along.
 */

export type Words<Code extends string> = Record<Code, () => string>

export const statusWords: Words<AssignmentStatus> = {
  in_progress: m.terms_status_in_progress,
  due_soon: m.terms_status_due_soon,
  overdue: m.terms_status_overdue,
  awaiting_review: m.terms_status_awaiting_review,
  completed_early: m.terms_status_completed_early,
  completed_on_time: m.terms_status_completed_on_time,
  completed_late: m.terms_status_completed_late,
}

export const stateWords: Words<AssignmentState> = {
  assigned: m.terms_state_assigned,
  received: m.terms_state_received,
  submitted: m.terms_state_submitted,
  returned: m.terms_state_returned,
  completed: m.terms_state_completed,
  withdrawn: m.terms_state_withdrawn,
}

export const timelinessWords: Words<Timeliness> = {
  early: m.terms_timeliness_early,
  on_time: m.terms_timeliness_on_time,
  late: m.terms_timeliness_late,
}

export const kindWords: Words<DirectiveKind> = {
  official_letter: m.terms_kind_official_letter,
  conclusion_notice: m.terms_kind_conclusion_notice,
  other_directive: m.terms_kind_other_directive,
  opinion_poll: m.terms_kind_opinion_poll,
}
