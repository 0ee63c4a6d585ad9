import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { showInForm } from '../../api/form-problem.ts'
import { type ApiProblem, asProblem } from '../../api/problem.ts'

interface Options<Values> {
  initialValues: Values
  /** What is wrong with what was typed, by field. */
  check: (values: Values) => Record<string, string>
  send: (values: Values) => Promise<unknown>
  onDone: () => void
  /** The cursor goes into the form once it is shown; left out where it always is. */
  focused?: boolean
}

/** A small form that is sent: its sentences, its refusal, and where the cursor goes. */
export function useSentForm<Values extends Record<string, unknown>>(options: Options<Values>) {
  const { initialValues, check, send, onDone, focused = false } = options
  const form = useForm({ initialValues, validate: check })
  const element = useRef<HTMLFormElement>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const act = useMutation({
    mutationFn: send,
    onMutate: () => setProblem(null),
    onSuccess: onDone,
    // What found its field is said there; the rest beside the button.
    onError: (error) => setProblem(showInForm(form, error) ? null : asProblem(error)),
  })
  useEffect(() => {
    if (!focused) return
    element.current?.scrollIntoView({ block: 'center' })
    element.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [focused])
  const onSubmit = form.onSubmit(
    (values) => {
      if (!act.isPending) act.mutate(values)
    },
    (errors) => {
      const [first] = Object.keys(errors)
      if (first) form.getInputNode(first)?.focus()
    },
  )
  return { form, element, problem, underWay: act.isPending, onSubmit }
}
