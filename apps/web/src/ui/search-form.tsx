import { IconSearch } from '@tabler/icons-react'
import { m } from '../paraglide/messages.js'
import classes from './search-form.module.css'

interface Props {
  /** The page that shows what is found; it gets the words as `q`. */
  action: string
  placeholder: string
  initial?: string
  /** With a button of its own, as on the landing page. */
  large?: boolean
}

/** Words to search for. A plain form: it works as a link does. */
export function SearchForm({ action, placeholder, initial = '', large = false }: Props) {
  return (
    <search>
      <form
        action={action}
        method="get"
        className={`${classes.form} ${large ? classes.large : ''}`}
      >
        <IconSearch size={18} aria-hidden className={classes.icon} />
        <input
          type="search"
          name="q"
          maxLength={200}
          defaultValue={initial}
          placeholder={placeholder}
          aria-label={placeholder}
          className={classes.input}
          enterKeyHint="search"
        />
        {large && (
          <button type="submit" className={classes.button}>
            {m.shell_search()}
          </button>
        )}
      </form>
    </search>
  )
}
