import { addDays, type CivilDate, foldText } from '@dunghan/domain'
import { parseTypedDate } from '../../../../lib/typed-date.ts'
import { findUnits, type PickableUnit } from '../../../../lib/unit-search.ts'

/** Several units by one name, as “tất cả xã, phường”. */
export interface UnitGroup {
  names: readonly string[]
  ids: readonly string[]
}

/** The day before the first of a spreadsheet's days, its mistaken 29/02/1900 counted in. */
const SERIAL_ZERO: CivilDate = '1899-12-30'
const YEAR_2000 = 36_526
const YEAR_2100 = 73_051

/**
 * A day as it stands in a cell: `dd/mm/yyyy`, `dd/mm/yy`, `yyyy-mm-dd`, with a time after it or
 * “ngày” before it, or the number a spreadsheet keeps for it. Null when it is none of these: “trước
 * ngày …” and “trong tháng 12” are for a person to settle.
 */
export function readDay(cell: string): CivilDate | null {
  const plain = cell
    .trim()
    .replace(/^(?:đến |hạn )?ngày\s+/iu, '')
    .replace(/[\sT]+(?:00:00(?::00)?(?:\.0+)?Z?|0:00)$/i, '')
  if (/^\d{5}$/.test(plain)) {
    const serial = Number(plain)
    return serial >= YEAR_2000 && serial < YEAR_2100 ? addDays(SERIAL_ZERO, serial) : null
  }
  const short = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/.exec(plain)
  return parseTypedDate(short ? `${short[1]}/${short[2]}/20${short[3]}` : plain)
}

export interface ReadUnits {
  ids: string[]
  /** The names that are no unit's, or of several. */
  unread: string[]
}

/**
 * The units a cell names, between `;`, line breaks or commas: by name, short name, code, former
 * name or group, with or without marks.
 */
export function readUnits(
  cell: string,
  units: readonly PickableUnit[],
  groups: readonly UnitGroup[],
): ReadUnits {
  const ids = new Set<string>()
  const unread: string[] = []
  for (const piece of cell.split(/[;\n]/)) {
    const parts = piece.split(',')
    // Names hold commas too (Sở Văn hóa, Thể thao và Du lịch): the longest that is one counts.
    for (let from = 0; from < parts.length; ) {
      const found = longestName(parts, from, units, groups)
      for (const id of found.ids) ids.add(id)
      if (found.unread) unread.push(found.unread)
      from = found.next
    }
  }
  return { ids: [...ids], unread }
}

interface Found {
  ids: readonly string[]
  unread: string | null
  next: number
}

function longestName(
  parts: readonly string[],
  from: number,
  units: readonly PickableUnit[],
  groups: readonly UnitGroup[],
): Found {
  for (const find of [exactly, onlyOneLike]) {
    for (let to = parts.length; to > from; to--) {
      const name = parts.slice(from, to).join(',')
      const ids = plainName(name) ? find(name, units, groups) : []
      if (ids.length > 0) return { ids, unread: null, next: to }
    }
  }
  const lone = parts[from]?.trim() ?? ''
  return { ids: [], unread: plainName(lone) ? lone : null, next: from + 1 }
}

function exactly(
  name: string,
  units: readonly PickableUnit[],
  groups: readonly UnitGroup[],
): readonly string[] {
  const plain = plainName(name)
  const group = groups.find(({ names }) => names.some((one) => plainName(one) === plain))
  if (group) return group.ids
  const same = units.filter((unit) =>
    [unit.name, unit.shortName, unit.code, ...(unit.formerNames ?? [])].some(
      (one) => plainName(one) === plain,
    ),
  )
  return same.length === 1 ? same.map(({ id }) => id) : []
}

/** Part of a name, where only one unit has it. */
function onlyOneLike(name: string, units: readonly PickableUnit[]): readonly string[] {
  const found = findUnits(units, plainName(name))
  return found.length === 1 ? found.map(({ id }) => id) : []
}

/** Without marks, case, the dash of a list, and the usual short forms. */
function plainName(name: string): string {
  return foldText(name)
    .replace(/^[-–•*+]\s*|^va (?=\S)|[.:]$/g, '')
    .replace(/\bubnd\b/g, 'uy ban nhan dan')
    .replace(/\s*,\s*/g, ', ')
    .trim()
}
