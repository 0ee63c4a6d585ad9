import type { CivilDate } from '@dunghan/domain'
import type { GetInputPropsReturnType } from '@mantine/form'
import { m } from '../../paraglide/messages.js'
import { CivilDateInput } from '../../ui/civil-date-input.tsx'
import classes from './admin.module.css'

interface Props {
  from: GetInputPropsReturnType
  to: GetInputPropsReturnType
}

/** Both ends of the time something is in being; either may stay open. */
export function ValidityFields({ from, to }: Props) {
  return (
    <div className={classes.pair}>
      <CivilDateInput {...field(from)} label={m.units_valid_from()} />
      <CivilDateInput {...field(to)} label={m.units_valid_to()} />
    </div>
  )
}

/** What of a form's field a date takes; Mantine also gives the path by which it finds the field. */
const field = (props: GetInputPropsReturnType & { 'data-path'?: string }) => ({
  value: props.value as CivilDate | null,
  onChange: props.onChange as (date: CivilDate | null) => void,
  error: props.error,
  'data-path': props['data-path'],
})
