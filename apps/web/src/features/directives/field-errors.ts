import { fieldOf } from '../../api/form-problem.ts'
import type { ApiProblem } from '../../api/problem.ts'
import type { Errors } from './document-draft.ts'

const isAt = (field: string, path: string) => field === path || field.startsWith(`${path}.`)

/** Without the sentences at these fields and within them. */
export function fieldErrorsWithout(errors: Errors, fields: readonly string[]): Errors {
  const kept = Object.entries(errors).filter(([at]) => !fields.some((field) => isAt(at, field)))
  return kept.length === Object.keys(errors).length ? errors : Object.fromEntries(kept)
}

/**
 * A refusal's sentences at the fields a form has; what is said of a part (`tasks.0.unitIds.3`) goes
 * to the nearest field around it. `rest` is what has no place.
 */
export function placeErrors(
  problem: ApiProblem,
  has: (field: string) => boolean,
): { errors: Errors; rest: boolean } {
  const errors: Record<string, string> = {}
  let rest = problem.errors.length === 0
  for (const { pointer, detail } of problem.errors) {
    let field = fieldOf(pointer)
    while (field && !has(field)) field = field.split('.').slice(0, -1).join('.')
    if (field) errors[field] ??= detail
    else rest = true
  }
  return { errors, rest }
}

/** Goes to the first field of the form, in the order they are read, that has a sentence. */
export function focusFirstError(form: HTMLElement | null, errors: Errors): void {
  for (const node of form?.querySelectorAll<HTMLElement>('[data-path]') ?? []) {
    if (!errors[node.dataset.path ?? '']) continue
    node.focus()
    node.scrollIntoView({ block: 'center' })
    return
  }
}

/** Whether the form shows a field of this name. */
export const hasField = (form: HTMLElement | null) => (field: string) =>
  form?.querySelector(`[data-path="${CSS.escape(field)}"]`) != null
