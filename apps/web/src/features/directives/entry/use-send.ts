import { useMutation } from '@tanstack/react-query'
import { useActOnce } from '../../../api/act-once.ts'
import { answer, client } from '../../../api/client.ts'
import { queryClient } from '../../../api/query-client.ts'
import type { Schema } from '../../../api/types.ts'
import { directive, forgetFigures } from '../queries.ts'

/** Enters a directive; pressed twice, it is entered once. */
export function useSend(
  onSent: (entered: Schema<'Directive'>) => void,
  onRefused: (e: Error) => void,
) {
  const once = useActOnce()
  return useMutation({
    mutationKey: ['directives', 'enter'],
    mutationFn: (body: Schema<'EnterDirectiveInput'>) =>
      answer(client.POST('/api/v1/directives', { body, headers: once(body) })),
    onSuccess: (entered) => {
      queryClient.setQueryData(directive(entered.id).queryKey, entered)
      forgetFigures()
      onSent(entered)
    },
    onError: onRefused,
  })
}
