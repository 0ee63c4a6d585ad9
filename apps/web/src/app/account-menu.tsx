import { Button, Menu } from '@mantine/core'
import { IconKey, IconLogout, IconUserCircle, IconWorld } from '@tabler/icons-react'
import { useNavigate } from 'react-router-dom'
import { signOut } from '../api/session.ts'
import { useAccount } from '../api/use-session.ts'
import { paths } from '../lib/paths.ts'
import { roleWords } from '../lib/terms.ts'
import { m } from '../paraglide/messages.js'
import classes from './desk-layout.module.css'

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const { displayName, unit, roles } = useAccount()
  const navigate = useNavigate()
  const leave = async () => {
    await signOut()
    navigate(paths.home())
  }
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          leftSection={<IconUserCircle size={22} stroke={1.5} aria-hidden />}
          aria-label={m.shell_account_menu({ name: displayName })}
        >
          <span className={classes.who}>
            {displayName}
            <small>{unit?.name ?? roles.map((role) => roleWords[role]()).join(', ')}</small>
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component="a"
          href={paths.changePassword()}
          leftSection={<IconKey size={16} aria-hidden />}
        >
          {m.shell_change_password()}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={paths.home()}
          leftSection={<IconWorld size={16} aria-hidden />}
        >
          {m.shell_nav_public_portal()}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={leave}>
          {m.shell_sign_out()}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
