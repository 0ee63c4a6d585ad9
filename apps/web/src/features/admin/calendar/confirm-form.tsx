import { useForm } from '@mantine/form'
import { answer, client } from '../../../api/client.ts'
import { m } from '../../../paraglide/messages.js'
import { ChangeForm, GroundFields, required } from './change-form.tsx'
import { useCalendarChange } from './use-calendar-change.ts'

interface Values extends Record<string, unknown> {
  reason: string
  document: string
}

/** The year is official as it stands: by which document. */
export function ConfirmForm({ year, onDone }: { year: number; onDone: () => void }) {
  const form = useForm<Values>({
    initialValues: { reason: '', document: '' },
    validate: { reason: required, document: required },
  })
  const change = useCalendarChange(form, (body, { params, headers }) =>
    answer(
      client.PUT('/api/v1/calendar/{year}/announcement', {
        params: { ...params, path: { year } },
        body,
        headers,
      }),
    ),
  )
  return (
    <ChangeForm change={change} onDone={onDone}>
      <p>{m.calendar_confirm_hint({ year })}</p>
      <GroundFields form={form} documentRequired />
    </ChangeForm>
  )
}
