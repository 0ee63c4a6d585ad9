import type { Role } from '@dunghan/domain'
import { SegmentedControl, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useSuspenseQuery } from '@tanstack/react-query'
import { answer, client } from '../../api/client.ts'
import { allUnits, inForceOn } from '../../api/reference-data.ts'
import type { Schema } from '../../api/types.ts'
import { useToday } from '../../lib/use-now.ts'
import { m } from '../../paraglide/messages.js'
import { UnitPicker } from '../../ui/unit-picker.tsx'
import type { IssuedPassword } from './one-time-password.tsx'
import { forget } from './queries.ts'
import { RecordForm } from './record-form.tsx'
import { RoleChoice } from './role-choice.tsx'
import { useSave } from './use-save.ts'

interface Props {
  onCancel: () => void
  onCreated: (issued: IssuedPassword) => void
}

interface Values extends Record<string, unknown> {
  kind: 'office' | 'unit'
  username: string
  displayName: string
  roles: string[]
  unitId: string | null
}

/** An account of the office, or the one account of a unit (Đ4.1). */
export function CreateAccountForm({ onCancel, onCreated }: Props) {
  const units = inForceOn(useSuspenseQuery(allUnits).data, useToday())
  const form = useForm<Values>({
    initialValues: { kind: 'office', username: '', displayName: '', roles: [], unitId: null },
    validate: {
      displayName: (text) => (text.trim() ? null : m.units_required()),
      username: (text) =>
        /^[a-z0-9][a-z0-9._-]{1,59}$/.test(text.trim().toLowerCase())
          ? null
          : m.accounts_username_hint(),
      roles: (roles, { kind }) =>
        kind === 'office' && roles.length === 0 ? m.accounts_roles_required() : null,
      unitId: (id, { kind }) => (kind === 'unit' && !id ? m.accounts_unit_required() : null),
    },
  })
  const { kind } = form.values
  const saved = useSave(form, create, ({ username, oneTimePassword }) => {
    forget('accounts')
    onCreated({ username, password: oneTimePassword ?? null })
  })
  const chooseUnit = ([id]: string[]) => {
    const unit = units.find((one) => one.id === id)
    form.setFieldValue('unitId', id ?? null)
    if (!unit) return
    if (!form.values.username) form.setFieldValue('username', unit.code)
    if (!form.values.displayName) form.setFieldValue('displayName', unit.name)
  }
  return (
    <RecordForm {...saved} onCancel={onCancel} act={m.accounts_create()}>
      <SegmentedControl
        {...form.getInputProps('kind')}
        aria-label={m.accounts_kind()}
        fullWidth
        data={[
          { value: 'office', label: m.accounts_kind_office() },
          { value: 'unit', label: m.accounts_kind_unit() },
        ]}
      />
      {kind === 'unit' && (
        <UnitPicker
          single
          required
          label={m.accounts_unit()}
          description={m.accounts_unit_hint()}
          units={units}
          value={form.values.unitId ? [form.values.unitId] : []}
          error={form.errors.unitId}
          onChange={chooseUnit}
        />
      )}
      <TextInput
        {...form.getInputProps('displayName')}
        label={m.accounts_display_name()}
        withAsterisk
        maxLength={100}
        data-autofocus
      />
      <TextInput
        {...form.getInputProps('username')}
        label={m.accounts_username()}
        description={m.accounts_username_hint()}
        withAsterisk
        maxLength={60}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
      />
      {kind === 'office' && <RoleChoice {...form.getInputProps('roles')} />}
      <p>{m.accounts_password_note()}</p>
    </RecordForm>
  )
}

function create(
  { kind, username, displayName, roles, unitId }: Values,
  headers: Record<string, string>,
): Promise<Schema<'CreatedAccount'>> {
  const own = kind === 'unit' ? { roles: ['unit' as Role], unitId } : { roles: roles as Role[] }
  const body = { username: username.trim(), displayName: displayName.trim(), ...own }
  return answer(client.POST('/api/v1/accounts', { body, headers }))
}
