import { formatCivilDate, isCivilDate } from '@dunghan/domain'
import { lazy, Suspense } from 'react'
import { asOfWords } from '../lib/as-of.ts'
import { Popup } from './popup.tsx'

const PastDayForm = lazy(() => import('./past-day-form.tsx'))

interface Props {
  label: string
  value: string
  onChange: (date: string | null) => void
}

/** A day of the past, of whose end figures are asked for. */
export function DayFilter({ label, value, onChange }: Props) {
  const shown = isCivilDate(value) ? formatCivilDate(value) : asOfWords(value)
  return (
    <Popup title={label} label={value ? `${label}: ${shown}` : label} active={value !== ''}>
      <Suspense>
        <PastDayForm label={label} value={isCivilDate(value) ? value : null} onChange={onChange} />
      </Suspense>
    </Popup>
  )
}
