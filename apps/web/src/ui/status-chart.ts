import type { AssignmentStatus } from '@dunghan/domain'
import { formatNumber } from '../lib/format.ts'
import { statusWords } from '../lib/terms.ts'
import { m } from '../paraglide/messages.js'
import type { Mark } from './use-marks.ts'

export interface StatusRow {
  key: string
  label: string
  total: number
  counts: Partial<Record<string, number>>
}

/** The list behind a figure of a row, or behind the whole row; null where there is none. */
export type ListOf = (key: string, status?: AssignmentStatus) => string | null

/** In the order in which a bar is read: done, on its way, trouble at the end. */
export const statusOrder: readonly AssignmentStatus[] = [
  'completed_early',
  'completed_on_time',
  'completed_late',
  'awaiting_review',
  'in_progress',
  'due_soon',
  'overdue',
]

export interface StatusMark extends Mark {
  status: AssignmentStatus
  count: number
}

export interface StatusBarMarks {
  row: StatusRow
  parts: StatusMark[]
  whole: Mark
}

/** What a bar of statuses is made of. */
export function barOf(row: StatusRow, listOf: ListOf): StatusBarMarks {
  const { key, label, total, counts } = row
  const parts = statusOrder.flatMap((status): StatusMark[] => {
    const count = counts[status] ?? 0
    if (count === 0) return []
    const says = words(label, statusWords[status](), count)
    return [{ id: `${key} ${status}`, status, count, says, href: listOf(key, status) }]
  })
  const says = words(label, m.ui_chart_total(), total)
  return { row, parts, whole: { id: `${key} all`, says, href: total > 0 ? listOf(key) : null } }
}

const words = (row: string, part: string, count: number) =>
  m.ui_chart_figure({ row, part, count: formatNumber(count) })

/** Those there are any of: what a legend has to explain. */
export const presentIn = (rows: readonly StatusRow[]) =>
  statusOrder.filter((status) => rows.some(({ counts }) => counts[status]))

/** Rows of months with those between them in which there was nothing; other rows as they are. */
export function withoutGaps(rows: readonly StatusRow[]): readonly StatusRow[] {
  const months = rows.map(({ key }) => /^(\d{4})-(\d{2})$/.exec(key))
  const [first, last] = [months[0], months.at(-1)]
  if (!first || !last) return rows
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const filled: StatusRow[] = []
  for (let at = monthOf(first); at <= monthOf(last); at += 1) {
    const [year, month] = [Math.floor(at / 12), String((at % 12) + 1).padStart(2, '0')]
    const key = `${year}-${month}`
    filled.push(byKey.get(key) ?? { key, label: `${month}/${year}`, total: 0, counts: {} })
  }
  return filled
}

const monthOf = ([, year, month]: RegExpExecArray) => Number(year) * 12 + Number(month) - 1
