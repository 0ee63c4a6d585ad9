import type { Assignment, ReviewBody, SendReportBody } from '@dunghan/contract'
import {
  assertNoBreach,
  checkReport,
  checkReview,
  classifyReport,
  documentEntryDeadline,
  effectiveDueOn,
  entryDeadline,
  nextState,
} from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import { act } from '../../act.ts'
import { authorize, type Ctx } from '../../context.ts'
import { recordedAt } from '../../db/recording.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import { lockAssignment } from '../assignments/assignment-access.ts'
import { changeAssignment } from '../assignments/change-assignment.ts'
import { presentAssignment } from '../assignments/view-assignments.ts'
import { filesToAttach, signedFileOf } from '../files/attach-files.ts'
import { reportStore } from './reports.store.ts'

export function reportsService({ database, rulebooks }: Pick<Deps, 'database' | 'rulebooks'>) {
  return {
    /**
     * The unit answers. The class it gets is decided here and now, by the dates in force at this
     * instant (R4), and stays with the report.
     * @throws RuleViolation `report-awaiting-review` and what a report needs (Đ7.5)
     */
    send(ctx: Ctx, assignmentId: string, body: SendReportBody): Promise<Assignment> {
      const role = authorize(ctx, 'assignment.report')
      return act(database, ctx, async (tx) => {
        const assignment = await lockAssignment(tx, ctx, assignmentId)
        const state = nextState(assignment.state, 'report')
        const files = await filesToAttach(tx, ctx, body.files)
        const hasSignedFile = signedFileOf(files).present
        assertNoBreach(checkReport(body, { now: ctx.now, hasSignedFile }))
        const rulebook = await rulebooks.of(tx)
        const { calendar } = rulebook
        const { dueOn, effectiveDueOn, unitId } = assignment
        const { timeliness, daysLate } = classifyReport(calendar, {
          sentAt: ctx.now,
          dueOn,
          effectiveDueOn,
        })
        const reports = reportStore(tx)
        const { files: uses, ...document } = body
        const report = {
          ...document,
          id: newId(),
          assignmentId,
          // Checked above: a report has both.
          number: body.number ?? '',
          symbol: body.symbol ?? '',
          submittedAt: ctx.now,
          submittedById: ctx.actor.accountId,
          recordedAt: recordedAt(tx),
          entryDeadlineAt: documentEntryDeadline(calendar, body).at,
          reviewDueAt: entryDeadline(calendar, ctx.now).at,
          unitId,
          dueOn,
          effectiveDueOn,
          timeliness,
          daysLate,
        }
        const attempt = await reports.insert(report, uses)
        const change = {
          state,
          submittedAt: ctx.now,
          receivedAt: assignment.receivedAt ?? ctx.now,
          timeliness,
          daysLate,
          firstTimeliness: assignment.firstTimeliness ?? timeliness,
        }
        await changeAssignment(tx, ctx, assignment, change, {
          type: 'assignment.reported',
          role,
          note: {
            reportId: report.id,
            attempt,
            number: report.number,
            symbol: report.symbol,
            title: report.title,
          },
        })
        return presentAssignment(tx, ctx, rulebook, assignmentId)
      })
    },

    /**
     * The office's verdict on one report. Of two at once the first counts.
     * @throws RuleViolation `already-reviewed`, `comment-required`
     */
    review(ctx: Ctx, reportId: string, body: ReviewBody): Promise<Assignment> {
      const role = authorize(ctx, 'report.review')
      return act(database, ctx, async (tx) => {
        const reports = reportStore(tx)
        const assignmentId = await reports.findAssignmentId(reportId)
        if (!assignmentId) throw new Refusal('not-found')
        const assignment = await lockAssignment(tx, ctx, assignmentId)
        const report = await reports.findAttempt(reportId)
        if (!report) throw new Refusal('not-found')
        const accepted = body.verdict === 'satisfactory'
        // A verdict is given once: what came before it, or after it, does not make it two.
        if (report.reviewed) throw new Refusal('already-reviewed')
        const state = nextState(assignment.state, accepted ? 'accept' : 'return')
        assertNoBreach(checkReview(body))
        const comment = body.comment || null
        const reviewedAt = recordedAt(tx)
        await reports.insertReview({
          reportId,
          verdict: body.verdict,
          comment,
          reviewedAt,
          reviewedById: ctx.actor.accountId,
        })
        const rulebook = await rulebooks.of(tx)
        // Owed again, it falls due by the calendar in force now; the report keeps its class.
        const dueAgain = () => effectiveDueOn(rulebook.calendar, assignment.dueOn)
        const change = accepted
          ? { state, completedAt: reviewedAt }
          : { state, effectiveDueOn: dueAgain() }
        // The history says the verdict's own instant, as the assignment does.
        await changeAssignment(tx, { ...ctx, now: reviewedAt }, assignment, change, {
          type: accepted ? 'assignment.accepted' : 'assignment.returned',
          role,
          note: { reportId, attempt: report.attempt, comment },
        })
        return presentAssignment(tx, ctx, rulebook, assignmentId)
      })
    },
  }
}
