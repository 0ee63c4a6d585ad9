import type { Directive, Task } from '@dunghan/contract'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import { viewOf } from '../assignments/assignments.mapper.ts'
import { assignmentStore } from '../assignments/assignments.store.ts'
import { viewAssignments } from '../assignments/view-assignments.ts'
import type { Rulebook } from '../calendar/rulebooks.ts'
import { attachedFileStore } from '../files/attached-files.store.ts'
import { toDirective, toTask } from './directives.mapper.ts'
import { directiveStore } from './directives.store.ts'

/** A directive with its files, tasks and assignments. @throws Refusal `not-found` */
export async function viewDirective(
  db: Tx,
  ctx: Ctx,
  rulebook: Rulebook,
  id: string,
): Promise<Directive> {
  const directive = await directiveStore(db).findById(id)
  if (!directive) throw new Refusal('not-found')
  const files = await attachedFileStore(db).listOfDirective(id)
  const tasks = await directiveStore(db).listTasks(id)
  const records = await assignmentStore(db).listOfDirective(id)
  const assignments = await viewAssignments(db, viewOf(ctx, rulebook), records)
  return toDirective(directive, { files, tasks, assignments }, ctx, rulebook.calendar)
}

/** One task with its assignments. @throws Refusal `not-found` */
export async function viewTask(db: Tx, ctx: Ctx, rulebook: Rulebook, id: string): Promise<Task> {
  const task = await directiveStore(db).findTask(id)
  if (!task) throw new Refusal('not-found')
  const records = await assignmentStore(db).listOfTask(id)
  const assignments = await viewAssignments(db, viewOf(ctx, rulebook), records)
  return toTask(task, assignments, rulebook.calendar)
}
