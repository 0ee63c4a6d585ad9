import { formatNumber } from '../lib/format.ts'
import { m } from '../paraglide/messages.js'
import { Button } from './button.tsx'
import classes from './data-table.module.css'

export interface TableFootProps {
  /** How many there are in all, and whether that is counted or a fast figure. */
  total?: number
  totalIsExact?: boolean
  shown?: number
  /** The next page of the list, added below. */
  more?: { has: boolean; loading: boolean; load: () => void }
}

/** How much of the list is shown, and the way to more. */
export function TableFoot({ total, totalIsExact = true, shown = 0, more }: TableFootProps) {
  if (total === undefined && !more?.has) return null
  return (
    <div className={classes.foot}>
      <span role="status">{total !== undefined && sentence(shown, total, totalIsExact)}</span>
      {more?.has && (
        <Button loading={more.loading} onClick={more.load}>
          {m.ui_load_more()}
        </Button>
      )}
    </div>
  )
}

function sentence(shown: number, total: number, exact: boolean) {
  const words = { shown: formatNumber(shown), total: formatNumber(total) }
  if (!exact) return m.ui_shown_of_about(words)
  return shown >= total ? m.ui_all_shown(words) : m.ui_shown_of(words)
}
