import { addDays, type CivilDate } from '@dunghan/domain'
import { m } from '../paraglide/messages.js'
import { monthsOf } from './figure-dates.ts'

interface Period {
  label: string
  range: { from: CivilDate; to: CivilDate }
}

interface Day {
  label: string
  date: CivilDate
}

/** The periods an office counts by. */
export function periods(today: CivilDate): Period[] {
  const { year, month, quarterStart } = partsOf(today)
  return [
    { label: m.ui_date_this_month(), range: monthsOf(year, month, 1) },
    { label: m.ui_date_last_month(), range: monthsOf(year, month - 1, 1) },
    { label: m.ui_date_this_quarter(), range: monthsOf(year, quarterStart, 3) },
    { label: m.ui_date_last_quarter(), range: monthsOf(year, quarterStart - 3, 3) },
    { label: m.ui_date_this_year(), range: monthsOf(year, 1, 12) },
    { label: m.ui_date_report_year(), range: reportYear(today) },
  ]
}

/** 15 December to 14 December: how the yearly reports of offices count (Decree 09/2019, art. 12). */
function reportYear(today: CivilDate) {
  const year = Number(today.slice(0, 4)) + (today.slice(5) > '12-14' ? 1 : 0)
  return { from: `${year - 1}-12-15`, to: `${year}-12-14` }
}

/** Days of the past that figures are most asked for: the ends of periods. */
export function pastDays(today: CivilDate): Day[] {
  const { year, month, quarterStart } = partsOf(today)
  return [
    { label: m.ui_date_yesterday(), date: addDays(today, -1) },
    { label: m.ui_date_end_of_last_month(), date: monthsOf(year, month - 1, 1).to },
    { label: m.ui_date_end_of_last_quarter(), date: monthsOf(year, quarterStart - 1, 1).to },
    { label: m.ui_date_end_of_last_year(), date: `${year - 1}-12-31` },
  ]
}

function partsOf(today: CivilDate) {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return { year, month, quarterStart: month - ((month - 1) % 3) }
}
