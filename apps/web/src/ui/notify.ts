import { notifications } from '@mantine/notifications'
import type { ApiProblem } from '../api/problem.ts'
import { m } from '../paraglide/messages.js'

/** Says in passing that something was done; never the only place where it can be seen. */
export function notifyDone(message: string, title?: string): void {
  notifications.show({
    message,
    title,
    color: 'teal',
    withBorder: true,
    autoClose: 5000,
    closeButtonProps: { 'aria-label': m.ui_close() },
  })
}

/** Says that something could not be done, where no form or page shows it. */
export function notifyProblem(problem: ApiProblem | null): void {
  const { title, detail } = problem ?? { title: m.ui_problem_unexpected(), detail: '' }
  notifications.show({
    title,
    message: detail,
    color: 'red',
    withBorder: true,
    autoClose: false,
    closeButtonProps: { 'aria-label': m.ui_close() },
  })
}
