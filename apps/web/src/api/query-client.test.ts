import { beforeEach, expect, it, vi } from 'vitest'
import { queryClient } from './query-client.ts'
import { signIn, signOut } from './session.ts'

beforeEach(() => {
  vi.stubGlobal('fetch', async (_url: string, { method, body }: RequestInit) =>
    method === 'DELETE'
      ? new Response(null, { status: 204 })
      : Response.json({
          accessToken: 'token',
          expiresAt: new Date(Date.now() + 600_000).toISOString(),
          limits: { maxUploadBytes: 1 },
          account: { id: JSON.parse(String(body)).username, roles: ['specialist'] },
        }),
  )
})

it('keeps what an account read while it works, and nothing of it for the next', async () => {
  await signIn('lan', 'x')
  queryClient.setQueryData(['assignments', 'one', 'a'], 'of lan')
  await signIn('lan', 'x')
  expect(queryClient.getQueryData(['assignments', 'one', 'a'])).toBe('of lan')
  await signIn('minh', 'x')
  expect(queryClient.getQueryCache().getAll()).toEqual([])
})

it('keeps nothing once the account signed out', async () => {
  await signIn('lan', 'x')
  queryClient.setQueryData(['assignments', 'one', 'a'], 'of lan')
  await signOut()
  expect(queryClient.getQueryCache().getAll()).toEqual([])
})
