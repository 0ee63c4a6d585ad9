import { ApiProblem } from './problem.ts'

/** What of a Mantine form this needs. */
interface Form {
  setErrors: (errors: Record<string, string>) => void
  getInputNode: (path: string) => HTMLElement | null
}

/** `/tasks/0/dueOn` → `tasks.0.dueOn`, as Mantine names the fields of a form. */
export function fieldOf(pointer: string): string {
  return pointer
    .replace(/^#?\//, '')
    .split('/')
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')
}

/** A problem's sentences by form field; of several at one field, the first. */
export function fieldErrors(problem: ApiProblem): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { pointer, detail } of problem.errors) errors[fieldOf(pointer)] ??= detail
  return errors
}

/**
 * Shows a refusal at the fields it is about and goes to the first of them. Returns whether every
 * sentence found its field: when not, show the problem beside the form as well.
 */
export function showInForm(form: Form, error: unknown): boolean {
  if (!(error instanceof ApiProblem) || error.errors.length === 0) return false
  const errors = fieldErrors(error)
  form.setErrors(errors)
  const nodes = Object.keys(errors).map((field) => form.getInputNode(field))
  nodes.find((node) => node !== null)?.focus()
  return nodes.every((node) => node !== null)
}
