import { Drawer } from '@mantine/core'
import { m } from '../paraglide/messages.js'
import { DeskSearch } from './desk-header.tsx'
import classes from './desk-layout.module.css'
import { DeskNavigation } from './desk-navigation.tsx'

interface Props {
  opened: boolean
  onClose: () => void
}

/** The way about the desk where there is no room for it beside the page. */
export default function DeskMenu({ opened, onClose }: Props) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size="17rem"
      title={m.shell_product()}
      closeButtonProps={{ 'aria-label': m.shell_close_menu() }}
    >
      <div className={classes.drawerSearch}>
        <DeskSearch />
      </div>
      <DeskNavigation />
    </Drawer>
  )
}
