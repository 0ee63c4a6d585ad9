import { useActOnce } from '../../api/act-once.ts'
import { answer, client, ifMatch } from '../../api/client.ts'
import type { Schema } from '../../api/types.ts'
import { useAccount } from '../../api/use-session.ts'
import { m } from '../../paraglide/messages.js'
import { Button } from '../../ui/button.tsx'
import { ConfirmButton } from '../../ui/confirm.tsx'
import { notifyDone } from '../../ui/notify.ts'
import classes from './admin.module.css'
import type { IssuedPassword } from './one-time-password.tsx'
import { forget } from './queries.ts'

interface Props {
  account: Schema<'Account'>
  onEdit: (account: Schema<'Account'>) => void
  onPassword: (issued: IssuedPassword) => void
}

/** What an admin may do with an account. */
export function AccountActs({ account, onEdit, onPassword }: Props) {
  const { id, version, username, displayName, disabledAt } = account
  const me = useAccount()
  const once = useActOnce()
  const params = { path: { id } }

  const reset = async () => {
    const headers = once({ reset: version })
    const made = await answer(
      client.POST('/api/v1/accounts/{id}/password-reset', { params, headers }),
    )
    forget('accounts')
    onPassword({ username, password: made.oneTimePassword ?? null })
  }
  const change = async (disabled: boolean) => {
    await answer(
      client.PATCH('/api/v1/accounts/{id}', {
        params: { ...params, header: ifMatch(version) },
        body: { disabled },
        headers: once({ disabled, version }),
      }),
    )
    forget('accounts')
    const name = displayName
    notifyDone(disabled ? m.accounts_disable_done({ name }) : m.accounts_enable_done({ name }))
  }
  return (
    <div className={classes.rowActs}>
      <Button small variant="subtle" onClick={() => onEdit(account)}>
        {m.accounts_edit_short()}
        <span className="visually-hidden">: {displayName}</span>
      </Button>
      <ConfirmButton
        small
        variant="subtle"
        title={m.accounts_reset_title({ name: displayName })}
        act={m.accounts_reset()}
        onConfirm={reset}
      >
        {m.accounts_reset_text()}
      </ConfirmButton>
      {disabledAt ? (
        <ConfirmButton
          small
          variant="subtle"
          title={m.accounts_enable_title({ name: displayName })}
          act={m.accounts_enable()}
          onConfirm={() => change(false)}
        >
          {m.accounts_enable_text()}
        </ConfirmButton>
      ) : (
        <ConfirmButton
          small
          variant="subtle"
          danger
          title={m.accounts_disable_title({ name: displayName })}
          act={m.accounts_disable()}
          disabledReason={me.id === id ? m.accounts_not_oneself() : null}
          onConfirm={() => change(true)}
        >
          {m.accounts_disable_text()}
        </ConfirmButton>
      )}
    </div>
  )
}
