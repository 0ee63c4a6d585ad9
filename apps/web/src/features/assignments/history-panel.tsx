import { IconPrinter } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation } from 'react-router-dom'
import { type AssignmentDetail, assignmentHistory } from '../../api/assignments.ts'
import { useAccount } from '../../api/use-session.ts'
import { directiveName } from '../../lib/directive-name.ts'
import { exactInstant, spokenDate } from '../../lib/spoken-date.ts'
import { useNow } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import classes from './assignment.module.css'
import { HistoryEvent } from './history-event.tsx'
import { datesThrough } from './history-rules.ts'
import { lookOf } from './history-words.ts'

interface Props {
  assignment: AssignmentDetail
}

/** The whole life, each event in words that stand by themselves, on the screen and on paper. */
export function HistoryPanel({ assignment }: Props) {
  const { data } = useSuspenseQuery(assignmentHistory(assignment.id))
  const dates = datesThrough(data.items)
  const current = useLocation().hash.slice(1)
  useEffect(() => {
    // A link to one event, opened in a new tab: the browser looked before the page was there.
    if (current) document.getElementById(current)?.scrollIntoView()
  }, [current])
  return (
    <div className={classes.life}>
      <Panel
        title={m.assignments_history()}
        aside={
          <span className="no-print">
            <Button variant="subtle" small icon={IconPrinter} onClick={printLife}>
              {m.assignments_history_print()}
            </Button>
          </span>
        }
      >
        <PrintHead assignment={assignment} />
        <Timeline
          label={m.assignments_history()}
          current={current}
          items={data.items.map((event, index) => ({
            key: event.id,
            at: event.at,
            anchor: `su-kien-${event.id}`,
            ...lookOf(event.type),
            children: (
              <HistoryEvent event={event} dates={dates[index] ?? null} assignment={assignment} />
            ),
          }))}
        />
      </Panel>
    </div>
  )
}

/** What a sheet of paper has to say by itself: whose life it is, and when and by whom it was printed. */
function PrintHead({ assignment: { unit, task, directive, dueOn } }: Props) {
  const now = useNow().toISOString()
  const { displayName } = useAccount()
  return (
    <div className={classes.printHead}>
      <Facts
        entries={[
          [m.assignments_unit(), unit.name],
          [m.assignments_task(), task.content],
          [m.assignments_directive(), `${directiveName(directive)} – ${directive.title}`],
          [m.assignments_issued(), spokenDate(directive.issuedOn)],
          [m.assignments_due(), spokenDate(dueOn)],
          [m.assignments_history_printed(), `${exactInstant(now)}, ${displayName}`],
        ]}
      />
    </div>
  )
}

/** Prints this panel alone; the stylesheet leaves out the rest of the page. */
function printLife() {
  const { dataset } = document.documentElement
  dataset.print = 'life'
  window.addEventListener('afterprint', () => delete dataset.print, { once: true })
  window.print()
}
