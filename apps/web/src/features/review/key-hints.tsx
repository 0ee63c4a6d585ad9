import { Modal } from '@mantine/core'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import classes from './review.module.css'

interface Props {
  on: boolean
  onChange: (on: boolean) => void
  /** The whole list is open. */
  listed: boolean
  onListed: (listed: boolean) => void
}

/** Each key, and what it does. */
const keys: readonly [pressed: readonly string[], does: () => string][] = [
  [['D'], m.reviews_accept],
  [['K'], m.reviews_refuse],
  [['N'], m.reviews_keys_write],
  [['Esc'], m.reviews_keys_leave],
  [['Ctrl', 'Enter'], m.reviews_keys_send],
  [['←', '→'], m.reviews_keys_move],
  [['?'], m.reviews_keys_help],
]

/** Which keys do what, and the switch for those who do not want them. */
export function KeyHints({ on, onChange, listed, onListed }: Props) {
  return (
    <div className={classes.keys}>
      <label>
        <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
        {m.reviews_keys()}
      </label>
      {on && (
        <Button variant="subtle" small onClick={() => onListed(true)}>
          {m.reviews_keys_help()} <kbd>?</kbd>
        </Button>
      )}
      <Modal opened={listed} onClose={() => onListed(false)} title={m.reviews_keys_title()}>
        <p className={classes.keysLead}>{m.reviews_keys_lead()}</p>
        <dl className={classes.keyList}>
          {keys.map(([pressed, does]) => (
            <div key={pressed.join()}>
              <dt>
                {pressed.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{does()}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </div>
  )
}
