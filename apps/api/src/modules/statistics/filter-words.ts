import type { StatisticsQuery } from '@dunghan/contract'
import { formatCivilDate, type StatisticsGrouping } from '@dunghan/domain'
import { stateWords, timelinessWords } from '../../documents/terms.ts'

type Labels = Partial<Record<StatisticsGrouping, (key: string) => string>>

/** By which groupings the keys of a query's filters are named. */
export const namedBy = {
  unitId: 'unit',
  unitType: 'unitType',
  kind: 'kind',
  directedById: 'leader',
  draftedById: 'specialist',
  status: 'status',
} as const satisfies Partial<Record<keyof StatisticsQuery, StatisticsGrouping>>

const titles: Record<keyof typeof namedBy, string> = {
  unitId: 'đơn vị',
  unitType: 'loại đơn vị',
  kind: 'loại văn bản',
  directedById: 'người chỉ đạo',
  draftedById: 'chuyên viên',
  status: 'tình trạng',
}

/** What a count was narrowed by, in words: whoever holds the paper sees what it counts. */
export function filterWords(query: StatisticsQuery, labels: Labels): string[] {
  const named = (Object.keys(namedBy) as (keyof typeof namedBy)[]).flatMap((field) => {
    const keys: readonly string[] | undefined = query[field]
    const label = labels[namedBy[field]]
    return keys && label ? [`${titles[field]}: ${keys.map(label).join(', ')}`] : []
  })
  const span = (what: string, from?: string, to?: string) =>
    from || to
      ? [
          [what, from && `từ ${formatCivilDate(from)}`, to && `đến ${formatCivilDate(to)}`]
            .filter(Boolean)
            .join(' '),
        ]
      : []
  const codes = <Code extends string>(
    what: string,
    words: Record<Code, { vi: string }>,
    given?: Code[],
  ) => (given ? [`${what}: ${given.map((code) => words[code].vi.toLowerCase()).join(', ')}`] : [])
  const flag = (value: boolean | undefined, yes: string, no: string) =>
    value === undefined ? [] : [value ? yes : no]
  return [
    ...named,
    ...codes('trạng thái', stateWords, query.state),
    ...codes('báo cáo', timelinessWords, query.timeliness),
    ...span('thời hạn', query.dueFrom, query.dueTo),
    ...span('hạn hiệu lực', query.effectiveDueFrom, query.effectiveDueTo),
    ...span('ngày ban hành', query.issuedFrom, query.issuedTo),
    ...span('chưa hoàn thành trước', query.activeFrom),
    ...flag(query.extended, 'được gia hạn', 'không gia hạn'),
    ...flag(query.extensionPending, 'đang đề nghị gia hạn', 'không đề nghị gia hạn'),
    ...span('gia hạn được quyết định', query.extensionDecidedFrom),
    ...(query.id ? [`${query.id.length} nhiệm vụ được chọn`] : []),
    ...(query.directiveId ? [`${query.directiveId.length} văn bản được chọn`] : []),
    ...(query.q ? [`có các từ “${query.q}”`] : []),
    ...(query.units === 'by_successor' ? ['đơn vị cũ tính vào đơn vị kế thừa'] : []),
  ]
}
