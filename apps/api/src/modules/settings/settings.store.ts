import type { Tx } from '../../db/transaction.ts'

/** The row that counts the changes; every other row is one setting. */
const versionKey = 'version'

export function settingStore(db: Tx) {
  return {
    /** How often the settings were saved, plus one: 1 while all are as they came. */
    async getVersion(): Promise<number> {
      const row = await db.setting.findUnique({ where: { key: versionKey } })
      return row === null ? 1 : Number(row.value)
    },

    /**
     * Saves all values at once. The row of the version is what two who save at the same moment
     * wait for, also the first time, when it is not there yet.
     * @param version the one these values were made from
     * @returns false when somebody saved in between
     */
    async save(values: Record<string, boolean | number>, version: number): Promise<boolean> {
      const counted = await db.$executeRaw`
        INSERT INTO setting (key, value) VALUES (${versionKey}, to_jsonb(${version + 1}::int))
        ON CONFLICT (key) DO UPDATE SET value = excluded.value
         WHERE setting.value = to_jsonb(${version}::int)`
      if (counted === 0) return false
      for (const [key, value] of Object.entries(values)) {
        await db.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
      }
      return true
    },
  }
}
