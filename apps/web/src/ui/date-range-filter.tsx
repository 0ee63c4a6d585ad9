import { formatCivilDate } from '@dunghan/domain'
import { lazy, Suspense } from 'react'
import type { Range } from './date-range-form.tsx'
import { Popup } from './popup.tsx'

const DateRangeForm = lazy(() => import('./date-range-form.tsx'))

interface Props {
  label: string
  from: string
  to: string
  /** Offers the periods an office counts by. */
  periods?: boolean
  onChange: (range: Range) => void
}

/** A span of days, either end open. */
export function DateRangeFilter({ label, from, to, periods, onChange }: Props) {
  return (
    <Popup
      title={label}
      label={summary(label, from, to)}
      active={Boolean(from || to)}
      wrong={from !== '' && to !== '' && to < from}
    >
      <Suspense>
        <DateRangeForm from={from || null} to={to || null} periods={periods} onChange={onChange} />
      </Suspense>
    </Popup>
  )
}

function summary(label: string, from: string, to: string) {
  if (!from && !to) return label
  const shown = (date: string) => (date ? formatCivilDate(date) : '…')
  return `${label}: ${shown(from)} – ${shown(to)}`
}
