import { addDays, type CivilDate, foldText, type UnitType } from '@dunghan/domain'
import type { Schema } from '../../api/types.ts'
import { m } from '../../paraglide/messages.js'

/** What becomes of the units that end: another takes their place, a new one does, or nobody. */
export const successionKinds = ['new', 'existing', 'none'] as const

export type SuccessionKind = (typeof successionKinds)[number]

export interface SuccessionDraft extends Record<string, unknown> {
  unitIds: string[]
  kind: SuccessionKind
  /** Named as the API names it, so that a refusal finds its field. */
  successor: { id: string | null; code: string; name: string; shortName: string; type: UnitType }
  endsOn: CivilDate | null
  document: string
  reason: string
}

export function firstDraft(units: readonly Schema<'Unit'>[], today: CivilDate): SuccessionDraft {
  return {
    unitIds: units.map(({ id }) => id),
    kind: 'new',
    successor: {
      id: null,
      code: '',
      name: '',
      shortName: '',
      type: units[0]?.type ?? 'department',
    },
    endsOn: addDays(today, -1),
    document: '',
    reason: '',
  }
}

export function bodyOf(draft: SuccessionDraft): Schema<'SucceedUnitsInput'> {
  const { unitIds, endsOn, document, reason } = draft
  return { unitIds, successor: successorOf(draft), endsOn: endsOn ?? '', document, reason }
}

function successorOf({
  kind,
  successor,
}: SuccessionDraft): Schema<'SucceedUnitsInput'>['successor'] {
  const { id, ...named } = successor
  if (kind === 'none') return null
  return kind === 'existing' ? { id: id ?? '' } : { ...named, code: named.code.trim() }
}

/** A sentence for each field that is still missing. */
export function checkDraft(draft: SuccessionDraft): Record<string, string> {
  const { unitIds, kind, successor, endsOn, reason } = draft
  const errors: Record<string, string> = {}
  if (unitIds.length === 0) errors.unitIds = m.units_required()
  if (kind === 'existing' && !successor.id) errors['successor.id'] = m.units_required()
  if (kind === 'new') {
    for (const field of ['name', 'shortName'] as const) {
      if (!successor[field].trim()) errors[`successor.${field}`] = m.units_required()
    }
    if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(successor.code.trim())) {
      errors['successor.code'] = m.units_code_hint()
    }
  }
  if (!endsOn) errors.endsOn = m.units_required()
  if (!reason.trim()) errors.reason = m.ui_reason_required()
  return errors
}

/** A code made of a name. */
export const codeFrom = (name: string): string =>
  foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
