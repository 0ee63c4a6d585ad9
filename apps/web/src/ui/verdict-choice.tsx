import type { ReviewVerdict } from '@dunghan/domain'
import { IconCircleCheck, IconXboxX } from '@tabler/icons-react'
import { useId } from 'react'
import { m } from '../paraglide/messages.js'
import classes from './verdict-form.module.css'

interface Props {
  value: ReviewVerdict | null
  onChange: (verdict: ReviewVerdict) => void
  error: string | null
  keys?: boolean
}

const choices = [
  {
    verdict: 'satisfactory',
    icon: IconCircleCheck,
    label: m.reviews_accept,
    effect: m.reviews_accept_effect,
    key: 'D',
  },
  {
    verdict: 'unsatisfactory',
    icon: IconXboxX,
    label: m.reviews_refuse,
    effect: m.reviews_refuse_effect,
    key: 'K',
  },
] as const

/** Đạt or không đạt, each with what follows from it. */
export function VerdictChoice({ value, onChange, error, keys = false }: Props) {
  const name = useId()
  const errorId = useId()
  return (
    <fieldset className={classes.choice} aria-describedby={error ? errorId : undefined}>
      <legend>{m.reviews_verdict()}</legend>
      {choices.map(({ verdict, icon: Icon, label, effect, key }) => (
        <label key={verdict} className={classes.option} data-verdict={verdict}>
          <input
            type="radio"
            name={name}
            checked={value === verdict}
            onChange={() => onChange(verdict)}
          />
          <Icon size={22} aria-hidden />
          <span>
            <strong>{label()}</strong>
            {keys && <kbd className={classes.key}>{key}</kbd>}
            <span className={classes.effect}>{effect()}</span>
          </span>
        </label>
      ))}
      {error && (
        <p id={errorId} className={classes.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
