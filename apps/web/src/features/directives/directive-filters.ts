import { assignmentStatuses, directiveKinds, visibilities } from '@dunghan/domain'
import type { Schema } from '../../api/types.ts'
import { visibilityWords } from '../../lib/desk-terms.ts'
import { kindWords, statusWords } from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import type { FilterField } from '../../ui/filter-bar.tsx'

interface Lists {
  units: readonly Schema<'Unit'>[]
  leaders: readonly Schema<'Leader'>[]
}

const choices = <Code extends string>(codes: readonly Code[], words: Record<Code, () => string>) =>
  codes.map((code) => ({ value: code, label: words[code]() }))

/** What the list of directives may be narrowed by. */
export const directiveFilters = ({ units, leaders }: Lists): FilterField[] => [
  { kind: 'search', name: 'q', label: m.directives_search() },
  {
    kind: 'choice',
    name: 'kind',
    label: m.directives_kind(),
    options: choices(directiveKinds, kindWords),
  },
  {
    kind: 'choice',
    name: 'directedById',
    label: m.directives_directed_by(),
    options: leaders.map(({ id, name, position }) => ({
      value: id,
      label: `${name}, ${position}`,
    })),
  },
  { kind: 'dates', from: 'issuedFrom', to: 'issuedTo', label: m.directives_issued() },
  { kind: 'units', name: 'unitId', label: m.directives_units(), units, by: 'id' },
  {
    kind: 'choice',
    name: 'status',
    label: m.directives_progress(),
    options: choices(assignmentStatuses, statusWords),
  },
  {
    kind: 'choice',
    name: 'visibility',
    label: m.directives_visibility(),
    options: choices(visibilities, visibilityWords),
  },
  {
    kind: 'choice',
    name: 'withdrawn',
    label: m.directives_force(),
    single: true,
    options: [
      { value: 'false', label: m.directives_in_force() },
      { value: 'true', label: m.directives_withdrawn() },
    ],
  },
]
