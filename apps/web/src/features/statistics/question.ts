import {
  directiveKinds,
  isCivilDate,
  type StatisticsBasis,
  type StatisticsGrouping,
  statisticsBases,
  statisticsGroupings,
  unitTypes,
} from '@dunghan/domain'
import type { StatisticsQuery } from '../../api/statistics.ts'

export interface Question extends StatisticsQuery {
  groupBy: StatisticsGrouping
  basis: StatisticsBasis
}

/** A unit counts its own alone: there is nothing to compare by unit. */
export const groupingsOf = (office: boolean): readonly StatisticsGrouping[] =>
  statisticsGroupings.filter((name) => office || !['unit', 'unitType', 'specialist'].includes(name))

const uuid = /^[0-9a-f-]{36}$/i

/** What the address asks for; what is no value of its parameter is left out. */
export function questionIn(params: URLSearchParams, office: boolean): Question {
  const one = <Known extends string>(name: string, known: readonly Known[]): Known | undefined =>
    known.find((value) => value === params.get(name))
  const some = <Known extends string>(name: string, known: readonly Known[]) =>
    filled(known.filter((value) => params.getAll(name).includes(value)))
  const ids = (name: string) => filled(params.getAll(name).filter((id) => uuid.test(id)))
  const date = (name: string) => {
    const value = params.get(name)
    return isCivilDate(value) ? value : undefined
  }
  const groupings = groupingsOf(office)
  return {
    groupBy: one('groupBy', groupings) ?? (office ? 'unit' : 'month'),
    basis: one('basis', statisticsBases) ?? 'issued',
    from: date('from'),
    to: date('to'),
    unitId: ids('unitId'),
    unitType: some('unitType', unitTypes),
    kind: some('kind', directiveKinds),
    directedById: ids('directedById'),
    draftedById: ids('draftedById'),
  }
}

const filled = <T>(values: T[]) => (values.length > 0 ? values : undefined)
