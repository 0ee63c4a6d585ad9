import type { PickableUnit } from '../../../../lib/unit-search.ts'
import { unitTypeWords } from '../../../../lib/unit-terms.ts'
import { bundlesOf } from '../../../../ui/unit-bundles.ts'
import type { UnitGroup } from './pasted-cells.ts'

const communes = ['xã, phường', 'xã và phường', 'xã phường', 'phường, xã', 'cấp xã']
const all = ['tất cả', 'các', 'tất cả các', 'toàn bộ', 'UBND', 'UBND các', 'tất cả UBND', 'all']

/** The groups the form offers, under the names people write for them in tables. */
export function unitGroups(units: readonly PickableUnit[]): UnitGroup[] {
  return bundlesOf(units).map(({ key, label, ids }) => {
    const type = key.slice('all:'.length)
    const words = type === 'communal' ? communes : wordsOf(type)
    const names = all.flatMap((start) => words.map((word) => `${start} ${word}`))
    return { ids, names: [label, ...(type === 'communal' ? words : []), ...names] }
  })
}

const wordsOf = (type: string) =>
  Object.entries(unitTypeWords).flatMap(([code, words]) => (code === type ? [words()] : []))
