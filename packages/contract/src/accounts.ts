import { roles } from '@dunghan/domain'
import { z } from 'zod'
import {
  anyOf,
  Email,
  Id,
  Instant,
  line,
  optional,
  orNull,
  PageQuery,
  page,
  SearchQuery,
} from './common.ts'

const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,59}$/)
  .meta({ example: 'nguyen.van.a' })
const Roles = z.array(z.enum(roles)).min(1).max(roles.length)

export const Account = z
  .object({
    id: Id,
    version: z.number().int(),
    username: z.string(),
    displayName: z.string(),
    roles: z.array(z.enum(roles)),
    unit: z.object({ id: Id, code: z.string(), name: z.string() }).nullable(),
    email: z.string().nullable().meta({ description: 'Where its digests go.' }),
    mustChangePassword: z.boolean(),
    disabledAt: Instant.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'Account' })

export const OneTimePassword = z.string().meta({
  description: 'Shown this once, never again: the same Idempotency-Key gets an answer without it.',
})

export const CreatedAccount = Account.extend({ oneTimePassword: OneTimePassword.optional() }).meta({
  id: 'CreatedAccount',
})

export const CreateAccountBody = z
  .strictObject({
    username: Username,
    displayName: line(100),
    roles: Roles,
    unitId: optional(Id),
    email: optional(Email),
    password: z.string().min(1).max(200).optional(),
  })
  .meta({ id: 'CreateAccount' })

export const EditAccountBody = z
  .strictObject({
    displayName: line(100).optional(),
    roles: Roles.optional(),
    email: orNull(Email).optional(),
    disabled: z.boolean().optional(),
  })
  .meta({ id: 'EditAccount' })

export const PasswordResetAnswer = z
  .object({ oneTimePassword: OneTimePassword.optional() })
  .meta({ id: 'PasswordReset' })

export const AccountListQuery = z.strictObject({
  ...PageQuery,
  ...SearchQuery,
  role: anyOf(z.enum(roles)),
})
export const AccountPage = page(Account).meta({ id: 'AccountPage' })

/** How a person is named inside other answers. */
export const AccountRef = z.object({ id: Id, displayName: z.string() }).meta({ id: 'AccountRef' })

/** Those who can sign in and draft directives, by name. */
export const SpecialistList = z
  .object({ items: z.array(AccountRef) })
  .meta({ id: 'SpecialistList' })

export type Account = z.infer<typeof Account>
export type CreatedAccount = z.infer<typeof CreatedAccount>
export type CreateAccountBody = z.infer<typeof CreateAccountBody>
export type EditAccountBody = z.infer<typeof EditAccountBody>
export type PasswordResetAnswer = z.infer<typeof PasswordResetAnswer>
export type AccountListQuery = z.infer<typeof AccountListQuery>
export type AccountPage = z.infer<typeof AccountPage>
export type AccountRef = z.infer<typeof AccountRef>
export type SpecialistList = z.infer<typeof SpecialistList>
