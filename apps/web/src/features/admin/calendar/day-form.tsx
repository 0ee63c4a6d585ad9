import { type CivilDate, type DayKind, dayKinds, kindByWeekday } from '@dunghan/domain'
import { Radio, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { answer, client } from '../../../api/client.ts'
import type { Schema } from '../../../api/types.ts'
import { dayKindWords } from '../../../lib/calendar-terms.ts'
import { spokenDay } from '../../../lib/spoken-day.ts'
import { m } from '../../../paraglide/messages.js'
import classes from '../admin.module.css'
import { ChangeForm, GroundFields, required } from './change-form.tsx'
import { useCalendarChange } from './use-calendar-change.ts'

interface Props {
  date: CivilDate
  /** Left out: it is as its weekday says. */
  day: Schema<'CalendarYear'>['days'][number] | undefined
  onDone: () => void
}

interface Values extends Record<string, unknown> {
  kind: DayKind
  name: string
  reason: string
  document: string
}

/** One day: what it is to be, why, and by which document. */
export function DayForm({ date, day, onDone }: Props) {
  const byWeekday = kindByWeekday(date)
  const form = useForm<Values>({
    initialValues: {
      kind: day?.kind ?? byWeekday,
      name: day?.name ?? '',
      reason: '',
      document: '',
    },
    validate: {
      name: (name, { kind }) => (kind === byWeekday ? null : required(name)),
      reason: required,
    },
  })
  const change = useCalendarChange(form, (body, { params, headers }) =>
    answer(
      client.PUT('/api/v1/calendar/days/{date}', {
        params: { ...params, path: { date } },
        body,
        headers,
      }),
    ),
  )
  return (
    <ChangeForm change={change} onDone={onDone}>
      <p>{m.calendar_now({ day: spokenDay(date, day) })}</p>
      <Radio.Group {...form.getInputProps('kind')} label={m.calendar_field_kind()} withAsterisk>
        <div className={classes.roles}>
          {dayKinds.map((kind) => {
            const never = kind === 'make_up' && byWeekday === 'working'
            return (
              <Radio
                key={kind}
                value={kind}
                label={dayKindWords[kind]()}
                disabled={never}
                data-autofocus={kind === (day?.kind ?? byWeekday) || undefined}
                description={never ? m.calendar_kind_make_up_only() : undefined}
              />
            )
          })}
        </div>
      </Radio.Group>
      <TextInput
        {...form.getInputProps('name')}
        label={m.calendar_field_name()}
        description={m.calendar_field_name_hint()}
        withAsterisk={form.values.kind !== byWeekday}
        maxLength={120}
      />
      <GroundFields form={form} />
    </ChangeForm>
  )
}
