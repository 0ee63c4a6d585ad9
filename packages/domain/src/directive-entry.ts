/*
 * R5 What may be entered (Đ3.3, Đ6.3a). An order without a due date is not tracked at all; a due date
 * is not before the day of issue; number and symbol are required, except for an opinion poll; the
 * issued, signed file is attached; nothing was issued in the future. A file without a valid digital
 * signature is accepted, and shown as such, unless the office requires signatures.
 */
import type { CivilDate } from './civil-date.ts'
import { type DirectiveKind, needsNumber } from './directive-kinds.ts'
import { checkInCalendar, checkIssued, checkNumber } from './document-checks.ts'
import type { RuleBreach } from './rule-violation.ts'

export interface TaskDraft {
  dueOn?: CivilDate | null
}

export interface DirectiveDraft {
  kind: DirectiveKind
  number?: string | null
  symbol?: string | null
  issuedOn: CivilDate
  /** Local time of day, `HH:mm` or `HH:mm:ss`. */
  issuedTime?: string | null
  tasks: readonly TaskDraft[]
}

export interface DirectiveEntryContext {
  now: Date
  /** The civil date at `now`; worked out from it when left out. */
  today?: CivilDate
  settings: { requireSignedDirectives: boolean }
  signedFile: { present: boolean; validSignature: boolean }
}

/** Every rule a directive breaks, with pointers into it (`/tasks/0/dueOn`); empty when it may be. */
export function checkDirective(
  draft: DirectiveDraft,
  context: DirectiveEntryContext,
): RuleBreach[] {
  return [
    ...(needsNumber(draft.kind) ? checkNumber(draft) : []),
    ...checkIssued(draft, context.now, context.today),
    ...checkFile(context),
    ...checkTasks(draft),
  ]
}

/**
 * Every rule one task breaks against its directive. `pointer` is where the task stands in what
 * was sent: `''` when it is sent alone.
 */
export function checkTask(
  task: TaskDraft,
  directive: { issuedOn: CivilDate },
  pointer = '',
): RuleBreach[] {
  const at = `${pointer}/dueOn`
  const { dueOn } = task
  const { issuedOn } = directive
  if (!dueOn) return [{ code: 'due-date-required', pointer: at }]
  const outside = checkInCalendar(dueOn, at)
  if (outside.length > 0) return outside
  if (dueOn >= issuedOn) return []
  return [{ code: 'due-before-issue', pointer: at, params: { dueOn, issuedOn } }]
}

function checkTasks({ tasks, issuedOn }: DirectiveDraft): RuleBreach[] {
  // A directive that orders nothing within a time is not one to be tracked (Đ3.3).
  if (tasks.length === 0) return [{ code: 'due-date-required', pointer: '/tasks' }]
  return tasks.flatMap((task, i) => checkTask(task, { issuedOn }, `/tasks/${i}`))
}

function checkFile({ signedFile, settings }: DirectiveEntryContext): RuleBreach[] {
  if (!signedFile.present) return [{ code: 'signed-file-required', pointer: '/files' }]
  if (signedFile.validSignature || !settings.requireSignedDirectives) return []
  return [{ code: 'signature-required', pointer: '/files' }]
}
