import { z } from 'zod'

/** What the admin may turn. */
export const Settings = z
  .object({
    version: z.number().int(),
    requireSignedDirectives: z.boolean(),
    dueSoonDays: z.number().int().min(0).max(30),
    maxUploadMiB: z.number().int().min(1).max(500),
    maxExtensions: z.number().int().min(0).max(10),
  })
  .meta({ id: 'Settings' })

export const SettingsBody = z
  .strictObject({
    requireSignedDirectives: z.boolean(),
    dueSoonDays: z.number().int().min(0).max(30),
    maxUploadMiB: z.number().int().min(1).max(500),
    maxExtensions: z.number().int().min(0).max(10),
  })
  .meta({ id: 'EditSettings' })

export type Settings = z.infer<typeof Settings>
export type SettingsBody = z.infer<typeof SettingsBody>
