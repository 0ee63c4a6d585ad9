import type { NotificationChoices, Role } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import { containingAll } from '../../db/like.ts'
import type { Tx } from '../../db/transaction.ts'

export interface AccountRecord {
  id: string
  version: number
  username: string
  displayName: string
  roles: Role[]
  /** For the account of a unit. */
  unit: { id: string; code: string; name: string } | null
  /** A PHC string. */
  passwordHash: string
  /** Where its digests go. */
  email: string | null
  /** Null: it is told as things come. */
  notificationChoices: NotificationChoices | null
  mustChangePassword: boolean
  disabledAt: Date | null
  createdAt: Date
}

export interface AccountFilter {
  /** Folded words; all of them must occur. */
  words: string[]
  /** Any of them. */
  roles?: Role[]
}

/** One number for all processes of the product. */
const anyAccountLock = 1_298_2014

/** What is read of an account, here and where another table leads to it. */
export const accountColumns = {
  include: { unit: { select: { id: true, code: true, name: true } } },
} as const

type Row = Prisma.AccountGetPayload<typeof accountColumns>

/** @param row as read with `accountColumns` */
export const accountRecord = ({ unitId, searchText, ...row }: Row): AccountRecord => ({
  ...row,
  roles: row.roles as Role[],
  notificationChoices: row.notificationChoices as NotificationChoices | null,
})

const columns = (
  { unit: ofUnit, notificationChoices, ...account }: AccountRecord,
  searchText: string,
) => ({
  ...account,
  notificationChoices: (notificationChoices as Prisma.InputJsonObject | null) ?? Prisma.DbNull,
  searchText,
  unitId: ofUnit?.id ?? null,
})

const where = ({ words, roles }: AccountFilter): Prisma.AccountWhereInput => ({
  AND: containingAll(words),
  roles: roles && { hasSome: roles },
})

export function accountStore(db: Tx) {
  const findBy = async (key: Prisma.AccountWhereUniqueInput): Promise<AccountRecord | null> => {
    const row = await db.account.findUnique({ where: key, ...accountColumns })
    return row && accountRecord(row)
  }
  return {
    findById: (id: string) => findBy({ id }),
    findByUsername: (username: string) => findBy({ username }),
    findByUnitId: (unitId: string) => findBy({ unitId }),

    /** The accounts of these units, by unit. */
    async listOfUnits(unitIds: string[]): Promise<Map<string, AccountRecord>> {
      const rows = await db.account.findMany({
        where: { unitId: { in: unitIds } },
        ...accountColumns,
      })
      return new Map(rows.map((row) => [row.unitId ?? '', accountRecord(row)]))
    },

    /** By username, after the username given. */
    async list(
      filter: AccountFilter,
      after: string | null,
      limit: number,
    ): Promise<AccountRecord[]> {
      const rows = await db.account.findMany({
        where: { ...where(filter), ...(after === null ? {} : { username: { gt: after } }) },
        ...accountColumns,
        orderBy: { username: 'asc' },
        take: limit,
      })
      return rows.map(accountRecord)
    },

    /** Those who may draft and can sign in. */
    async listSpecialists(): Promise<Pick<AccountRecord, 'id' | 'displayName'>[]> {
      return db.account.findMany({
        where: { roles: { has: 'specialist' }, disabledAt: null },
        select: { id: true, displayName: true },
      })
    },

    count: (filter: AccountFilter): Promise<number> => db.account.count({ where: where(filter) }),

    /** As `findById`; until the transaction ends nobody else changes the account. */
    async lockById(id: string): Promise<AccountRecord | null> {
      await db.$queryRaw`SELECT 1 FROM account WHERE id = ${id}::uuid FOR UPDATE`
      return findBy({ id })
    },

    /** Until the transaction ends nobody else who asks this makes an account. */
    async lockWhetherAny(): Promise<void> {
      await db.$queryRaw`SELECT pg_advisory_xact_lock(${anyAccountLock}::bigint)::text`
    },

    /** The admins who can sign in; until the transaction ends nobody else changes one of them. */
    async lockActiveAdmins(): Promise<string[]> {
      const rows = await db.$queryRaw<{ id: string }[]>`
        SELECT id FROM account WHERE 'admin' = ANY (roles) AND disabled_at IS NULL
         ORDER BY id FOR UPDATE`
      return rows.map(({ id }) => id)
    },

    async insert(account: AccountRecord, searchText: string): Promise<void> {
      await db.account.create({ data: columns(account, searchText) })
    },

    /** @returns false when the version kept is not `account.version`: somebody saved in between */
    async save(account: AccountRecord, searchText: string): Promise<boolean> {
      const { id, version, createdAt, ...data } = columns(account, searchText)
      const { count } = await db.account.updateMany({
        where: { id, version },
        data: { ...data, version: version + 1 },
      })
      return count === 1
    },

    /**
     * The account's own choice of a password.
     * @param verified the account, and the hash its present password was checked against
     * @returns false when that is not its password any more, or it was disabled
     */
    async savePassword(
      verified: Pick<AccountRecord, 'id' | 'passwordHash'>,
      passwordHash: string,
    ): Promise<boolean> {
      const { count } = await db.account.updateMany({
        where: { ...verified, disabledAt: null },
        data: { passwordHash, mustChangePassword: false, version: { increment: 1 } },
      })
      return count === 1
    },
  }
}
