import { Notifications } from '@mantine/notifications'

/** Where what is said in passing is shown; what was said before it came is shown once it is there. */
export default function Notices() {
  return <Notifications position="bottom-right" />
}
