import { civilDateAt, formatCivilDate } from '@dunghan/domain'
import { demoAccounts, demoPassword, demoUnitAccount } from '../../../../prisma/demo/people.ts'
import { madeUpNotice } from '../../../../prisma/demo/phrases.ts'
import { demoUnits } from '../../../../prisma/demo/units.ts'
import type { Played } from './play-story.ts'

const roleNames = {
  admin: 'quản trị',
  specialist: 'chuyên viên soạn thảo',
  reviewer: 'phòng chuyên môn',
  coordinator: 'Phòng Hành chính – Tổ chức',
  leader: 'lãnh đạo',
} as const

const write = (line: string) => void process.stdout.write(`${line}\n`)

/** What whoever started the demonstration reads while it comes about. */
export const say = {
  building(directives: number): void {
    write(
      `${madeUpNotice}: đang dựng một tỉnh không có thật với khoảng ${directives} văn bản giao nhiệm vụ…`,
    )
  },
  progress({ done, of, at }: { done: number; of: number; at: Date }): void {
    const share = String(Math.floor((100 * done) / of)).padStart(3)
    write(`  ${share}%  đến ngày ${formatCivilDate(civilDateAt(at))}`)
  },
  built({ directives, assignments, acts }: Played, milliseconds: number): void {
    const seconds = Math.round(milliseconds / 1000)
    write(
      `  100%  ${directives} văn bản, ${assignments} việc giao cho đơn vị, ${acts} lượt xử lý, ${seconds} giây`,
    )
  },
  alreadyBuilt(): void {
    write(`${madeUpNotice} đã có sẵn. Xóa thư mục dữ liệu để dựng lại đến hôm nay.`)
  },
}

/** One account of each role, to be read off the terminal. */
export const accountsShown: readonly string[] = [
  '',
  `${madeUpNotice.toLocaleUpperCase('vi')}: mọi người, văn bản và số liệu ở đây đều không có thật.`,
  `Mật khẩu chung: ${demoPassword}`,
  ...firstOfEachRole().map(([username, who]) => `  ${username.padEnd(14)} ${who}`),
]

function firstOfEachRole(): [string, string][] {
  const roles = Object.keys(roleNames) as (keyof typeof roleNames)[]
  const office = roles.flatMap((role): [string, string][] => {
    const account = demoAccounts.find((each) => each.role === role)
    return account ? [[account.username, `${roleNames[role]} (${account.displayName})`]] : []
  })
  const unit = demoUnits.find(({ code }) => code === demoUnitAccount)
  return [...office, [demoUnitAccount, `đơn vị (${unit?.name})`]]
}
