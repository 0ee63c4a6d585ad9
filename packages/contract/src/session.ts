import { type Permission, permissions, roles } from '@dunghan/domain'
import { z } from 'zod'
import { Id, Instant, lookup } from './common.ts'

export const SignedInAccount = z
  .object({
    id: Id,
    username: z.string(),
    displayName: z.string(),
    roles: z.array(z.enum(roles)),
    unit: z.object({ id: Id, code: z.string(), name: z.string() }).nullable(),
    mustChangePassword: z.boolean(),
  })
  .meta({ id: 'SignedInAccount' })

export const SignInBody = z.strictObject({
  username: lookup(100).min(1),
  password: z.string().min(1).max(200),
})

/** What the office's settings allow everyone who is signed in. */
export const Limits = z
  .object({
    maxUploadBytes: z.number().int().meta({ description: 'What one file may weigh.' }),
  })
  .meta({ id: 'Limits' })

export const SessionAnswer = z
  .object({
    accessToken: z.string(),
    expiresAt: Instant,
    account: SignedInAccount,
    limits: Limits,
  })
  .meta({ id: 'Session' })

export const Me = SignedInAccount.extend({
  permissions: z.array(z.enum(Object.keys(permissions) as Permission[])),
  limits: Limits,
}).meta({
  id: 'Me',
})

export const ChangePasswordBody = z.strictObject({
  currentPassword: z.string().min(1).max(200),
  newPassword: z.string().min(1).max(200),
})

export type SignedInAccount = z.infer<typeof SignedInAccount>
export type Limits = z.infer<typeof Limits>
export type SignInBody = z.infer<typeof SignInBody>
export type SessionAnswer = z.infer<typeof SessionAnswer>
export type Me = z.infer<typeof Me>
export type ChangePasswordBody = z.infer<typeof ChangePasswordBody>
