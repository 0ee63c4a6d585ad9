import { extensionDecisions, extensionOutcomes } from '@dunghan/domain'
import { z } from 'zod'
import { AccountRef } from './accounts.ts'
import { CivilDate, Id, Instant, optional, prose } from './common.ts'

export const RequestExtensionBody = z
  .strictObject({ dueOn: optional(CivilDate), reason: optional(prose(2000, 0)) })
  .meta({ id: 'RequestExtension' })

export const DecideExtensionBody = z
  .strictObject({
    decision: z.enum(extensionDecisions),
    dueOn: optional(CivilDate).meta({
      description: 'The new due date, where it is not the one asked for; only with an approval.',
    }),
    comment: optional(prose(2000, 0)).meta({ description: 'Needed for a rejection.' }),
  })
  .refine(({ decision, dueOn }) => decision === 'approved' || dueOn === null, {
    path: ['dueOn'],
    error: 'approval-only',
  })
  .meta({ id: 'DecideExtension' })

export const MoveDueDateBody = z
  .strictObject({ dueOn: optional(CivilDate), reason: optional(prose(2000, 0)) })
  .meta({ id: 'MoveDueDate' })

export const Extension = z
  .object({
    id: Id,
    dueOn: CivilDate.meta({ description: 'The date asked for.' }),
    reason: z.string(),
    requestedAt: Instant,
    requestedBy: AccountRef,
    decision: z.enum(extensionOutcomes).nullable().meta({
      description:
        'Null while it waits. `lapsed`: a report was sent, the assignment was withdrawn, or the office moved the due date that far, before it was decided.',
    }),
    decidedDueOn: CivilDate.nullable(),
    comment: z.string().nullable(),
    decidedAt: Instant.nullable(),
    decidedBy: AccountRef.nullable(),
  })
  .meta({ id: 'Extension' })

export type RequestExtensionBody = z.infer<typeof RequestExtensionBody>
export type DecideExtensionBody = z.infer<typeof DecideExtensionBody>
export type MoveDueDateBody = z.infer<typeof MoveDueDateBody>
export type Extension = z.infer<typeof Extension>
