import { z } from 'zod'

/** What the admin may turn, each with its limits. What they are at first, the API knows. */
const values = {
  /** A directive's file without a valid digital signature is refused, not only warned of. */
  requireSignedDirectives: z.boolean(),
  /** Working days before the effective due date from which an assignment is "due soon". */
  dueSoonDays: z.number().int().min(0).max(30),
  maxUploadMiB: z.number().int().min(1).max(500),
  maxExtensions: z.number().int().min(0).max(10),
}

export const SettingsBody = z.strictObject(values).meta({ id: 'EditSettings' })

export const Settings = z.object({ version: z.number().int(), ...values }).meta({ id: 'Settings' })

export type Settings = z.infer<typeof Settings>
export type SettingsBody = z.infer<typeof SettingsBody>
