import type { CivilDate } from '@dunghan/domain'
import { formatCivilDate } from '../../lib/format.ts'
import { useToday } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import classes from './admin.module.css'

interface Props {
  validFrom: CivilDate | null
  validTo: CivilDate | null
  /** For whom the words of a unit do not fit. */
  words?: { over: () => string; ahead: () => string; inBeing: () => string }
}

const ofUnit = { over: m.units_over, ahead: m.units_ahead, inBeing: m.units_in_being }

/** From when to when something is in being, and whether it still is. */
export function Validity({ validFrom, validTo, words = ofUnit }: Props) {
  const today = useToday()
  const over = validTo !== null && validTo < today
  const ahead = validFrom !== null && validFrom > today
  return (
    <span className={over || ahead ? classes.off : undefined}>
      <span className={classes.state}>
        {over ? words.over() : ahead ? words.ahead() : words.inBeing()}
      </span>
      {(validFrom || validTo) && (
        <span className={classes.side}>
          {validFrom ? formatCivilDate(validFrom) : '…'} –{' '}
          {validTo ? formatCivilDate(validTo) : '…'}
        </span>
      )}
    </span>
  )
}
