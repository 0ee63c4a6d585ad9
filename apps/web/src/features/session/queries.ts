import { mutationOptions } from '@tanstack/react-query'
import { answer, client } from '../../api/client.ts'

export const changePassword = mutationOptions({
  mutationKey: ['session', 'password'],
  mutationFn: (body: { currentPassword: string; newPassword: string }) =>
    answer(client.PUT('/api/v1/me/password', { body })),
})
