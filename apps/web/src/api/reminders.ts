import { useMutation } from '@tanstack/react-query'
import { useActOnce } from './act-once.ts'
import { answer, client } from './client.ts'
import { queryClient } from './query-client.ts'
import type { Schema } from './types.ts'

export type SentReminders = Schema<'SentReminders'>

type Body = Schema<'SendRemindersInput'>

/** Reminds the units that answer for these assignments; of each it is told, or why it was not. */
export function useRemind() {
  const once = useActOnce()
  const { mutateAsync } = useMutation({
    mutationKey: ['reminders', 'send'],
    mutationFn: (body: Body) =>
      answer(client.POST('/api/v1/reminders', { body, headers: once(body) })),
    // The history of each tells of it.
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['assignments', 'history'] }),
  })
  return mutateAsync
}
