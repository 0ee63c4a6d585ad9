import type { Tx } from '../../db/transaction.ts'

/** What those by whom is counted are called now. */
export function nameStore(db: Tx) {
  return {
    listLeaders: (): Promise<{ id: string; name: string }[]> =>
      db.leader.findMany({ select: { id: true, name: true } }),

    /** Of the accounts of the office: units are not counted by who signs in. */
    async listAccounts(): Promise<{ id: string; name: string }[]> {
      const where = { unitId: null }
      const rows = await db.account.findMany({ where, select: { id: true, displayName: true } })
      return rows.map(({ id, displayName }) => ({ id, name: displayName }))
    },
  }
}
