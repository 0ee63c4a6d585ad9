import type {
  DocumentFormat,
  DrawUpReportBody,
  MonthlyReport,
  MonthlyReportListQuery,
  MonthlyReportPage,
  MonthlyReportPreview,
  PreviewReportQuery,
} from '@dunghan/contract'
import { addMonths, lastMonthDue, monthlyReportTerms } from '@dunghan/domain'
import { z } from 'zod'
import { authorize, type Ctx } from '../../context.ts'
import type { Deps } from '../../deps.ts'
import type { DocumentFile } from '../../documents/document-file.ts'
import { drawDocument } from '../../documents/draw-document.ts'
import { letterhead } from '../../documents/letterhead.ts'
import { pageOf, readCursor } from '../../paging.ts'
import { Refusal } from '../../refusal.ts'
import { statisticsColumns } from '../statistics/statistics-columns.ts'
import { drawUp } from './draw-up.ts'
import { monthsToDrawUp } from './due-months.ts'
import { gatherFigures } from './gather-figures.ts'
import { toMonthlyReport, toSummary } from './monthly-reports.mapper.ts'
import { monthlyReportStore } from './monthly-reports.store.ts'
import { reportBook } from './report-book.ts'
import { occasionOf } from './report-occasion.ts'
import { reportPaper } from './report-paper.ts'
import { withoutHidden } from './without-hidden.ts'

const CursorShape = z.tuple([z.string().regex(/^\d{4}$/), z.string().regex(/^\d{1,9}$/)])

export function monthlyReportsService(deps: Pick<Deps, 'database' | 'rulebooks' | 'clock'>) {
  const reports = monthlyReportStore(deps.database.prisma)

  const get = async (ctx: Ctx, id: string): Promise<MonthlyReport> => {
    authorize(ctx, 'statistics.readAll')
    const found = await reports.findById(id)
    if (!found) throw new Refusal('not-found')
    return toMonthlyReport(found)
  }

  const occasionAsked = async (ctx: Ctx, asked: Parameters<typeof occasionOf>[0]) => {
    const { calendar } = await deps.rulebooks.current()
    return occasionOf(asked, calendar, ctx.now)
  }

  return {
    get,

    /** The latest first, and which comes next. */
    async list(ctx: Ctx, query: MonthlyReportListQuery): Promise<MonthlyReportPage> {
      authorize(ctx, 'statistics.readAll')
      const key = readCursor(query.cursor, CursorShape)
      const before: [number, number] | null = key && [Number(key[0]), Number(key[1])]
      const { calendar } = await deps.rulebooks.current()
      const [rows, total, missing] = await Promise.all([
        reports.list(before, query.limit + 1),
        reports.count(),
        monthsToDrawUp(deps.database.prisma, calendar, ctx.now),
      ])
      const keyOf = ({ year, number }: (typeof rows)[number]) => [String(year), String(number)]
      const next = monthlyReportTerms(calendar, addMonths(lastMonthDue(calendar, ctx.now), 1))
      const { month, drawUpOn } = next
      const { items, ...page } = pageOf(rows, query.limit, keyOf, total)
      return { ...page, items: items.map(toSummary), next: { month, drawUpOn }, missing }
    },

    /** What would be frozen, and is not. */
    async preview(ctx: Ctx, query: PreviewReportQuery): Promise<MonthlyReportPreview> {
      authorize(ctx, 'statistics.monthlyReport')
      const occasion = await occasionAsked(ctx, query)
      const { kind, from, to, asOf, title } = occasion
      const figures = await gatherFigures(deps, occasion, letterhead)
      return { kind, from, to, asOf: asOf.toISOString(), title, figures }
    },

    /** @throws RuleViolation `monthly-report-too-early`; Refusal `already-exists`, `as-of-in-future` */
    async drawUp(ctx: Ctx, body: DrawUpReportBody): Promise<MonthlyReport> {
      const role = authorize(ctx, 'statistics.monthlyReport')
      const occasion = await occasionAsked(ctx, body)
      return get(ctx, await drawUp(deps, ctx, role, occasion))
    },

    async export(ctx: Ctx, id: string, format: DocumentFormat): Promise<DocumentFile> {
      const report = await withoutHidden(deps.database.prisma, await get(ctx, id))
      const { figures, kind, from, to, year, number } = report
      const span =
        kind === 'monthly' ? `thang-${from.slice(5, 7)}-${from.slice(0, 4)}` : `${from}-${to}`
      return drawDocument(
        {
          name: `bao-cao-${year}-${number}-${span}`,
          table: () => ({
            columns: statisticsColumns('Đơn vị', figures.active),
            rows: figures.byUnit,
          }),
          book: () => reportBook(report),
          paper: () => reportPaper(report),
        },
        format,
      )
    },
  }
}
