/*
 * R4 Timeliness (Đ7.6: "thời điểm gửi văn bản phản hồi, báo cáo qua phần mềm được tính"). The day on
 * which the unit sent the report, in Việt Nam, against the dates in force at that instant: before
 * `dueOn` is early; from `dueOn` to `effectiveDueOn`, both included, on time; after it, late. How
 * long the office takes to review plays no part.
 */
import { type CivilDate, civilDateAt } from './civil-date.ts'
import type { WorkCalendar } from './work-calendar.ts'

export const timelinesses = ['early', 'on_time', 'late'] as const

export type Timeliness = (typeof timelinesses)[number]

export interface DueDates {
  dueOn: CivilDate
  effectiveDueOn: CivilDate
}

export interface ReportClass {
  sentOn: CivilDate
  timeliness: Timeliness
  /** Working days after the effective due date up to and including `sentOn`; null unless late. */
  daysLate: number | null
}

/** The class of a report sent on a civil date. */
export function timelinessOf(report: DueDates & { sentOn: CivilDate }): Timeliness {
  if (report.sentOn < report.dueOn) return 'early'
  return report.sentOn <= report.effectiveDueOn ? 'on_time' : 'late'
}

/**
 * The class of a report sent at an instant. Late is at least one day late, also on the weekend
 * right after the due date. Throws `outside-calendar` when late beyond the calendar.
 */
export function classifyReport(
  calendar: WorkCalendar,
  { sentAt, dueOn, effectiveDueOn }: DueDates & { sentAt: Date },
): ReportClass {
  const sentOn = civilDateAt(sentAt)
  const timeliness = timelinessOf({ sentOn, dueOn, effectiveDueOn })
  const daysLate =
    timeliness === 'late' ? Math.max(1, calendar.workingDaysBetween(effectiveDueOn, sentOn)) : null
  return { sentOn, timeliness, daysLate }
}
