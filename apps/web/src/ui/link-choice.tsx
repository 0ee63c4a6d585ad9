import classes from './link-choice.module.css'

interface Props {
  label: string
  choices: readonly { value: string; label: string; href: string }[]
  value: string
}

/** One of a few ways to see the same thing; each has its own address. */
export function LinkChoice({ label, choices, value }: Props) {
  return (
    <nav aria-label={label} className={classes.choice}>
      <span aria-hidden className={classes.label}>
        {label}
      </span>
      <ul>
        {choices.map((choice) => (
          <li key={choice.value}>
            <a href={choice.href} aria-current={choice.value === value ? 'true' : undefined}>
              {choice.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
