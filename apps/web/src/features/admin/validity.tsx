import type { CivilDate } from '@dunghan/domain'
import { formatCivilDate } from '../../lib/format.ts'
import { useToday } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import classes from './admin.module.css'

interface Props {
  validFrom: CivilDate | null
  validTo: CivilDate | null
}

/** From when to when something is in being, and whether it still is. */
export function Validity({ validFrom, validTo }: Props) {
  const today = useToday()
  const over = validTo !== null && validTo < today
  const ahead = validFrom !== null && validFrom > today
  return (
    <span className={over || ahead ? classes.off : undefined}>
      {over ? m.units_over() : ahead ? m.units_ahead() : m.units_in_being()}
      {(validFrom || validTo) && (
        <span className={classes.side}>
          {validFrom ? formatCivilDate(validFrom) : '…'} –{' '}
          {validTo ? formatCivilDate(validTo) : '…'}
        </span>
      )}
    </span>
  )
}
