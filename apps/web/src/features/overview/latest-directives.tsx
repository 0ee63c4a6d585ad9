import { useSuspenseQuery } from '@tanstack/react-query'
import { directiveName } from '../../lib/directive-name.ts'
import { formatCivilDate, formatNumber } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { EntryMark } from '../../ui/entry-mark.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './overview.module.css'
import { latestDirectives } from './queries.ts'

/** The directives issued last. */
export function LatestDirectives() {
  const { data } = useSuspenseQuery(latestDirectives)
  return (
    <Panel
      title={m.overview_latest()}
      aside={<a href={paths.directives()}>{m.overview_all_directives()}</a>}
    >
      {data.items.length === 0 && <p className={classes.note}>{m.overview_no_directives()}</p>}
      <ul className={classes.lines}>
        {data.items.map((directive) => (
          <li key={directive.id}>
            <div className={classes.what}>
              <a href={paths.directive(directive.id)}>{directive.title}</a>
              <span className={classes.note}>{directiveName(directive)}</span>
            </div>
            <span className={classes.side}>
              <span className="tabular">{formatCivilDate(directive.issuedOn)}</span>
              <EntryMark timeliness={directive.entry.timeliness} />
            </span>
            <span className={classes.side}>
              {m.overview_scope({
                tasks: formatNumber(directive.taskCount),
                units: formatNumber(directive.unitCount),
              })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
