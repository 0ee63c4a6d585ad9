import type { SendRemindersBody, SentReminders } from '@dunghan/contract'
import { civilDateAt, reminderSkip } from '@dunghan/domain'
import { act } from '../../act.ts'
import { authorize, type Ctx } from '../../context.ts'
import { recordedAt } from '../../db/recording.ts'
import type { Deps } from '../../deps.ts'
import { Refusal, type RefusedAt } from '../../refusal.ts'
import { historyStore } from '../history/history.store.ts'
import { type RemindableRecord, reminderStore } from './reminders.store.ts'

export function remindersService({ database }: Pick<Deps, 'database'>) {
  return {
    /**
     * The coordinator reminds units of what they owe, each assignment once a day. Those that are not
     * to be reminded are answered with the reason; the others are.
     * @throws Refusal `invalid-request` at each id that is none
     */
    send(ctx: Ctx, { assignmentIds, message }: SendRemindersBody): Promise<SentReminders> {
      const role = authorize(ctx, 'reminder.send')
      return act(database, ctx, async (tx) => {
        const found = await reminderStore(tx).listForUpdate(assignmentIds)
        const asked = inOrder(assignmentIds, found)
        const at = recordedAt(tx)
        const judged = asked.map((one) => ({
          assignmentId: one.id,
          reason: reminderSkip(one, civilDateAt(at)),
        }))
        const reminded = judged.flatMap(({ assignmentId, reason }) => (reason ? [] : assignmentId))
        await historyStore(tx).append(
          { ...ctx, now: at },
          ...reminded.map((assignmentId) => ({
            type: 'assignment.reminded' as const,
            role,
            subject: 'assignment' as const,
            subjectId: assignmentId,
            assignmentId,
            after: { message },
          })),
        )
        const skipped = judged.flatMap(({ assignmentId, reason }) =>
          reason ? [{ assignmentId, reason }] : [],
        )
        return { reminded, skipped }
      })
    },
  }
}

/** Each once, as asked for. */
function inOrder(ids: string[], found: RemindableRecord[]): RemindableRecord[] {
  const byId = new Map(found.map((one) => [one.id, one]))
  const unknown = ids.flatMap((id, i): RefusedAt[] =>
    byId.has(id) ? [] : [{ pointer: `/assignmentIds/${i}`, reason: 'unknown-id' }],
  )
  if (unknown.length > 0) throw new Refusal('invalid-request', { errors: unknown })
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
}
