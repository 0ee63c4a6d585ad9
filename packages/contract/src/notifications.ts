import {
  type NotificationKind,
  notificationKinds,
  reminderSkips,
  timelinesses,
} from '@dunghan/domain'
import { z } from 'zod'
import { CivilDate, Email, Flag, Id, Instant, optional, PageQuery, page, prose } from './common.ts'

const Kind = z.enum(notificationKinds as [NotificationKind, ...NotificationKind[]])

/** The words and dates as they were when it was told; what does not apply is null. */
export const NotificationFacts = z
  .object({
    directive: z
      .object({
        id: Id,
        number: z.string().nullable(),
        symbol: z.string().nullable(),
        title: z.string(),
      })
      .nullable(),
    task: z.string().nullable().meta({ description: 'Null when it is about several tasks.' }),
    unit: z.object({ id: Id, code: z.string(), name: z.string() }).nullable().meta({
      description: 'Whose work it is, for those who are told of work that is not their own.',
    }),
    dueOn: CivilDate.nullable(),
    effectiveDueOn: CivilDate.nullable(),
    previousDueOn: CivilDate.nullable().meta({ description: 'Before the date was moved.' }),
    askedDueOn: CivilDate.nullable().meta({ description: 'What an extension was asked to.' }),
    workingDaysLeft: z.number().int().nullable(),
    role: z.enum(['lead', 'support']).nullable(),
    timeliness: z.enum(timelinesses).nullable(),
    decision: z.enum(['approved', 'rejected']).nullable(),
    note: z.string().nullable().meta({ description: 'A comment, a reason, a message.' }),
    monthlyReport: z.object({ id: Id, title: z.string() }).nullable(),
  })
  .meta({ id: 'NotificationFacts' })

/** What an account was told once. */
export const Notification = z
  .object({
    id: Id,
    kind: Kind,
    at: Instant,
    readAt: Instant.nullable(),
    assignmentId: Id.nullable(),
    directiveId: Id.nullable(),
    count: z.number().int().meta({ description: 'How many assignments it is about.' }),
    facts: NotificationFacts,
  })
  .meta({ id: 'Notification' })

export const NotificationListQuery = z.strictObject({ ...PageQuery, unread: Flag.optional() })

/** Newest first. */
export const NotificationPage = page(Notification)
  .extend({ unread: z.number().int().meta({ description: 'Of all, not only of this page.' }) })
  .meta({ id: 'NotificationPage' })

export const ReadAllBody = z
  .strictObject({
    upTo: Id.meta({ description: 'The newest one seen: what came after it stays unread.' }),
  })
  .meta({ id: 'ReadAllNotifications' })

const ToldBy = z.strictObject({ bell: z.boolean(), mail: z.boolean() })

export const NotificationSettings = z
  .object({
    email: z.string().nullable(),
    mailServed: z.boolean().meta({ description: 'Whether this server sends mail at all.' }),
    kinds: z.array(
      z.object({ kind: Kind, mandatory: z.boolean(), bell: z.boolean(), mail: z.boolean() }),
    ),
  })
  .meta({ id: 'NotificationSettings' })

export const EditNotificationSettingsBody = z
  .strictObject({
    email: optional(Email),
    kinds: z.partialRecord(Kind, ToldBy).meta({
      description: 'Kinds left out are told as they come. A mandatory one cannot be silenced.',
    }),
  })
  .meta({ id: 'EditNotificationSettings' })

/** The coordinator reminds several units at once. */
export const SendRemindersBody = z
  .strictObject({
    assignmentIds: z.array(Id).min(1).max(500),
    message: optional(prose(1000)),
  })
  .meta({ id: 'SendReminders' })

export const SentReminders = z
  .object({
    reminded: z.array(Id).meta({ description: 'The assignments whose units were told.' }),
    skipped: z.array(z.object({ assignmentId: Id, reason: z.enum(reminderSkips) })),
  })
  .meta({ id: 'SentReminders' })

export type Notification = z.infer<typeof Notification>
export type NotificationFacts = z.infer<typeof NotificationFacts>
export type NotificationListQuery = z.infer<typeof NotificationListQuery>
export type NotificationPage = z.infer<typeof NotificationPage>
export type ReadAllBody = z.infer<typeof ReadAllBody>
export type NotificationSettings = z.infer<typeof NotificationSettings>
export type EditNotificationSettingsBody = z.infer<typeof EditNotificationSettingsBody>
export type SendRemindersBody = z.infer<typeof SendRemindersBody>
export type SentReminders = z.infer<typeof SentReminders>
