import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../api/use-session.ts'
import { formatNumber } from '../../lib/format.ts'
import { paths } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { Panel } from '../../ui/panel.tsx'
import classes from './overview.module.css'
import { FEW, unitsWithoutAccount } from './queries.ts'

/** For the admin: the units that cannot be given work, as nobody can sign in for them. */
export function MissingAccounts() {
  const may = useMay()('account.manage')
  const { data } = useQuery({ ...unitsWithoutAccount, enabled: may })
  if (!data || data.length === 0) return null
  const more = data.length - FEW
  return (
    <Panel
      title={m.overview_without_account({ count: formatNumber(data.length) })}
      aside={<a href={paths.accounts()}>{m.overview_accounts()}</a>}
    >
      <ul className={classes.names}>
        {data.slice(0, FEW).map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
        {more > 0 && <li>{m.overview_more_units({ count: more })}</li>}
      </ul>
    </Panel>
  )
}
