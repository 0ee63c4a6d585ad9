import type { Tx } from '../../db/transaction.ts'

export function settingStore(db: Tx) {
  return {
    /**
     * All values at once, as they are from now on; those before stay for questions about the past.
     * @param version the one these values were made from
     * @param at when the change came on record
     * @returns false when somebody saved in between
     */
    async append(values: object, version: number, at: Date): Promise<boolean> {
      const appended = await db.$executeRaw`
        INSERT INTO settings_change (version, recorded_at, values)
        VALUES (${version + 1}, ${at}::timestamptz, ${JSON.stringify(values)}::jsonb)
        ON CONFLICT DO NOTHING`
      return appended === 1
    },
  }
}
