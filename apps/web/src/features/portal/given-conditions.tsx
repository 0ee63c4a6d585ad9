import { paths } from '../../lib/paths.ts'
import { dayWords } from '../../lib/span-words.ts'
import { m } from '../../paraglide/messages.js'
import type { FilterField } from '../../ui/filter-bar.tsx'
import { FilterChips } from '../../ui/filter-chips.tsx'

/** Conditions that a figure's link brought along: shown, so that each can be dropped. */
export default function GivenConditions({ params }: { params: URLSearchParams }) {
  return <FilterChips fields={fields(params)} params={params} path={paths.publicAssignments()} />
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
    {
      kind: 'choice',
      name: 'activeFrom',
      label: m.portal_filter_active_from(),
      options: [{ value: activeFrom, label: dayWords(activeFrom) }],
    },
  ]
}
