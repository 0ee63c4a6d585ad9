import { foldText, type Role, vietnameseSortKey } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import type { Database } from '../../src/db/client.ts'
import { hashPassword } from '../../src/modules/accounts/password-hash.ts'

/** One account of every role, and that of a second unit. */
export type Person = Role | 'otherUnit'

export interface Seed {
  accounts: Record<Person, { id: string; username: string; displayName: string }>
  /** `unit` has the account `unit`, `otherUnit` the account `otherUnit`. */
  units: Record<'unit' | 'otherUnit', { id: string; code: string; name: string }>
  leaders: Record<'chairman' | 'deputy', { id: string; name: string }>
  /** A session of that account, as signing in makes it. */
  insertSession(accountId: string): Promise<string>
}

/** The password of every seeded account. */
export const seededPassword = 'mật khẩu để thử 2026'

const people: Record<Person, string> = {
  specialist: 'Nguyễn Thị Chuyên Viên',
  reviewer: 'Trần Văn Xác Nhận',
  coordinator: 'Lê Thị Tổng Hợp',
  leader: 'Phạm Văn Lãnh Đạo',
  admin: 'Đỗ Thị Quản Trị',
  unit: 'Sở Xây dựng',
  otherUnit: 'Ủy ban nhân dân xã Đông Hòa',
}

/** Fills an empty database with those who act in tests. @param now when they were made */
export async function seed({ prisma }: Pick<Database, 'prisma'>, now: Date): Promise<Seed> {
  const units: Seed['units'] = {
    unit: { id: newId(), code: 'so-xay-dung', name: 'Sở Xây dựng' },
    otherUnit: { id: newId(), code: 'xa-dong-hoa', name: 'Ủy ban nhân dân xã Đông Hòa' },
  }
  await prisma.unit.createMany({
    data: Object.values(units).map((unit) => ({
      ...unit,
      shortName: unit.name,
      type: unit.code.startsWith('xa-') ? 'commune' : 'department',
      searchText: foldText(`${unit.code} ${unit.name}`),
    })),
  })
  const leaders: Seed['leaders'] = {
    chairman: { id: newId(), name: 'Nguyễn Văn Đức' },
    deputy: { id: newId(), name: 'Trần Thị Ánh' },
  }
  await prisma.leader.createMany({
    data: Object.entries(leaders).map(([key, leader]) => ({
      ...leader,
      position: key === 'chairman' ? 'Chủ tịch' : 'Phó Chủ tịch',
      searchText: foldText(leader.name),
      sortKey: vietnameseSortKey(leader.name),
    })),
  })
  const passwordHash = await hashPassword(seededPassword)
  const accounts = {} as Seed['accounts']
  for (const [person, displayName] of Object.entries(people) as [Person, string][]) {
    const isUnit = person === 'unit' || person === 'otherUnit'
    const account = { id: newId(), username: person.toLowerCase(), displayName }
    accounts[person] = account
    await prisma.account.create({
      data: {
        ...account,
        roles: [isUnit ? 'unit' : person],
        unitId: isUnit ? units[person].id : null,
        passwordHash,
        mustChangePassword: false,
        createdAt: now,
        searchText: foldText(`${account.username} ${displayName}`),
      },
    })
  }
  const insertSession = async (accountId: string) => {
    const expiresAt = new Date(now.getTime() + 12 * 3600 * 1000)
    const session = { id: newId(), accountId, startedAt: now, expiresAt }
    await prisma.session.create({ data: session })
    return session.id
  }
  return { accounts, units, leaders, insertSession }
}
