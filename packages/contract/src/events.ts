import { z } from 'zod'
import { Id } from './common.ts'

/** Something of what this account may read has changed; of what, not how. */
export const WorkChanged = z
  .union([
    z.object({ assignmentIds: z.array(Id), directiveIds: z.array(Id) }),
    z.object({ many: z.literal(true) }),
  ])
  .meta({ id: 'WorkChanged' })

export const EventStream = z.string().meta({
  description: `A stream of Server-Sent Events that begins now, or after \`Last-Event-ID\`:

- \`event: ready\`: all that was missed has been sent. Its data is \`{}\`.
- \`event: notification\`: the account was told of something; data is a \`Notification\`.
- \`event: work\`: something of what the account may read has changed, to be read again; data is a
  \`WorkChanged\`: \`{"assignmentIds": [], "directiveIds": []}\`, or \`{"many": true}\`.

Every event has an \`id\`; the latest one goes back as \`Last-Event-ID\`, and nothing is lost and no
notification sent twice. A comment comes every 20 seconds. The stream ends with its access token, or
when the session does; of more than ten streams of one account the oldest ends.`,
})

export type WorkChanged = z.infer<typeof WorkChanged>
