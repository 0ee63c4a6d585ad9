import {
  assignmentStatuses,
  type CivilDate,
  directiveKinds,
  parseCivilDate,
  timelinesses,
  unitTypes,
  unitViews,
} from '@dunghan/domain'
import type { Search } from '../../lib/paths.ts'
import { usualSort } from '../../lib/unfinished.ts'

export const assignmentSorts = ['dueOn', '-dueOn', '-submittedAt', '-issuedOn'] as const

/** The parameters of the address that the API knows; what a hand wrote wrong is left out. */
export function filtersIn(params: URLSearchParams) {
  return {
    q: params.get('q')?.slice(0, 200) || undefined,
    unit: some(params.getAll('unit')),
    status: some(among(params.getAll('status'), assignmentStatuses)),
    timeliness: some(among(params.getAll('timeliness'), timelinesses)),
    kind: some(among(params.getAll('kind'), directiveKinds)),
    unitType: some(among(params.getAll('unitType'), unitTypes)),
    directedById: some(params.getAll('directedById').filter((id) => uuid.test(id))),
    dueFrom: day(params.get('dueFrom')),
    dueTo: day(params.get('dueTo')),
    issuedFrom: day(params.get('issuedFrom')),
    issuedTo: day(params.get('issuedTo')),
    units: among([params.get('units') ?? ''], unitViews)[0],
    effectiveDueFrom: day(params.get('effectiveDueFrom')),
    effectiveDueTo: day(params.get('effectiveDueTo')),
    activeFrom: day(params.get('activeFrom')),
  }
}

export type PublicFilters = Partial<ReturnType<typeof filtersIn>>

export function sortIn(params: URLSearchParams) {
  return among([params.get('sort') ?? ''], assignmentSorts)[0] ?? usualSort(params.getAll('status'))
}

/** The same as parameters of an address. */
export const asSearch = (filters: PublicFilters): Search => filters

/** Those of `values` the API knows. */
export function among<Known extends string>(values: readonly string[], known: readonly Known[]) {
  return known.filter((one) => values.includes(one))
}

const uuid = /^[0-9a-f-]{36}$/i
const some = <T>(values: T[]): T[] | undefined => (values.length > 0 ? values : undefined)
const day = (text: string | null): CivilDate | undefined => parseCivilDate(text ?? '') ?? undefined
