import type { UnitType } from '@dunghan/domain'
import { groupUnits, type PickableUnit } from '../lib/unit-search.ts'
import { unitTypeWords } from '../lib/unit-terms.ts'
import { m } from '../paraglide/messages.js'

/** Several units taken as one: all of a type, or all communes and wards. */
export interface Bundle {
  key: string
  label: string
  ids: string[]
}

const communal: readonly UnitType[] = ['commune', 'ward']

/** The groups there are among `units`, the largest first. */
export function bundlesOf(units: readonly PickableUnit[]): Bundle[] {
  const byType = groupUnits(units).map(({ type, units: ofType }) => ({
    key: `all:${type}`,
    label: m.ui_unit_all_of({ group: unitTypeWords[type](), count: ofType.length }),
    ids: ofType.map(({ id }) => id),
  }))
  const communes = units.filter(({ type }) => communal.includes(type)).map(({ id }) => id)
  const all = {
    key: 'all:communal',
    label: m.ui_unit_all_communes({ count: communes.length }),
    ids: communes,
  }
  return [all, ...byType].filter(({ ids }) => ids.length > 1)
}

/** What to show for the ids chosen: a group that is wholly chosen as one, the rest by name. */
export function condense(
  units: readonly PickableUnit[],
  bundles: readonly Bundle[],
  chosen: readonly string[],
): Bundle[] {
  const rest = new Set(chosen)
  const whole: Bundle[] = []
  for (const bundle of bundles) {
    if (bundle.ids.length < 3 || !bundle.ids.every((id) => rest.has(id))) continue
    whole.push(bundle)
    for (const id of bundle.ids) rest.delete(id)
  }
  const names = new Map(units.map(({ id, shortName }) => [id, shortName]))
  const single = chosen.filter((id) => rest.has(id))
  return [...whole, ...single.map((id) => ({ key: id, label: names.get(id) ?? id, ids: [id] }))]
}
