import { m } from '../../paraglide/messages.js'
import classes from './review.module.css'

interface Props {
  on: boolean
  onChange: (on: boolean) => void
}

/** Which keys do what, and the switch for those who do not want them. */
export function KeyHints({ on, onChange }: Props) {
  return (
    <div className={classes.keys}>
      <label>
        <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
        {m.reviews_keys()}
      </label>
      {on && (
        <ul>
          <li>
            <kbd>D</kbd> {m.reviews_accept()}
          </li>
          <li>
            <kbd>K</kbd> {m.reviews_refuse()}
          </li>
          <li>
            <kbd>←</kbd> <kbd>→</kbd> {m.reviews_keys_move()}
          </li>
          <li>
            <kbd>Ctrl</kbd> <kbd>Enter</kbd> {m.reviews_keys_send()}
          </li>
        </ul>
      )}
    </div>
  )
}
