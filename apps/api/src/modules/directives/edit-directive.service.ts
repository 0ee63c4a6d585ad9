import type { Directive, EditDirectiveBody } from '@dunghan/contract'
import { assertNoBreach, checkDirective, documentEntryDeadline } from '@dunghan/domain'
import { act } from '../../act.ts'
import { authorize, type Ctx, requireVersion } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import type { PeriodFacts } from '../assignments/assignment-record.ts'
import { assignmentStore } from '../assignments/assignments.store.ts'
import { changeAssignment } from '../assignments/change-assignment.ts'
import { filesToAttach, signedFileOf } from '../files/attach-files.ts'
import { attachedFileStore } from '../files/attached-files.store.ts'
import { historyStore } from '../history/history.store.ts'
import { checkPeople, namingDuplicate, ownInForce } from './directive-checks.ts'
import { type DirectiveFields, type DirectiveRecord, fieldsOf, type TaskRecord } from './directive-record.ts'
import { keyOf, searchTextOf } from './directive-texts.ts'
import { directiveStore } from './directives.store.ts'
import { viewDirective } from './view-directive.ts'

/** The dimensions by which assignments are counted and which a directive's edit may change. */
const counted = ['kind', 'visibility', 'directedById', 'draftedById', 'issuedOn'] as const

export function editDirectiveService({ database, rulebooks }: Pick<Deps, 'database' | 'rulebooks'>) {
  return {
    /**
     * Corrects a directive's own fields and files. Its assignments are counted by some of them, so
     * each of these begins a new stretch of its life.
     * @param version the one edited
     * @throws Refusal `not-found`, `forbidden`, `stale`, `duplicate-document`; RuleViolation (R5)
     */
    edit(ctx: Ctx, id: string, version: number, body: EditDirectiveBody): Promise<Directive> {
      const role = authorize(ctx, 'directive.edit')
      const { files: uses, ...changes } = body
      let entered: DirectiveFields | null = null
      const work = () =>
        act(database, ctx, async (tx) => {
          const directives = directiveStore(tx)
          const before = ownInForce(ctx, await directives.findByIdForUpdate(id))
          requireVersion(before.version, version)
          const fields: DirectiveFields = { ...fieldsOf(before), ...changes }
          entered = fields
          const tasks = await directives.listTasks(id)
          await checkEdit(tx, ctx, fields, tasks, uses)
          const { calendar } = await rulebooks.of(tx)
          const saved = await directives.save(id, version, {
            ...fields,
            entryDeadlineAt: documentEntryDeadline(calendar, fields).at,
            documentKey: keyOf(fields),
          })
          if (!saved) throw new Refusal('stale')
          if (uses) await attachedFileStore(tx).replaceOfDirective(id, uses)
          for (const task of tasks) {
            await directives.saveSearchText(task.id, searchTextOf(fields, task.content))
          }
          await historyStore(tx).append(ctx, {
            type: 'directive.edited',
            role,
            subject: 'directive',
            subjectId: id,
            before: { ...fieldsOf(before) },
            after: { ...fields, ...(uses ? { files: uses } : {}) },
          })
          await recountAssignments(tx, ctx, before, fields, role)
          return viewDirective(tx, ctx, await rulebooks.of(tx), id)
        })
      return namingDuplicate(database, () => entered ?? (changes as DirectiveFields), work)
    },
  }

  async function checkEdit(
    tx: Tx,
    ctx: Ctx,
    fields: DirectiveFields,
    tasks: TaskRecord[],
    uses: EditDirectiveBody['files'],
  ): Promise<void> {
    await checkPeople(tx, fields)
    const { settings } = await rulebooks.of(tx)
    const directiveId = tasks[0]?.directiveId ?? ''
    const present = await attachedFileStore(tx).listOfDirective(directiveId)
    // Files left alone are not judged again by a setting that came later.
    const signedFile = uses
      ? signedFileOf(await filesToAttach(tx, ctx, uses, present))
      : { present: true, validSignature: true }
    const breaches = checkDirective({ ...fields, tasks }, { now: ctx.now, settings, signedFile })
    // What an edit sends is the day of issue, not the tasks it may now come after.
    assertNoBreach(
      breaches.map((breach) =>
        breach.code === 'due-before-issue' ? { ...breach, pointer: '/issuedOn' } : breach,
      ),
    )
  }
}

async function recountAssignments(
  tx: Tx,
  ctx: Ctx,
  before: DirectiveRecord,
  fields: DirectiveFields,
  role: Parameters<typeof changeAssignment>[4]['role'],
): Promise<void> {
  const changed = counted.filter((name) => before[name] !== fields[name])
  if (changed.length === 0) return
  const change = Object.fromEntries(changed.map((name) => [name, fields[name]])) as Partial<PeriodFacts>
  for (const assignment of await assignmentStore(tx).listOfDirectiveForUpdate(before.id)) {
    const cause = { type: 'assignment.directive_edited', role } as const
    await changeAssignment(tx, ctx, assignment, change, cause)
  }
}
