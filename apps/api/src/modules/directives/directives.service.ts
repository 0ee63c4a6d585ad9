import type {
  AddTaskBody,
  AddUnitsBody,
  Directive,
  EnterDirectiveBody,
  ReasonBody,
  Task,
} from '@dunghan/contract'
import {
  assertNoBreach,
  checkDirective,
  checkReason,
  checkTask,
  documentEntryDeadline,
  transitions,
} from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import { act } from '../../act.ts'
import { authorize, type Ctx } from '../../context.ts'
import { isUniqueViolation } from '../../db/errors.ts'
import { recordedAt } from '../../db/recording.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import { assignmentStore } from '../assignments/assignments.store.ts'
import { changeAssignments } from '../assignments/change-assignment.ts'
import { filesToAttach, signedFileOf } from '../files/attach-files.ts'
import { attachedFileStore } from '../files/attached-files.store.ts'
import { historyStore } from '../history/history.store.ts'
import { assignUnits } from './assign-units.ts'
import { checkDrafter, checkLeader, namingDuplicate, ownInForce } from './directive-checks.ts'
import type { DirectiveFields } from './directive-record.ts'
import { keyOf, searchTextOf } from './directive-texts.ts'
import { directiveStore } from './directives.store.ts'
import { viewDirective, viewTask } from './view-directive.ts'

export function directivesService({ database, rulebooks }: Pick<Deps, 'database' | 'rulebooks'>) {
  return {
    /**
     * Records an order with its tasks, each given to its units (Đ4.2, Đ6.3a). Entering late is
     * recorded, never refused.
     * @throws RuleViolation with every rule broken (R5); Refusal `duplicate-document`
     */
    enter(ctx: Ctx, body: EnterDirectiveBody): Promise<Directive> {
      const role = authorize(ctx, 'directive.enter')
      const { files: uses, tasks: drafts, ...document } = body
      const fields: DirectiveFields = {
        ...document,
        draftedById: document.draftedById ?? ctx.actor.accountId,
      }
      const work = () =>
        act(database, ctx, async (tx) => {
          const rulebook = await rulebooks.of(tx)
          const { calendar, settings } = rulebook
          const files = await filesToAttach(tx, ctx, uses)
          const signedFile = signedFileOf(files)
          assertNoBreach(checkDirective(body, { now: ctx.now, settings, signedFile }))
          await checkLeader(tx, fields.directedById)
          await checkDrafter(tx, fields.draftedById)

          const directive = { ...fields, id: newId() }
          await directiveStore(tx).insert({
            ...directive,
            recordedAt: recordedAt(tx),
            recordedById: ctx.actor.accountId,
            entryDeadlineAt: documentEntryDeadline(calendar, fields).at,
            documentKey: keyOf(fields),
          })
          await attachedFileStore(tx).replaceOfDirective(directive.id, uses)
          await historyStore(tx).append(ctx, {
            type: 'directive.recorded',
            role,
            subject: 'directive',
            subjectId: directive.id,
            after: { ...fields, files: uses },
          })
          const givings = drafts.map((draft, position) => ({
            ...draft,
            task: newTask(directive.id, position, draft),
            pointer: `/tasks/${position}`,
          }))
          await directiveStore(tx).insertTasks(
            givings.map(({ task }) => ({
              ...task,
              searchText: searchTextOf(fields, task.content),
            })),
          )
          await assignUnits(tx, ctx, role, directive, givings, calendar)
          return viewDirective(tx, ctx, rulebook, directive.id)
        })
      return namingDuplicate(database, () => fields, work)
    },

    /** One more task in a directive already entered. */
    addTask(ctx: Ctx, directiveId: string, body: AddTaskBody): Promise<Task> {
      const role = authorize(ctx, 'directive.enter')
      return act(database, ctx, async (tx) => {
        const directives = directiveStore(tx)
        const directive = ownInForce(ctx, await directives.findByIdForUpdate(directiveId))
        assertNoBreach(checkTask(body, directive))
        const rulebook = await rulebooks.of(tx)
        const position = (await directives.listTasks(directiveId)).length
        const task = newTask(directiveId, position, body)
        await directives.insertTasks([
          { ...task, searchText: searchTextOf(directive, task.content) },
        ])
        await directives.raiseVersion(directiveId)
        await historyStore(tx).append(ctx, {
          type: 'task.added',
          role,
          subject: 'directive',
          subjectId: directiveId,
          after: { ...task },
        })
        const giving = { ...body, task, pointer: '' }
        await assignUnits(tx, ctx, role, directive, [giving], rulebook.calendar)
        return viewTask(tx, ctx, rulebook, task.id)
      })
    },

    /** More units for a task already given. @throws Refusal `already-exists` for one that has it */
    async addUnits(ctx: Ctx, taskId: string, body: AddUnitsBody): Promise<Task> {
      const role = authorize(ctx, 'directive.enter')
      if (body.unitIds.length + body.supportUnitIds.length === 0) {
        throw new Refusal('invalid-request', { pointer: '/unitIds', reason: 'no-unit' })
      }
      try {
        return await act(database, ctx, async (tx) => {
          const task = await directiveStore(tx).findTask(taskId)
          if (!task) throw new Refusal('not-found')
          const found = await directiveStore(tx).findByIdForUpdate(task.directiveId)
          const directive = ownInForce(ctx, found)
          await directiveStore(tx).raiseVersion(directive.id)
          const rulebook = await rulebooks.of(tx)
          const giving = { ...body, task, pointer: '' }
          await assignUnits(tx, ctx, role, directive, [giving], rulebook.calendar)
          return viewTask(tx, ctx, rulebook, taskId)
        })
      } catch (error) {
        if (isUniqueViolation(error, 'assignment_period_task_unit_key')) {
          throw new Refusal('already-exists', { pointer: '/unitIds' })
        }
        throw error
      }
    },

    /** Takes the order back: what is not completed leaves every count, all of it stays readable. */
    withdraw(ctx: Ctx, id: string, body: ReasonBody): Promise<Directive> {
      const role = authorize(ctx, 'directive.withdraw')
      return act(database, ctx, async (tx) => {
        ownInForce(ctx, await directiveStore(tx).findByIdForUpdate(id))
        assertNoBreach(checkReason(body.reason))
        const reason = body.reason ?? ''
        await directiveStore(tx).markWithdrawn(id, recordedAt(tx), reason)
        await historyStore(tx).append(ctx, {
          type: 'directive.withdrawn',
          role,
          subject: 'directive',
          subjectId: id,
          after: { reason },
        })
        const assignments = await assignmentStore(tx).listOfDirectiveForUpdate(id)
        const taken = assignments.filter(({ state }) => transitions[state].withdraw)
        const change = {
          state: 'withdrawn',
          withdrawnAt: ctx.now,
          withdrawalReason: reason,
        } as const
        await changeAssignments(tx, ctx, taken, change, { type: 'assignment.withdrawn', role })
        return viewDirective(tx, ctx, await rulebooks.of(tx), id)
      })
    },
  }
}

function newTask(directiveId: string, position: number, draft: AddTaskBody) {
  // The rules have refused a task without a due date by now; this only tells the compiler.
  if (!draft.dueOn) throw new TypeError('a task without a due date')
  return { id: newId(), directiveId, position, content: draft.content, dueOn: draft.dueOn }
}
