import type {
  Assignment,
  DecideExtensionBody,
  Extension,
  RequestExtensionBody,
} from '@dunghan/contract'
import {
  assertNoBreach,
  checkExtension,
  checkExtensionDecision,
  checkExtensionRound,
  nextState,
} from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import { act } from '../../act.ts'
import { authorize, type Ctx } from '../../context.ts'
import { recordedAt } from '../../db/recording.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import { lockAssignment } from '../assignments/assignment-access.ts'
import { changeAssignment } from '../assignments/change-assignment.ts'
import { dueDateChange } from '../assignments/due-date-change.ts'
import { presentAssignment } from '../assignments/view-assignments.ts'
import { historyStore } from '../history/history.store.ts'
import { toExtension } from './extensions.mapper.ts'
import { type ExtensionRecord, extensionStore } from './extensions.store.ts'

export function extensionsService({ database, rulebooks }: Pick<Deps, 'database' | 'rulebooks'>) {
  return {
    /**
     * The unit asks for a later due date. The assignment itself stays as it is until the office
     * has decided.
     * @throws RuleViolation `report-awaiting-review`, `extension-awaiting-decision`,
     * `extension-limit-reached`, `due-date-not-later`, `reason-required`
     */
    request(ctx: Ctx, assignmentId: string, body: RequestExtensionBody): Promise<Extension> {
      const role = authorize(ctx, 'assignment.requestExtension')
      return act(database, ctx, async (tx) => {
        const assignment = await lockAssignment(tx, ctx, assignmentId)
        nextState(assignment.state, 'requestExtension')
        const extensions = extensionStore(tx)
        const asked = await extensions.listOfAssignment(assignmentId)
        const { settings } = await rulebooks.of(tx)
        assertNoBreach(checkExtensionRound(asked, settings.maxExtensions))
        const { dueOn: currentDueOn } = assignment
        assertNoBreach(checkExtension({ ...body, currentDueOn }))
        const { id, dueOn, reason } = {
          id: newId(),
          // Checked above: a request has both.
          dueOn: body.dueOn ?? '',
          reason: body.reason ?? '',
        }
        const requestedAt = recordedAt(tx)
        const requestedById = ctx.actor.accountId
        await extensions.insert({ id, assignmentId, dueOn, reason, requestedAt, requestedById })
        await historyStore(tx).append(ctx, {
          type: 'assignment.extension_requested',
          role,
          subject: 'assignment',
          subjectId: assignmentId,
          assignmentId,
          before: { askedDueOn: null },
          after: { extensionId: id, askedDueOn: dueOn, reason },
        })
        return toExtension(await extensionOf(tx, assignmentId, id))
      })
    },

    /**
     * The office decides. Of two at once the first counts. Approved, the new date holds from this
     * instant on; the class of a report already sent is not touched.
     * @throws Refusal `not-found`, `already-decided`
     * @throws RuleViolation `extension-limit-reached`, `due-date-not-later`, `comment-required`
     */
    decide(ctx: Ctx, extensionId: string, body: DecideExtensionBody): Promise<Assignment> {
      const role = authorize(ctx, 'extension.decide')
      return act(database, ctx, async (tx) => {
        const extensions = extensionStore(tx)
        const assignmentId = await extensions.findAssignmentId(extensionId)
        if (!assignmentId) throw new Refusal('not-found')
        const assignment = await lockAssignment(tx, ctx, assignmentId)
        const asked = await extensions.listOfAssignment(assignmentId)
        const extension = asked.find(({ id }) => id === extensionId)
        if (!extension) throw new Refusal('not-found')
        if (extension.decision) throw new Refusal('already-decided')
        nextState(assignment.state, 'decideExtension')
        const rulebook = await rulebooks.of(tx)
        const { decision, comment } = body
        const dates = { askedDueOn: extension.dueOn, currentDueOn: assignment.dueOn }
        assertNoBreach(
          checkExtensionDecision({ ...body, ...dates }, asked, rulebook.settings.maxExtensions),
        )
        const decidedDueOn = decision === 'approved' ? (body.dueOn ?? extension.dueOn) : null
        await extensions.decide(extensionId, {
          decision,
          decidedDueOn,
          comment,
          // By another process's clock it may have been asked a little later than now.
          decidedAt: new Date(Math.max(recordedAt(tx).getTime(), extension.requestedAt.getTime())),
          decidedById: ctx.actor.accountId,
        })
        const type = 'assignment.extension_decided'
        const note = { extensionId, decision, askedDueOn: extension.dueOn, comment }
        if (decidedDueOn) {
          const change = dueDateChange(rulebook.calendar, assignment, decidedDueOn)
          await changeAssignment(tx, ctx, assignment, change, { type, role, note })
        } else {
          await historyStore(tx).append(ctx, {
            type,
            role,
            subject: 'assignment',
            subjectId: assignmentId,
            assignmentId,
            before: { decision: null },
            after: note,
          })
        }
        return presentAssignment(tx, ctx, rulebook, assignmentId)
      })
    },
  }
}

async function extensionOf(tx: Tx, assignmentId: string, id: string): Promise<ExtensionRecord> {
  const extensions = await extensionStore(tx).listOfAssignment(assignmentId)
  const extension = extensions.find((one) => one.id === id)
  if (!extension) throw new Refusal('not-found')
  return extension
}
