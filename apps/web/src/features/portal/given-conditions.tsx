import { unitTypes, unitViews } from '@dunghan/domain'
import { useQuery } from '@tanstack/react-query'
import { paths } from '../../lib/paths.ts'
import { dayWords } from '../../lib/span-words.ts'
import { unitViewWords } from '../../lib/statistics-terms.ts'
import { unitTypeWords } from '../../lib/unit-terms.ts'
import { m } from '../../paraglide/messages.js'
import type { FilterField } from '../../ui/filter-bar.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { publicStatistics } from './queries.ts'

/** Conditions that a figure's link brought along: shown, so that each can be dropped. */
export default function GivenConditions({ params }: { params: URLSearchParams }) {
  // What a leader is called, the figures by leader tell.
  const ofLeader = params.has('directedById')
  const { data } = useQuery({
    ...publicStatistics({ groupBy: 'leader', basis: 'issued' }),
    enabled: ofLeader,
  })
  if (ofLeader && !data) return null
  const leaders = (data?.rows ?? []).map(({ key, label }) => ({ value: key, label }))
  return (
    <FilterChips
      fields={[...fields(params), choice('directedById', m.portal_directed_by(), leaders)]}
      params={params}
      path={paths.publicAssignments()}
    />
  )
}

function fields(params: URLSearchParams): FilterField[] {
  const activeFrom = params.get('activeFrom') ?? ''
  return [
    { kind: 'dates', from: 'issuedFrom', to: 'issuedTo', label: m.portal_filter_issued() },
    {
      kind: 'dates',
      from: 'effectiveDueFrom',
      to: 'effectiveDueTo',
      label: m.portal_filter_effective_due(),
    },
    choice('activeFrom', m.portal_filter_active_from(), [
      { value: activeFrom, label: dayWords(activeFrom) },
    ]),
    choice(
      'unitType',
      m.portal_filter_unit_type(),
      unitTypes.map((value) => ({ value, label: unitTypeWords[value]() })),
    ),
    choice(
      'units',
      m.portal_statistics_units(),
      unitViews.map((value) => ({ value, label: unitViewWords[value]() })),
    ),
  ]
}

const choice = (
  name: string,
  label: string,
  options: { value: string; label: string }[],
): FilterField => ({ kind: 'choice', name, label, options })
