import type { Schema } from '../../api/types.ts'
import { directiveName } from '../../lib/directive-name.ts'
import { formatCivilDate } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Facts } from '../../ui/facts.tsx'
import classes from './admin.module.css'

type Succession = Schema<'UnitSuccession'>

/** How many are told by their names. */
const MOST = 10

export const movedIn = ({ units }: Succession): number =>
  units.reduce((sum, { moved }) => sum + moved.lead + moved.support, 0)

/** What a succession does, or has done: unit by unit, and what is taken back. */
export function SuccessionOutlook({ succession }: { succession: Succession }) {
  const { successor, units, endsOn } = succession
  return (
    <>
      <p className={classes.lead}>
        {successor
          ? m.units_outlook({ name: successor.name, date: formatCivilDate(endsOn) })
          : m.units_outlook_none({ date: formatCivilDate(endsOn) })}
      </p>
      {units.map((ending) => (
        <UnitOutlook key={ending.unit.id} ending={ending} succeeded={successor !== null} />
      ))}
      <SettledList succession={succession} />
      {successor && !successor.hasAccount && (
        <p className={classes.warn}>
          {m.units_successor_no_account({ name: successor.name })}{' '}
          <a href={paths.accounts()}>{m.units_to_accounts()}</a>
        </p>
      )}
    </>
  )
}

type Shares = Succession['units'][number]['moved']

const shares = ({ lead, support }: Shares) =>
  lead + support === 0 ? m.units_nothing() : m.units_shares({ lead, support })

interface UnitProps {
  ending: Succession['units'][number]
  succeeded: boolean
}

function UnitOutlook({ ending, succeeded }: UnitProps) {
  const { unit, moved, withdrawn, unanswered, closed, account } = ending
  const settled = withdrawn.lead + withdrawn.support > 0
  return (
    <section className={classes.outlook} aria-label={unit.name}>
      <h3>{unit.name}</h3>
      <Facts
        entries={[
          [m.units_moved(), succeeded && shares(moved)],
          [m.units_withdrawn(), settled && shares(withdrawn)],
          [
            m.units_unanswered(),
            !succeeded && <span className={classes.warn}>{shares(unanswered)}</span>,
          ],
          [m.units_closed(), m.units_closed_count({ count: closed })],
          [m.units_account(), accountWords(account)],
        ]}
      />
    </section>
  )
}

function accountWords(account: UnitProps['ending']['account']): string {
  if (!account) return m.units_account_none()
  const { username, disabled } = account
  return disabled ? m.units_account_disabled({ username }) : m.units_account_kept({ username })
}

/** The tasks that both had: each is answered once, and here is by which. */
function SettledList({ succession: { settled, settledTotal } }: { succession: Succession }) {
  if (settledTotal === 0) return null
  return (
    <section className={classes.outlook}>
      <h3>{m.units_settled({ count: settledTotal })}</h3>
      <p className={classes.side}>{m.units_settled_hint()}</p>
      <ul className={classes.settled}>
        {settled.slice(0, MOST).map(({ assignmentId, unit, task, directive, kept }) => (
          <li key={assignmentId}>
            {m.units_settled_one({
              task: task.content.slice(0, 120),
              document: directiveName(directive),
              unit: unit.name,
              kept: kept.unit.name,
            })}
          </li>
        ))}
      </ul>
      {settledTotal > MOST && <p>{m.units_settled_more({ count: settledTotal - MOST })}</p>}
    </section>
  )
}
