import { Button, Menu } from '@mantine/core'
import { IconKey, IconLogout, IconUserCircle, IconWorld } from '@tabler/icons-react'
import { asProblem } from '../api/problem.ts'
import { signOut } from '../api/session.ts'
import { useAccount } from '../api/use-session.ts'
import { roleWords } from '../lib/desk-terms.ts'
import { paths } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'
import { notifyProblem } from '../ui/notify.ts'
import classes from './desk-layout.module.css'

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const { displayName, unit, roles } = useAccount()
  // A unit's account usually bears the unit's own name: said once.
  const place = unit?.name ?? roles.map((role) => roleWords[role]()).join(', ')
  const leave = () => signOut().catch((error) => notifyProblem(asProblem(error)))
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          leftSection={<IconUserCircle size={22} stroke={1.5} aria-hidden />}
        >
          <span className={classes.who}>
            <span className="visually-hidden">{m.shell_account()} </span>
            {displayName}
            {place !== displayName && <small>{place}</small>}
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
