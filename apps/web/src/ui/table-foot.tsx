import { lazy, Suspense } from 'react'
import { formatNumber } from '../lib/format.ts'
import { m } from '../paraglide/messages.js'
import { Button } from './button.tsx'
import classes from './data-table.module.css'

const LoadByScroll = lazy(() => import('./load-by-scroll.tsx'))

interface More {
  has: boolean
  loading: boolean
  load: () => void
  /** The next page comes as one scrolls near it; the button stays for those who do not scroll. */
  byScroll?: boolean
  /** It could not be read. What is shown stays, and nothing is asked again until the button is. */
  failed?: boolean
}

export interface TableFootProps {
  /** How many there are in all, and whether that is counted or a fast figure. */
  total?: number
  totalIsExact?: boolean
  shown?: number
  /** The next page of the list, added below. */
  more?: More
}

/** How much of the list is shown, and the way to more. */
export function TableFoot({ total, totalIsExact = true, shown = 0, more }: TableFootProps) {
  if (total === undefined && !more?.has) return null
  return (
    <div className={classes.foot}>
      <span role="status">{total !== undefined && sentence(shown, total, totalIsExact)}</span>
      {more?.failed && (
        <span role="alert" className={classes.failed}>
          {m.lists_more_failed()}
        </span>
      )}
      {more?.has && (
        <Button loading={more.loading} onClick={more.load}>
          {more.failed ? m.ui_retry() : m.ui_load_more()}
        </Button>
      )}
      {more?.has && more.byScroll && !more.failed && (
        <Suspense>
          <LoadByScroll loading={more.loading} load={more.load} />
        </Suspense>
      )}
    </div>
  )
}

function sentence(shown: number, total: number, exact: boolean) {
  const words = { shown: formatNumber(shown), total: formatNumber(total) }
  if (!exact) return m.ui_shown_of_about(words)
  return shown >= total ? m.ui_all_shown(words) : m.ui_shown_of(words)
}
