import {
  assignmentStates,
  assignmentStatuses,
  directiveKinds,
  timelinesses,
  unitTypes,
} from '@dunghan/domain'
import type { Schema } from '../../api/types.ts'
import {
  kindWords,
  stateWords,
  statusWords,
  timelinessWords,
  unitTypeWords,
} from '../../lib/terms.ts'
import { m } from '../../paraglide/messages.js'
import type { FilterField } from '../../ui/filter-bar.tsx'

interface Lists {
  /** Left out for a unit, which sees its own alone. */
  units: readonly Schema<'Unit'>[] | null
  leaders: readonly Schema<'Leader'>[]
  params: URLSearchParams
}

const choices = <Code extends string>(codes: readonly Code[], words: Record<Code, () => string>) =>
  codes.map((code) => ({ value: code, label: words[code]() }))

/** What the list of assignments may be narrowed by. */
export function listFilters({ units, leaders, params }: Lists): FilterField[] {
  const support = params.get('role') === 'support'
  const usedTypes = unitTypes.filter((type) => units?.some((unit) => unit.type === type))
  return [
    { kind: 'search', name: 'q', label: m.assignments_search() },
    // A supporting unit's part has no status: it is not counted.
    ...(support
      ? []
      : [
          choice('status', m.assignments_filter_status(), choices(assignmentStatuses, statusWords)),
        ]),
    ...(units ? unitFields(units, usedTypes) : []),
    { kind: 'dates', from: 'dueFrom', to: 'dueTo', label: m.assignments_filter_due() },
    choice('timeliness', m.assignments_filter_timeliness(), choices(timelinesses, timelinessWords)),
    choice('state', m.assignments_filter_state(), choices(assignmentStates, stateWords)),
    choice('kind', m.assignments_filter_kind(), choices(directiveKinds, kindWords)),
    choice(
      'directedById',
      m.assignments_filter_leader(),
      leaders.map(({ id, name }) => ({ value: id, label: name })),
    ),
    { kind: 'dates', from: 'issuedFrom', to: 'issuedTo', label: m.assignments_filter_issued() },
    ...given(
      params,
      'draftedById',
      m.assignments_filter_specialist(),
      m.assignments_filter_specialist_one(),
    ),
    ...given(
      params,
      'directiveId',
      m.assignments_filter_directive(),
      m.assignments_filter_directive_one(),
    ),
  ]
}

function choice(
  name: string,
  label: string,
  options: { value: string; label: string }[],
): FilterField {
  return { kind: 'choice', name, label, options }
}

function unitFields(
  units: readonly Schema<'Unit'>[],
  types: readonly Schema<'Unit'>['type'][],
): FilterField[] {
  return [
    { kind: 'units', name: 'unitId', label: m.assignments_filter_unit(), units, by: 'id' },
    choice('unitType', m.assignments_filter_unit_type(), choices(types, unitTypeWords)),
  ]
}

/** A condition that a link brought along and that is not chosen here: shown, so that it can be dropped. */
function given(params: URLSearchParams, name: string, label: string, one: string): FilterField[] {
  const value = params.get(name)
  return value ? [choice(name, label, [{ value, label: one }])] : []
}
