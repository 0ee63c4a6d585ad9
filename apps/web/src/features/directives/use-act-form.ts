import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type ApiProblem, asProblem } from '../../api/problem.ts'
import type { Errors } from './document-draft.ts'
import { focusFirstError, hasField, placeErrors } from './field-errors.ts'

/**
 * A form that is sent once it holds: its sentences, its refusal, where the cursor goes.
 * @param onRefused has the first word on a refusal; true when there is nothing more to show
 */
export function useActForm<Sent>(
  send: (sent: Sent) => Promise<unknown>,
  onDone: () => void,
  onRefused: (error: unknown) => Promise<boolean> = async () => false,
) {
  const form = useRef<HTMLFormElement>(null)
  const [errors, setErrors] = useState<Errors>({})
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const show = (found: Errors) => {
    setErrors(found)
    requestAnimationFrame(() => focusFirstError(form.current, found))
  }
  const act = useMutation({
    mutationFn: send,
    onSuccess: onDone,
    onError: async (error) => {
      const refused = asProblem(error)
      if (!refused || (await onRefused(error))) return
      const placed = placeErrors(refused, hasField(form.current))
      show(placed.errors)
      setProblem(placed.rest ? refused : null)
    },
  })
  return {
    form,
    errors,
    setErrors,
    problem,
    underWay: act.isPending,
    submit: (sent: Sent, found: Errors) => {
      if (act.isPending) return
      setProblem(null)
      show(found)
      if (Object.keys(found).length === 0) act.mutate(sent)
    },
  }
}
