import { useSuspenseQuery } from '@tanstack/react-query'
import { m } from '../../paraglide/messages.js'
import { Panel } from '../../ui/panel.tsx'
import { publicStatistics, type StatisticsQuestion } from './queries.ts'
import { Trend } from './trend.tsx'

interface Props {
  unit: string
  units: StatisticsQuestion['units']
}

/** How a unit's tasks went month by month, once there is more than one month; in a chunk of its own. */
export default function UnitTrend({ unit, units }: Props) {
  const question: StatisticsQuestion = { groupBy: 'month', basis: 'issued', units, unit: [unit] }
  const { rows } = useSuspenseQuery(publicStatistics(question)).data
  if (rows.length < 2) return null
  return (
    <Panel title={m.portal_statistics_trend()}>
      <Trend question={question} />
    </Panel>
  )
}
