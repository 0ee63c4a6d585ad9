import type { Schema } from '../../api/types.ts'
import { formatInstant } from '../../lib/format.ts'
import { basisHints } from '../../lib/statistics-terms.ts'
import { m } from '../../paraglide/messages.js'
import { EmptyState } from '../../ui/empty-state.tsx'
import classes from './assignments.module.css'
import type { StatisticsQuestion } from './queries.ts'
import { StatisticsCharts } from './statistics-charts.tsx'
import { StatusFigures } from './status-figures.tsx'

interface Props {
  data: Schema<'Statistics'>
  question: StatisticsQuestion
  sort: string
  sortHref: (sort: string) => string
}

/** The answer to one question: figures, charts and tables; in a chunk of its own. */
export default function StatisticsSheet(props: Props) {
  const { data, question } = props
  return (
    <div className={classes.stack}>
      <StatusFigures figures={data.totals} question={question} />
      {data.rows.length === 0 ? (
        <EmptyState title={m.portal_statistics_empty()}>
          {m.portal_statistics_empty_hint()}
        </EmptyState>
      ) : (
        <StatisticsCharts {...props} />
      )}
      <p className={classes.source}>
        {basisHints[question.basis]()} {m.portal_as_of({ instant: formatInstant(data.asOf) })}
      </p>
    </div>
  )
}
