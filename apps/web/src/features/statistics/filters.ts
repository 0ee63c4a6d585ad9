import { directiveKinds, statisticsBases, unitTypes } from '@dunghan/domain'
import type { Schema } from '../../api/types.ts'
import { basisWords, kindWords, unitTypeWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import type { FilterField } from '../../ui/filter-bar.tsx'

interface Lists {
  /** Left out for a unit, which counts its own alone. */
  units: readonly Schema<'Unit'>[] | null
  leaders: readonly Schema<'Leader'>[]
}

const choices = <Code extends string>(codes: readonly Code[], words: Record<Code, () => string>) =>
  codes.map((code) => ({ value: code, label: words[code]() }))

/** The period, what it is about, and what the count is narrowed by. */
export function statisticsFilters({ units, leaders }: Lists): FilterField[] {
  return [
    { kind: 'dates', from: 'from', to: 'to', label: m.statistics_period() },
    {
      kind: 'choice',
      name: 'basis',
      single: true,
      label: m.statistics_basis(),
      options: choices(statisticsBases, basisWords),
    },
    ...(units ? unitFields(units) : []),
    {
      kind: 'choice',
      name: 'kind',
      label: m.statistics_kind(),
      options: choices(directiveKinds, kindWords),
    },
    {
      kind: 'choice',
      name: 'directedById',
      label: m.statistics_leader(),
      options: leaders.map(({ id, name }) => ({ value: id, label: name })),
    },
  ]
}

function unitFields(units: readonly Schema<'Unit'>[]): FilterField[] {
  const types = unitTypes.filter((type) => units.some((unit) => unit.type === type))
  return [
    { kind: 'units', name: 'unitId', label: m.statistics_unit(), units, by: 'id' },
    {
      kind: 'choice',
      name: 'unitType',
      label: m.statistics_unit_type(),
      options: choices(types, unitTypeWords),
    },
  ]
}
