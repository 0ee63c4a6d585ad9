import type { UseFormReturnType } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useActOnce } from '../../api/act-once.ts'
import { showInForm } from '../../api/form-problem.ts'
import { asProblem } from '../../api/problem.ts'
import { useUnsaved } from '../../lib/use-unsaved.ts'
import { m } from '../../paraglide/messages.js'

type Headers = Record<string, string>

/**
 * Saves what a form holds, once however often it is pressed. A refusal goes to the fields it is
 * about; what is about none of them is `problem`.
 */
export function useSave<Values extends Record<string, unknown>, Saved>(
  form: UseFormReturnType<Values>,
  save: (values: Values, headers: Headers) => Promise<Saved>,
  onSaved: (saved: Saved) => void,
) {
  const once = useActOnce()
  useUnsaved(() => form.isDirty() && !act.isSuccess, m.shell_leave_lost)
  const act = useMutation({
    mutationFn: (values: Values) => save(values, once(values)),
    onSuccess: onSaved,
    onError: (error) => showInForm(form, error),
  })
  const refused = asProblem(act.error)
  const shown = (refused?.errors.length ?? 0) > 0 && Object.keys(form.errors).length > 0
  return {
    problem: shown ? null : refused,
    underWay: act.isPending,
    onSubmit: form.onSubmit(
      (values) => act.mutate(values),
      (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
    ),
  }
}
