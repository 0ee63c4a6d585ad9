import { z } from 'zod'
import { Id, Instant } from './common.ts'

/** What is known of one digital signature in a PDF; each fact stands on its own. */
export const Signature = z
  .object({
    signer: z.string(),
    organization: z.string().nullable(),
    signedAt: Instant.nullable(),
    intact: z.boolean().meta({ description: 'The bytes that were signed are unchanged.' }),
    coversWholeFile: z.boolean().meta({ description: 'Nothing was added after it was signed.' }),
    trusted: z
      .boolean()
      .nullable()
      .meta({ description: 'Chains to a configured root; null where none is configured.' }),
    validAtSigning: z.boolean().meta({ description: 'The certificate was valid when it signed.' }),
    valid: z.boolean(),
    problem: z.string().nullable(),
  })
  .meta({ id: 'Signature' })

export const UploadFileBody = z
  .object({ file: z.string().meta({ format: 'binary' }) })
  .meta({ id: 'UploadFile' })

export const FileBytes = z
  .string()
  .meta({ format: 'binary', description: 'The bytes, or with `Range` a part of them (206).' })

export const File = z
  .object({
    id: Id,
    name: z.string(),
    mediaType: z.string(),
    size: z.number().int(),
    sha256: z.string(),
    uploadedAt: Instant,
    signatures: z.array(Signature),
  })
  .meta({ id: 'File' })

/** The issued, signed document itself, or something that goes with it. */
export const fileRoles = ['signed_document', 'supporting'] as const

export const FileUse = z
  .strictObject({ fileId: Id, role: z.enum(fileRoles) })
  .meta({ id: 'FileUse' })
export const FileUses = z.array(FileUse).max(30).default([])

export const AttachedFile = File.extend({ role: z.enum(fileRoles) }).meta({ id: 'AttachedFile' })

export type Signature = z.infer<typeof Signature>
export type File = z.infer<typeof File>
export type FileUse = z.infer<typeof FileUse>
export type AttachedFile = z.infer<typeof AttachedFile>
