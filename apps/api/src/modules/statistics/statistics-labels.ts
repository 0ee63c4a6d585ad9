import { type ComplianceGrouping, formatCivilDate, type StatisticsGrouping } from '@dunghan/domain'
import type { Language } from '../../context.ts'
import type { Tx } from '../../db/transaction.ts'
import { kindWords, overdueAgeWords, statusWords, unitTypeWords } from '../../documents/terms.ts'
import type { Ground } from '../assignments/as-of.ts'
import { formerFactsStore } from '../history/former-facts.store.ts'
import { nameStore } from './names.store.ts'

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
      return fixed(unitTypeWords)
    case 'kind':
      return fixed(kindWords)
    case 'status':
      return fixed(statusWords)
    case 'overdueAge':
      return fixed(overdueAgeWords)
    case 'day':
      return formatCivilDate
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
