import { type UseFormReturnType, useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useActOnce } from '../../api/act-once.ts'
import { answer, client } from '../../api/client.ts'
import { showInForm } from '../../api/form-problem.ts'
import { asProblem } from '../../api/problem.ts'
import { queryClient } from '../../api/query-client.ts'
import { bodyOf, checkDraft, type SuccessionDraft } from './succession-draft.ts'

export type SuccessionFormState = UseFormReturnType<SuccessionDraft>

/** A succession from its first field to what came of it: filled in, looked at, made. */
export function useSuccession(first: SuccessionDraft) {
  const form = useForm<SuccessionDraft>({ initialValues: first, validate: checkDraft })
  const once = useActOnce()
  const outlook = useMutation({
    mutationFn: (draft: SuccessionDraft) => preview(draft),
    onError: (error) => showInForm(form, error),
  })
  const act = useMutation({
    mutationFn: (draft: SuccessionDraft) => succeed(draft, once(bodyOf(draft))),
    // Whose is what has changed in lists, figures and histories alike.
    onSuccess: () => queryClient.invalidateQueries(),
    onError: (error) => {
      // What was looked at does not hold any more: back to the fields, with what is wrong at them.
      outlook.reset()
      showInForm(form, error)
    },
  })
  const refused = asProblem(outlook.error) ?? asProblem(act.error)
  return {
    form,
    /** What is about none of the fields. */
    problem: refused && Object.keys(form.errors).length > 0 ? null : refused,
    outlook: outlook.data ?? null,
    result: act.data ?? null,
    underWay: outlook.isPending || act.isPending,
    look: form.onSubmit(
      (draft) => {
        act.reset()
        outlook.mutate(draft)
      },
      (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
    ),
    change: () => outlook.reset(),
    confirm: () => act.mutate(form.values),
  }
}

const url = '/api/v1/units/succession'

function preview(draft: SuccessionDraft) {
  const params = { query: { preview: 'true' } } as const
  return answer(client.POST(url, { params, body: bodyOf(draft) }))
}

function succeed(draft: SuccessionDraft, headers: Record<string, string>) {
  return answer(client.POST(url, { body: bodyOf(draft), headers }))
}
