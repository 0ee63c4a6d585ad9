import { notifications } from '@mantine/notifications'

/** Says in passing that something was done; never the only place where it can be seen. */
export function notifyDone(message: string, title?: string): void {
  notifications.show({ message, title, color: 'teal', withBorder: true, autoClose: 5000 })
}
