import { useQuery } from '@tanstack/react-query'
import { unitDetail } from '../../api/reference-data.ts'
import { formatCivilDate } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import classes from './overview.module.css'

/** To a unit that another has succeeded: where its work went, and what it still finds here. */
export function OwnUnitEnded({ id }: { id: string }) {
  const unit = useQuery(unitDetail(id)).data
  if (!unit?.successor || !unit.validTo) return null
  return (
    <p className={classes.notice} role="status">
      {m.overview_unit_ended({ date: formatCivilDate(unit.validTo), heir: unit.successor.name })}
    </p>
  )
}
