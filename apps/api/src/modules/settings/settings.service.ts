import type { Settings, SettingsBody } from '@dunghan/contract'
import { act } from '../../act.ts'
import { authorize, type Ctx, requireVersion } from '../../context.ts'
import { recordedAt } from '../../db/recording.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import { historyStore } from '../history/history.store.ts'
import { settingStore } from './settings.store.ts'

/** The settings are one thing without an id of its own; the history knows them by this one. */
const settingsId = '00000000-0000-7000-8000-000000000001'

export function settingsService({ database, rulebooks }: Pick<Deps, 'database' | 'rulebooks'>) {
  const asTheyStand = async (tx: Tx): Promise<Settings> => {
    const { settings, versions } = await rulebooks.of(tx)
    return { version: versions.settings, ...settings }
  }
  return {
    async get(ctx: Ctx): Promise<Settings> {
      authorize(ctx, 'settings.manage')
      return asTheyStand(database.prisma)
    },

    /** All of them at once. @throws Refusal `stale` */
    async change(ctx: Ctx, expected: number, body: SettingsBody): Promise<Settings> {
      const role = authorize(ctx, 'settings.manage')
      const changed = await act(database, ctx, async (tx) => {
        const { version, ...before } = await asTheyStand(tx)
        requireVersion(version, expected)
        const at = recordedAt(tx)
        if (!(await settingStore(tx).append(body, version, at))) throw new Refusal('stale')
        await historyStore(tx).append(
          { ...ctx, now: at },
          {
            type: 'settings.changed',
            role,
            subject: 'settings',
            subjectId: settingsId,
            before,
            after: body,
          },
        )
        return { version: version + 1, ...body }
      })
      // What is only read may be some seconds old; whoever changed it sees it at once.
      await rulebooks.renew()
      return changed
    },
  }
}
