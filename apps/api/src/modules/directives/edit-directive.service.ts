import type { Directive, EditDirectiveBody, FileUse } from '@dunghan/contract'
import {
  assertNoBreach,
  checkDirective,
  type DirectiveDraft,
  type DirectiveEntryContext,
  documentEntryDeadline,
} from '@dunghan/domain'
import { act } from '../../act.ts'
import { authorize, type Ctx, requireVersion } from '../../context.ts'
import { recordedAt } from '../../db/recording.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import type { PeriodFacts } from '../assignments/assignment-record.ts'
import { assignmentStore } from '../assignments/assignments.store.ts'
import { changeAssignments } from '../assignments/change-assignment.ts'
import { filesToAttach, signedFileOf } from '../files/attach-files.ts'
import { type AttachedFileRecord, attachedFileStore } from '../files/attached-files.store.ts'
import { historyStore } from '../history/history.store.ts'
import { checkDrafter, checkLeader, namingDuplicate, ownInForce } from './directive-checks.ts'
import { type DirectiveFields, fieldsOf } from './directive-record.ts'
import { keyOf, searchTextOf } from './directive-texts.ts'
import { directiveStore } from './directives.store.ts'
import { viewDirective } from './view-directive.ts'

/** The dimensions by which assignments are counted and which a directive's edit may change. */
const counted = ['kind', 'visibility', 'directedById', 'draftedById', 'issuedOn'] as const

export function editDirectiveService({
  database,
  rulebooks,
}: Pick<Deps, 'database' | 'rulebooks'>) {
  return {
    /**
     * Corrects a directive's own fields and files. What it changes is read with each of its
     * assignments, and some of it they are counted by: all of them begin a new stretch of life. An
     * edit that changes nothing leaves no trace.
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
          const rulebook = await rulebooks.of(tx)
          const fields: DirectiveFields = { ...fieldsOf(before), ...changes }
          entered = fields
          const attached = await attachedFileStore(tx).listOfDirective(id)
          const edited = editedFields(before, fields, uses && !sameFiles(attached, uses))
          if (edited.length === 0) return viewDirective(tx, ctx, rulebook, id)
          const tasks = await directives.listTasks(id)
          const assignments = await assignmentStore(tx).listOfDirectiveForUpdate(id)
          if (fields.draftedById !== before.draftedById) await checkDrafter(tx, fields.draftedById)
          await checkLeader(tx, fields.directedById)
          // Files left alone are not judged again by a setting that came later.
          const signedFile = uses
            ? signedFileOf(await filesToAttach(tx, ctx, uses, attached))
            : { present: true, validSignature: true }
          const { calendar, settings } = rulebook
          // Due dates the office has moved since count like those first stated.
          const due = [...tasks, ...assignments.filter(({ state }) => state !== 'withdrawn')]
          assertEdit({ ...fields, tasks: due }, { now: ctx.now, settings, signedFile })
          const saved = await directives.save(id, version, {
            ...fields,
            entryDeadlineAt: documentEntryDeadline(calendar, fields).at,
            documentKey: keyOf(fields),
          })
          if (!saved) throw new Refusal('stale')
          if (uses) await attachedFileStore(tx).replaceOfDirective(id, uses)
          await directives.saveSearchTexts(
            tasks.map((task) => ({ id: task.id, searchText: searchTextOf(fields, task.content) })),
            recordedAt(tx),
          )
          // A question about the past finds here what was: what it compares, with its instant.
          await historyStore(tx).append(
            { ...ctx, now: recordedAt(tx) },
            {
              type: 'directive.edited',
              role,
              subject: 'directive',
              subjectId: id,
              before: {
                ...fieldsOf(before),
                entryDeadlineAt: before.entryDeadlineAt,
                ...(uses ? { files: attached.map(useOf) } : {}),
              },
              after: { ...fields, ...(uses ? { files: uses } : {}) },
            },
          )
          await changeAssignments(tx, ctx, assignments, changeOf(before, fields), {
            type: 'assignment.directive_edited',
            role,
            note: { edited },
          })
          return viewDirective(tx, ctx, rulebook, id)
        })
      return namingDuplicate(database, () => entered, work)
    },
  }
}

/** What an edit sends is the day of issue, not the tasks it may now come after. */
function assertEdit(draft: DirectiveDraft, context: DirectiveEntryContext): void {
  assertNoBreach(
    checkDirective(draft, context).map((breach) =>
      breach.code === 'due-before-issue' ? { ...breach, pointer: '/issuedOn' } : breach,
    ),
  )
}

function editedFields(before: DirectiveFields, after: DirectiveFields, files = false): string[] {
  const names = Object.keys(fieldsOf(before)) as (keyof DirectiveFields)[]
  return [...names.filter((name) => before[name] !== after[name]), ...(files ? ['files'] : [])]
}

/** Which of the facts by which assignments are counted become others. */
function changeOf(before: DirectiveFields, after: DirectiveFields): Partial<PeriodFacts> {
  const changed = counted.filter((name) => before[name] !== after[name])
  return Object.fromEntries(changed.map((name) => [name, after[name]]))
}

const useOf = ({ id, role }: AttachedFileRecord): FileUse => ({ fileId: id, role })

function sameFiles(attached: AttachedFileRecord[], uses: FileUse[]): boolean {
  const same = (use: FileUse, i: number) =>
    attached[i]?.id === use.fileId && attached[i].role === use.role
  return attached.length === uses.length && uses.every(same)
}
