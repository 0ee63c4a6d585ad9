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
import { asOfIn } from '../../lib/as-of.ts'
import { isId } from '../../lib/known-search.ts'

export interface Question extends StatisticsQuery {
  groupBy: StatisticsGrouping
  basis: StatisticsBasis
}

const elsewhere: readonly StatisticsGrouping[] = ['overdueAge', 'day']

const byUnits: readonly StatisticsGrouping[] = ['unit', 'unitType', 'specialist']

/**
 * By what to group. A unit counts its own alone: there is nothing to compare by unit. How old the
 * overdue is has a panel of its own, and what is due day by day is the overview's calendar.
 */
export const groupingsOf = (office: boolean): readonly StatisticsGrouping[] =>
  statisticsGroupings.filter(
    (name) => !elsewhere.includes(name) && (office || !byUnits.includes(name)),
  )

/** Rows that follow each other in time. */
export const isByTime = (groupBy: StatisticsGrouping): boolean =>
  groupBy === 'month' || groupBy === 'quarter' || groupBy === 'year'

/**
 * What the address asks for; what is no value of its parameter is left out. An instant that cannot
 * be asked about is not: the figures of now would be taken for those of then.
 */
export function questionIn(params: URLSearchParams, office: boolean): Question {
  const one = <Known extends string>(name: string, known: readonly Known[]): Known | undefined =>
    known.find((value) => value === params.get(name))
  const some = <Known extends string>(name: string, known: readonly Known[]) =>
    filled(known.filter((value) => params.getAll(name).includes(value)))
  const ids = (name: string) => filled(params.getAll(name).filter(isId))
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
    asOf: asOfIn(params),
    units: office ? one('units', ['by_successor']) : undefined,
    unitId: ids('unitId'),
    unitType: some('unitType', unitTypes),
    kind: some('kind', directiveKinds),
    directedById: ids('directedById'),
    draftedById: ids('draftedById'),
    extended: one('extended', ['true', 'false']),
  }
}

const filled = <T>(values: T[]) => (values.length > 0 ? values : undefined)
