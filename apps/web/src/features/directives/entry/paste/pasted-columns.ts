import { foldText } from '@dunghan/domain'
import { readDay } from './pasted-cells.ts'

/** What a column of a pasted table holds; `order` is its running number, which says nothing. */
export type Column = 'content' | 'dueOn' | 'unitIds' | 'supportUnitIds' | 'order'

const titles: Record<Column, readonly string[]> = {
  content: ['noi dung', 'nhiem vu', 'cong viec', 'noi dung nhiem vu', 'noi dung cong viec']
    .concat(['ten nhiem vu', 'noi dung giao', 'task', 'content'])
    .concat(['noi dung thuc hien', 'nhiem vu duoc giao', 'nhiem vu giao']),
  dueOn: ['thoi han', 'han', 'thoi han hoan thanh', 'han hoan thanh', 'thoi gian hoan thanh']
    .concat(['ngay hoan thanh', 'thoi gian', 'thoi han bao cao', 'due', 'due date', 'due on'])
    .concat(['thoi gian thuc hien', 'thoi han thuc hien', 'han xu ly', 'deadline']),
  unitIds: ['don vi', 'don vi thuc hien', 'don vi chu tri', 'co quan chu tri', 'chu tri']
    .concat(['co quan thuc hien', 'thuc hien', 'co quan', 'don vi duoc giao', 'units', 'unit'])
    .concat(['co quan, don vi', 'co quan, don vi thuc hien', 'co quan, don vi chu tri']),
  supportUnitIds: ['phoi hop', 'don vi phoi hop', 'co quan phoi hop', 'supporting units'].concat([
    'co quan, don vi phoi hop',
    'support',
  ]),
  order: ['stt', 'tt', 'so tt', 'so thu tu', 'no', 'no.', '#'],
}

export interface Columns {
  /** By place; null is a column this form has no field for. */
  kinds: (Column | null)[]
  /** The first row names the columns. */
  headed: boolean
  /** The names of those that were passed over. */
  unknown: string[]
}

/** Which column holds what: by the names in the first row, else by what the cells look like. */
export function columnsOf(rows: readonly (readonly string[])[]): Columns {
  const [first = []] = rows
  const named = first.map(columnNamed)
  if (named.includes('content') && named.filter(Boolean).length >= Math.min(2, first.length)) {
    const unknown = first.filter((title, i) => title && named[i] === null)
    return { kinds: named, headed: true, unknown }
  }
  return { kinds: guessed(rows), headed: false, unknown: [] }
}

function columnNamed(title: string): Column | null {
  const folded = foldText(title)
    .replace(/\(.*\)|[*:]/g, '')
    .trim()
  const found = Object.entries(titles).find(([, names]) => names.includes(folded))
  return (found?.[0] as Column | undefined) ?? null
}

const ORDER = /^(?:\d{1,3}(?:\.\d{1,3})*|[ivxl]{1,6}|[a-z])[.)]?$/i

function guessed(rows: readonly (readonly string[])[]): (Column | null)[] {
  const width = Math.max(0, ...rows.map(({ length }) => length))
  const cells = (at: number) => rows.map((row) => row[at] ?? '').filter(Boolean)
  const left = Array.from({ length: width }, (_, at) => at)
  const kinds: (Column | null)[] = left.map(() => null)
  const take = (kind: Column, at: number | undefined) => {
    if (at === undefined) return
    kinds[at] = kind
    left.splice(left.indexOf(at), 1)
  }
  if (width > 1 && cells(0).length > 0 && cells(0).every((cell) => ORDER.test(cell))) {
    take('order', 0)
  }
  take('content', left[0])
  // The one with the most days in it; where there is none, the one beside the content.
  const days = (at: number) => cells(at).filter((cell) => readDay(cell) !== null).length
  const best = left.toSorted((a, b) => days(b) - days(a) || a - b)[0]
  take('dueOn', best)
  take('unitIds', left[0])
  take('supportUnitIds', left[0])
  return kinds
}
