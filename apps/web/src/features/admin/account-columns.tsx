import type { Schema } from '../../api/types.ts'
import { roleWords } from '../../lib/desk-terms.ts'
import { formatInstantDate } from '../../lib/format.ts'
import { m } from '../../paraglide/messages.js'
import type { Column } from '../../ui/data-table.tsx'
import { AccountActs } from './account-acts.tsx'
import classes from './admin.module.css'
import type { IssuedPassword } from './one-time-password.tsx'

type Account = Schema<'Account'>

interface Acts {
  onEdit: (account: Account) => void
  onPassword: (issued: IssuedPassword) => void
}

export const accountColumns = (acts: Acts): Column<Account>[] => [
  {
    key: 'name',
    header: m.accounts_display_name(),
    lead: true,
    cell: ({ displayName, disabledAt }) => (
      <span className={disabledAt ? classes.off : undefined}>{displayName}</span>
    ),
  },
  {
    key: 'username',
    header: m.accounts_username(),
    cell: ({ username }) => <code className={classes.code}>{username}</code>,
  },
  {
    key: 'roles',
    header: m.accounts_roles(),
    cell: ({ roles, unit }) => (
      <>
        {roles.map((role) => roleWords[role]()).join(', ')}
        {unit && <span className={classes.side}>{unit.name}</span>}
      </>
    ),
  },
  {
    key: 'state',
    header: m.accounts_state(),
    cell: (account) => <State account={account} />,
  },
  {
    key: 'acts',
    header: m.units_acts(),
    cell: (account) => <AccountActs account={account} {...acts} />,
  },
]

function State({ account: { disabledAt, mustChangePassword } }: { account: Account }) {
  if (disabledAt) {
    return (
      <span className={classes.warn}>
        {m.accounts_disabled_since({ date: formatInstantDate(disabledAt) })}
      </span>
    )
  }
  return (
    <>
      <span className={classes.state}>{m.accounts_active()}</span>
      {mustChangePassword && (
        <span className={classes.side}>{m.accounts_must_change_password()}</span>
      )}
    </>
  )
}
