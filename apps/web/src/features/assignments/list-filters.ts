import {
  assignmentStates,
  assignmentStatuses,
  directiveKinds,
  timelinesses,
  unitTypes,
  unitViews,
} from '@dunghan/domain'
import type { Schema } from '../../api/types.ts'
import { dayWords } from '../../lib/span-words.ts'
import { unitViewWords } from '../../lib/statistics-terms.ts'
import { kindWords, stateWords, statusWords, timelinessWords } from '../../lib/terms.ts'
import { unitTypeWords } from '../../lib/unit-terms.ts'
import { m } from '../../paraglide/messages.js'
import type { Choice, FilterField } from '../../ui/filter-bar.tsx'

interface Lists {
  /** Left out for a unit, which sees its own alone. */
  units: readonly Schema<'Unit'>[] | null
  leaders: readonly Schema<'Leader'>[]
  /** By name, as far as they are known. */
  specialists: readonly Choice[]
  params: URLSearchParams
}

const choices = <Code extends string>(codes: readonly Code[], words: Record<Code, () => string>) =>
  codes.map((code) => ({ value: code, label: words[code]() }))

/** What the list of assignments may be narrowed by. */
export function listFilters({ units, leaders, specialists, params }: Lists): FilterField[] {
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
    ...(units ? unitFields(units, usedTypes, params) : []),
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
    ...(units && specialists.length > 0
      ? [choice('draftedById', m.assignments_filter_specialist(), [...specialists])]
      : []),
    {
      kind: 'choice',
      name: 'extended',
      label: m.assignments_filter_extension(),
      single: true,
      options: [
        { value: 'true', label: m.assignments_filter_extended() },
        { value: 'false', label: m.assignments_filter_not_extended() },
      ],
    },
    { kind: 'day', name: 'asOf', label: m.ui_as_of() },
  ]
}

const unitView = (): FilterField => ({
  kind: 'choice',
  name: 'units',
  label: m.assignments_filter_units(),
  single: true,
  options: choices(unitViews, unitViewWords),
})

/** Conditions that a link brought along and that are not chosen here: shown, so that they can be dropped. */
export function givenConditions(params: URLSearchParams, shown: readonly FilterField[]) {
  return allGiven(params).filter(
    (field) => !shown.some((one) => 'name' in one && 'name' in field && one.name === field.name),
  )
}

function allGiven(params: URLSearchParams): FilterField[] {
  const activeFrom = params.get('activeFrom') ?? ''
  const decidedFrom = params.get('extensionDecidedFrom') ?? ''
  return [
    {
      kind: 'dates',
      from: 'effectiveDueFrom',
      to: 'effectiveDueTo',
      label: m.assignments_filter_effective_due(),
    },
    choice('activeFrom', m.assignments_filter_active_from(), [
      { value: activeFrom, label: dayWords(activeFrom) },
    ]),
    choice('extensionPending', m.assignments_filter_extension_request(), [
      { value: 'true', label: m.assignments_filter_extension_pending() },
      { value: 'false', label: m.assignments_filter_extension_not_pending() },
    ]),
    choice('extensionDecidedFrom', m.extensions_filter_decided_from(), [
      { value: decidedFrom, label: dayWords(decidedFrom) },
    ]),
    unitView(),
    choice('draftedById', m.assignments_filter_specialist(), [
      { value: params.get('draftedById') ?? '', label: m.assignments_filter_specialist_one() },
    ]),
    choice('directiveId', m.assignments_filter_directive(), [
      { value: params.get('directiveId') ?? '', label: m.assignments_filter_directive_one() },
    ]),
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
  params: URLSearchParams,
): FilterField[] {
  const narrowed = params.has('unitId') || params.has('unitType')
  return [
    { kind: 'units', name: 'unitId', label: m.assignments_filter_unit(), units, by: 'id' },
    choice('unitType', m.assignments_filter_unit_type(), choices(types, unitTypeWords)),
    // Whose work it is by: a question only where units are asked for.
    ...(narrowed ? [unitView()] : []),
  ]
}
