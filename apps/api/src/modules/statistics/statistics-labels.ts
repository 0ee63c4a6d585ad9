import type {
  AssignmentStatus,
  ComplianceGrouping,
  DirectiveKind,
  OverdueAge,
  StatisticsGrouping,
  UnitType,
} from '@dunghan/domain'
import type { Language } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import type { Ground } from '../assignments/as-of.ts'
import { formerFactsStore } from '../history/former-facts.store.ts'
import { nameStore } from './names.store.ts'

type Words<Key extends string> = Record<Key, Record<Language, string>>

const unitTypes: Words<UnitType> = {
  department: { vi: 'Sở, ban, ngành tỉnh', en: 'Departments' },
  agency: { vi: 'Cơ quan, đơn vị thuộc tỉnh', en: 'Provincial agencies' },
  central_agency: { vi: 'Cơ quan trung ương tại tỉnh', en: 'Central agencies in the province' },
  district: { vi: 'Huyện, thị xã, thành phố', en: 'Districts' },
  commune: { vi: 'Xã', en: 'Communes' },
  ward: { vi: 'Phường', en: 'Wards' },
  other: { vi: 'Khác', en: 'Other' },
}

const kinds: Words<DirectiveKind> = {
  official_letter: { vi: 'Công văn', en: 'Official letter' },
  conclusion_notice: { vi: 'Thông báo kết luận', en: 'Conclusion notice' },
  other_directive: { vi: 'Văn bản chỉ đạo khác', en: 'Other directive' },
  opinion_poll: { vi: 'Phiếu lấy ý kiến', en: 'Opinion poll' },
}

const statuses: Words<AssignmentStatus> = {
  in_progress: { vi: 'Đang thực hiện', en: 'In progress' },
  due_soon: { vi: 'Sắp đến hạn', en: 'Due soon' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  awaiting_review: { vi: 'Chờ xác nhận', en: 'Awaiting review' },
  completed_early: { vi: 'Hoàn thành trước hạn', en: 'Completed early' },
  completed_on_time: { vi: 'Hoàn thành đúng hạn', en: 'Completed on time' },
  completed_late: { vi: 'Hoàn thành trễ hạn', en: 'Completed late' },
}

const ages: Words<OverdueAge> = {
  '1-5': { vi: '1–5 ngày làm việc', en: '1–5 working days' },
  '6-10': { vi: '6–10 ngày làm việc', en: '6–10 working days' },
  '11-20': { vi: '11–20 ngày làm việc', en: '11–20 working days' },
  '21-60': { vi: '21–60 ngày làm việc', en: '21–60 working days' },
  'over-60': { vi: 'Trên 60 ngày làm việc', en: 'Over 60 working days' },
}

const months = {
  month: (key: string) => key.replace(/^(\d{4})-(\d{2})$/, '$2/$1'),
  quarter: (key: string, language: Language) =>
    key.replace(/^(\d{4})-Q(\d)$/, language === 'vi' ? 'Quý $2/$1' : 'Q$2 $1'),
}

/** What a group's key is called, in words; people and units as they were named then. */
export async function labelsOf(
  db: Tx,
  groupBy: StatisticsGrouping | ComplianceGrouping,
  ground: Ground,
  language: Language,
): Promise<(key: string) => string> {
  const fixed = (words: Record<string, Record<Language, string>>) => (key: string) =>
    words[key]?.[language] ?? key
  switch (groupBy) {
    case 'unit': {
      const names = new Map([...ground.units.values()].map(({ unit }) => [unit.id, unit.name]))
      return (key) => names.get(key) ?? key
    }
    case 'leader':
      return named(await nameStore(db).listLeaders(), 'leader')
    case 'specialist':
    case 'recorder':
    case 'reviewer':
      return named(await nameStore(db).listAccounts(), 'account')
    case 'unitType':
      return fixed(unitTypes)
    case 'kind':
      return fixed(kinds)
    case 'status':
      return fixed(statuses)
    case 'overdueAge':
      return fixed(ages)
    case 'month':
      return months.month
    case 'quarter':
      return (key) => months.quarter(key, language)
    case 'year':
      return (key) => key
  }

  async function named(present: { id: string; name: string }[], subject: 'leader' | 'account') {
    type Facts = { name: string; displayName: string }
    const former = await formerFactsStore(db).listAsOf<Facts>(subject, ground.at)
    const names = new Map(
      present.map(({ id, name }) => {
        const then = former.get(id)
        return [id, then?.name ?? then?.displayName ?? name]
      }),
    )
    return (key: string) => names.get(key) ?? key
  }
}
