import { addDays, type CivilDate } from '@dunghan/domain'

/** The days of a row of time: `2026-11`, `2026-Q4`, `2026`. */
export function spanOf(key: string): { from: CivilDate; to: CivilDate } | null {
  const [, year, quarter, month] = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})))?$/.exec(key) ?? []
  if (!year) return null
  if (month) return months(Number(year), Number(month), 1)
  return quarter ? months(Number(year), Number(quarter) * 3 - 2, 3) : months(Number(year), 1, 12)
}

function months(year: number, first: number, count: number) {
  const start = (month: number) =>
    `${year + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`
  return { from: start(first), to: addDays(start(first + count), -1) }
}
