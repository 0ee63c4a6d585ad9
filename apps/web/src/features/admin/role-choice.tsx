import { type OfficeRole, officeRoles } from '@dunghan/domain'
import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { roleWords } from '../../lib/desk-terms.ts'
import { m } from '../../paraglide/messages.js'
import classes from './admin.module.css'

interface Props {
  value?: string[]
  onChange: (roles: string[]) => void
  error?: ReactNode
}

/** The office roles of an account; it may have several. */
export function RoleChoice({ value, onChange, error }: Props) {
  return (
    <Checkbox.Group
      label={m.accounts_roles()}
      withAsterisk
      value={value}
      onChange={onChange}
      error={error}
    >
      <div className={classes.roles}>
        {officeRoles.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={roleWords[role]()}
            description={roleHints[role]()}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}

const roleHints: Record<OfficeRole, () => string> = {
  specialist: m.accounts_role_specialist_hint,
  reviewer: m.accounts_role_reviewer_hint,
  coordinator: m.accounts_role_coordinator_hint,
  leader: m.accounts_role_leader_hint,
  admin: m.accounts_role_admin_hint,
}
