import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { m } from '../paraglide/messages.js'
import { ButtonLink } from './button.tsx'
import classes from './year-steps.module.css'

interface Props {
  year: number
  first: number
  last: number
  hrefOf: (year: number) => string
  /** Where a year is typed: the same page, with the year as `nam`. */
  action: string
}

/** From one year to the next, or to any that is typed. A plain form: it works as a link does. */
export function YearSteps({ year, first, last, hrefOf, action }: Props) {
  return (
    <nav className={classes.steps} aria-label={m.calendar_year()}>
      {year > first && (
        <ButtonLink
          href={hrefOf(year - 1)}
          icon={IconChevronLeft}
          title={m.calendar_year_previous()}
        >
          {year - 1}
        </ButtonLink>
      )}
      <form action={action} method="get">
        <input
          key={year}
          name="nam"
          type="number"
          min={first}
          max={last}
          required
          defaultValue={year}
          aria-label={m.calendar_year()}
          className={classes.year}
        />
      </form>
      {year < last && (
        <ButtonLink href={hrefOf(year + 1)} title={m.calendar_year_next()}>
          {year + 1}
          <IconChevronRight size={17} aria-hidden />
        </ButtonLink>
      )}
    </nav>
  )
}
