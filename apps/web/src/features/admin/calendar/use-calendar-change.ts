import type { UseFormReturnType } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useActOnce } from '../../../api/act-once.ts'
import { forgetCalendar } from '../../../api/calendar.ts'
import { fieldOf, showInForm } from '../../../api/form-problem.ts'
import { type ApiProblem, asProblem } from '../../../api/problem.ts'
import type { Schema } from '../../../api/types.ts'
import { useUnsaved } from '../../../lib/use-unsaved.ts'
import { m } from '../../../paraglide/messages.js'

export type Outcome = Schema<'CalendarOutcome'>

/** How a change is sent: only to be told what it would do, or to be made. */
export interface Sending {
  params: { query: { preview?: 'true' }; header: { 'If-Match': string } }
  headers: Record<string, string>
}

/** What a form of a change is shown with. */
export interface CalendarChange {
  /** What it would do, as long as the form says what was asked about. */
  foreseen: Outcome | null
  saved: Outcome | null
  problem: ApiProblem | null
  underWay: boolean
  ask: () => void
  onSubmit: (event?: FormEvent<HTMLFormElement>) => void
}

/**
 * A change of the calendar in two steps: what it would move, then, by the very version that was
 * seen, the change itself. Another word in the form and it has to be seen anew.
 */
export function useCalendarChange<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  send: (values: Values, sending: Sending) => Promise<Outcome>,
): CalendarChange {
  const once = useActOnce()
  const [seen, setSeen] = useState<{ values: string; outcome: Outcome } | null>(null)
  const onError = (error: unknown) => {
    const problem = asProblem(error)
    if (problem && atFields(form, problem)) showInForm(form, error)
  }
  const preview = useMutation({
    mutationFn: (values: Values) =>
      send(values, {
        params: { query: { preview: 'true' }, header: { 'If-Match': '' } },
        headers: {},
      }),
    onSuccess: (outcome, values) => setSeen({ values: JSON.stringify(values), outcome }),
    onError,
  })
  const save = useMutation({
    mutationFn: ({ values, version }: { values: Values; version: number }) =>
      send(values, {
        params: { query: {}, header: { 'If-Match': `"${version}"` } },
        headers: once({ values, version }),
      }),
    onSuccess: forgetCalendar,
    onError,
  })
  useUnsaved(() => form.isDirty() && !save.isSuccess, m.shell_leave_lost)
  const foreseen = seen?.values === JSON.stringify(form.values) ? seen.outcome : null
  const refused = asProblem(save.error) ?? asProblem(preview.error)
  const problem = refused && !atFields(form, refused) ? refused : null
  const focusFirst = (errors: Record<string, unknown>) =>
    form.getInputNode(Object.keys(errors)[0] ?? '')?.focus()
  const ask = form.onSubmit((values) => {
    save.reset()
    preview.mutate(values)
  }, focusFirst)
  return {
    foreseen,
    saved: save.data ?? null,
    problem,
    underWay: preview.isPending || save.isPending,
    ask: () => ask(),
    onSubmit: form.onSubmit((values) => {
      if (foreseen) save.mutate({ values, version: foreseen.version })
      else preview.mutate(values)
    }, focusFirst),
  }
}

/** Whether all that is said finds its place in the form. */
function atFields(form: { values: object }, { errors }: ApiProblem): boolean {
  return errors.length > 0 && errors.every(({ pointer }) => fieldOf(pointer) in form.values)
}
