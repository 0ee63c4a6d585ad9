import { directiveKinds, statisticsBases, unitTypes, unitViews } from '@dunghan/domain'
import type { Schema } from '../../api/types.ts'
import { basisWords, unitViewWords } from '../../lib/statistics-terms.ts'
import { kindWords } from '../../lib/terms.ts'
import { unitTypeWords } from '../../lib/unit-terms.ts'
import { m } from '../../paraglide/messages.js'
import type { Choice, FilterField } from '../../ui/filter-bar.tsx'

interface Lists {
  /** Left out for a unit, which counts its own alone; as are who drafted, and whose successor. */
  units: readonly Schema<'Unit'>[] | null
  leaders: readonly Schema<'Leader'>[]
  specialists: readonly Choice[]
}

const choices = <Code extends string>(codes: readonly Code[], words: Record<Code, () => string>) =>
  codes.map((code) => ({ value: code, label: words[code]() }))

/** The period, what it is about, of when, and what the count is narrowed by. */
export function statisticsFilters({ units, leaders, specialists }: Lists): FilterField[] {
  return [
    { kind: 'dates', from: 'from', to: 'to', label: m.statistics_period(), periods: true },
    {
      kind: 'choice',
      name: 'basis',
      single: true,
      otherwise: 'issued',
      label: m.statistics_basis(),
      options: choices(statisticsBases, basisWords),
    },
    { kind: 'day', name: 'asOf', label: m.ui_as_of() },
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
    ...(units
      ? [
          {
            kind: 'choice' as const,
            name: 'draftedById',
            label: m.statistics_specialist(),
            options: specialists,
          },
        ]
      : []),
    {
      kind: 'choice',
      name: 'extended',
      single: true,
      label: m.statistics_extension(),
      options: [
        { value: 'true', label: m.statistics_extended() },
        { value: 'false', label: m.statistics_not_extended() },
      ],
    },
  ]
}

function unitFields(units: readonly Schema<'Unit'>[]): FilterField[] {
  const types = unitTypes.filter((type) => units.some((unit) => unit.type === type))
  return [
    {
      kind: 'choice',
      name: 'units',
      single: true,
      otherwise: 'as_assigned',
      label: m.statistics_unit_view(),
      options: choices(unitViews, unitViewWords),
    },
    { kind: 'units', name: 'unitId', label: m.statistics_unit(), units, by: 'id' },
    {
      kind: 'choice',
      name: 'unitType',
      label: m.statistics_unit_type(),
      options: choices(types, unitTypeWords),
    },
  ]
}
