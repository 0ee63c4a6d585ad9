import type { Role } from '@dunghan/domain'
import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { answer, client, ifMatch } from '../../api/client.ts'
import type { Schema } from '../../api/types.ts'
import { m } from '../../paraglide/messages.js'
import { notifyDone } from '../../ui/notify.ts'
import { forget } from './queries.ts'
import { RecordForm } from './record-form.tsx'
import { RoleChoice } from './role-choice.tsx'
import { useSave } from './use-save.ts'

interface Props {
  account: Schema<'Account'>
  onDone: () => void
}

interface Values extends Record<string, unknown> {
  displayName: string
  roles: string[]
}

/** The name and the roles of an account; what belongs to a unit stays that unit's. */
export function EditAccountForm({ account, onDone }: Props) {
  const { id, version, unit, username } = account
  const form = useForm<Values>({
    initialValues: { displayName: account.displayName, roles: [...account.roles] },
    validate: {
      displayName: (text) => (text.trim() ? null : m.units_required()),
      roles: (roles) => (roles.length === 0 ? m.accounts_roles_required() : null),
    },
  })
  const saved = useSave(
    form,
    ({ displayName, roles }, headers) =>
      answer(
        client.PATCH('/api/v1/accounts/{id}', {
          params: { path: { id }, header: ifMatch(version) },
          body: { displayName: displayName.trim(), ...(unit ? {} : { roles: roles as Role[] }) },
          headers,
        }),
      ),
    ({ displayName }) => {
      forget('accounts')
      notifyDone(m.units_saved({ name: displayName }))
      onDone()
    },
  )
  return (
    <RecordForm {...saved} onCancel={onDone} act={m.units_save()}>
      <TextInput label={m.accounts_username()} value={username} readOnly />
      <TextInput
        {...form.getInputProps('displayName')}
        label={m.accounts_display_name()}
        withAsterisk
        maxLength={100}
        data-autofocus
      />
      {unit ? (
        <p>{m.accounts_unit_account({ unit: unit.name })}</p>
      ) : (
        <RoleChoice {...form.getInputProps('roles')} />
      )}
    </RecordForm>
  )
}
