import type { Statistics, StatisticsExportQuery } from '@dunghan/contract'
import { civilDateAt, formatOfficialDate, type StatisticsGrouping } from '@dunghan/domain'
import type { Ctx } from '../../context.ts'
import type { Deps } from '../../deps.ts'
import type { DocumentFile } from '../../documents/document-file.ts'
import { drawDocument } from '../../documents/draw-document.ts'
import { letterhead } from '../../documents/letterhead.ts'
import type { Paper } from '../../documents/paper.ts'
import { periodText, untilText } from '../../documents/vietnamese.ts'
import { Refusal } from '../../refusal.ts'
import { groundAsOf } from '../assignments/as-of.ts'
import { filterWords, namedBy } from './filter-words.ts'
import { statisticsService } from './statistics.service.ts'
import { statisticsColumns, statisticsPaperTable } from './statistics-columns.ts'
import { labelsOf } from './statistics-labels.ts'

const groupingTitles: Record<StatisticsGrouping, string> = {
  unit: 'Đơn vị',
  unitType: 'Loại đơn vị',
  leader: 'Người chỉ đạo',
  kind: 'Loại văn bản',
  specialist: 'Chuyên viên',
  day: 'Ngày',
  month: 'Tháng',
  quarter: 'Quý',
  year: 'Năm',
  status: 'Tình trạng',
  overdueAge: 'Thời gian quá hạn',
}

const basisWords = {
  issued: 'được giao',
  due: 'có hạn hiệu lực',
  active: 'được theo dõi',
} as const

/** The figures of a question as a document; always in Vietnamese, as the office's papers are. */
export function exportStatisticsService(
  deps: Pick<Deps, 'database' | 'rulebooks' | 'clock' | 'freshness'>,
) {
  const statistics = statisticsService(deps)

  return {
    /** @throws Refusal as `count` does; `forbidden` when a unit asks for the office's paper */
    async export(ctx: Ctx, { format, ...query }: StatisticsExportQuery): Promise<DocumentFile> {
      const onPaper = format === 'docx' || format === 'pdf'
      if (onPaper && ctx.actor.unitId !== null) {
        throw new Refusal('forbidden', { pointer: '/format', reason: 'paper-of-the-office' })
      }
      const counted = await statistics.count({ ...ctx, language: 'vi' }, query)
      const by = groupingTitles[counted.groupBy]
      const title = `Thống kê kết quả thực hiện nhiệm vụ do Ủy ban nhân dân Tỉnh giao theo ${by.toLowerCase()}`
      const meant = questionText(counted, await narrowedBy(query, new Date(counted.asOf)))
      return drawDocument(
        {
          name: `thong-ke-${civilDateAt(new Date(counted.asOf))}`,
          table: () => ({ columns: statisticsColumns(by, counted.totals), rows: counted.rows }),
          book: () => ({
            title,
            createdAt: ctx.now,
            sheets: [
              {
                name: `Theo ${by.toLowerCase()}`,
                headings: [
                  { text: title, look: 'title' },
                  { text: meant, look: 'note' },
                ],
                columns: statisticsColumns(by, counted.totals),
                rows: counted.rows,
                totalsLabel: 'Tổng cộng',
              },
            ],
          }),
          paper: () => paperOf(counted, { by, title, meant, date: civilDateAt(ctx.now) }),
        },
        format,
      )
    },
  }

  async function narrowedBy(query: Omit<StatisticsExportQuery, 'format'>, at: Date) {
    const fields = Object.entries(namedBy).filter(([field]) => query[field as keyof typeof namedBy])
    const ground = await groundAsOf(deps, at)
    const labels = await Promise.all(
      fields.map(async ([, by]) => {
        const labelOf = await labelsOf(deps.database.prisma, by, ground, 'vi')
        return [by, labelOf] as const
      }),
    )
    return filterWords(query, Object.fromEntries(labels))
  }
}

/** What the figures count, in one sentence. */
function questionText({ basis, from, to, asOf }: Statistics, narrowed: string[]): string {
  const period =
    from && to
      ? ` ${periodText(from, to)}`
      : from
        ? ` từ ${formatOfficialDate(from)}`
        : to
          ? ` đến ${formatOfficialDate(to)}`
          : ''
  const only = narrowed.length > 0 ? ` (${narrowed.join('; ')})` : ''
  return `Số liệu các nhiệm vụ ${basisWords[basis]}${period}${only}, tính đến ${untilText(new Date(asOf))}.`
}

function paperOf(
  { rows, totals }: Statistics,
  { by, title, meant, date }: { by: string; title: string; meant: string; date: string },
): Paper {
  return {
    letterhead,
    date,
    typeName: 'BÁO CÁO',
    abstract: title,
    body: [
      { kind: 'paragraph', text: meant },
      ...(rows.length > 0
        ? [statisticsPaperTable(`Kết quả theo ${by.toLowerCase()}`, by, rows, totals)]
        : [{ kind: 'paragraph', text: 'Không có nhiệm vụ nào trong phạm vi này.' } as const]),
      {
        kind: 'paragraph',
        text: `${letterhead.issuer} kính báo cáo./.`,
      },
    ],
  }
}
