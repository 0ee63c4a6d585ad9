import { monthlyReportKinds } from '@dunghan/domain'
import { z } from 'zod'
import { AsOf, CivilDate, Id, Instant, line, optional, PageQuery, page } from './common.ts'
import {
  ComplianceFigures,
  ComplianceRow,
  StatisticsFigures,
  StatisticsQuery,
  StatisticsRow,
} from './statistics.ts'

/** A month in Việt Nam. */
export const Month = z
  .string()
  .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)
  .meta({ example: '2026-10' })

const occasion = {
  month: Month.optional().meta({
    description: 'A monthly report; nothing else is given with it but a title.',
  }),
  from: CivilDate.optional().meta({ description: 'An ad hoc report, together with `to`.' }),
  to: CivilDate.optional(),
  asOf: AsOf.optional().meta({ description: 'Of an ad hoc report; without it, now.' }),
}

export const DrawUpReportBody = z
  .strictObject({ ...occasion, title: optional(line(300)) })
  .meta({ id: 'DrawUpReport' })

export const PreviewReportQuery = z.strictObject(occasion)

export const MonthlyReportListQuery = z.strictObject({ ...PageQuery })

export const documentFormats = ['xlsx', 'docx', 'pdf', 'csv'] as const

/** A draft to be signed. */
export const PaperFile = z.string().meta({
  format: 'binary',
  description: 'A draft to be signed, in the layout of Nghị định 30/2020/NĐ-CP.',
})

const format = z.enum(documentFormats).default('xlsx').meta({
  description:
    'DOCX and PDF are a draft to be signed, in the layout of Nghị định 30/2020/NĐ-CP; all are in Vietnamese.',
})

export const DocumentFormatQuery = z.strictObject({ format })

/** As the figures themselves are asked for. */
export const StatisticsExportQuery = StatisticsQuery.extend({ format })

/** One assignment that was overdue, as it is printed. */
export const OverdueItem = z
  .object({
    assignmentId: Id,
    unit: z.string(),
    number: z.string().nullable(),
    symbol: z.string().nullable(),
    issuedOn: CivilDate,
    title: z.string(),
    task: z.string(),
    dueOn: CivilDate,
    effectiveDueOn: CivilDate,
    daysLate: z.number().int().meta({ description: 'Working days.' }),
    internal: z.boolean().meta({
      description: 'Its words are left out of what is printed: papers go further than the office.',
    }),
  })
  .meta({ id: 'OverdueItem' })

const complianceOf = z.object({ rows: z.array(ComplianceRow), totals: ComplianceFigures })

/** What stands at the head and the foot of the printed report. */
export const Letterhead = z
  .object({
    parentBody: z.string(),
    issuingBody: z.string(),
    issuer: z.string().meta({ description: 'The issuing body, as a sentence names it.' }),
    symbol: z.string(),
    place: z.string(),
    signer: z.string(),
    receivers: z.array(z.string()),
  })
  .meta({ id: 'Letterhead' })

/** Frozen with the report. A later form has another version; this one stays readable. */
export const ReportFigures = z
  .object({
    figuresVersion: z.literal(1),
    letterhead: Letterhead,
    active: StatisticsFigures.meta({
      description: 'Followed in the period: issued by its end and not completed before its start.',
    }),
    carriedOver: StatisticsFigures.meta({ description: 'Of these, issued before the period.' }),
    issued: StatisticsFigures.meta({ description: 'Of these, issued in the period.' }),
    previous: z
      .object({ month: Month, active: StatisticsFigures, issued: StatisticsFigures })
      .nullable()
      .meta({ description: 'The month before, as of its own end; null for an ad hoc report.' }),
    byUnit: z.array(StatisticsRow),
    byUnitType: z.array(StatisticsRow),
    byLeader: z.array(StatisticsRow),
    byKind: z.array(StatisticsRow),
    overdue: z.object({
      ages: z.array(z.object({ key: z.string(), label: z.string(), total: z.number().int() })),
      items: z.array(OverdueItem).meta({ description: 'The longest overdue first, 200 at most.' }),
    }),
    compliance: z.object({
      directiveEntry: complianceOf,
      reportEntry: complianceOf,
      review: complianceOf,
    }),
  })
  .meta({ id: 'ReportFigures' })

const terms = {
  kind: z.enum(monthlyReportKinds),
  from: CivilDate,
  to: CivilDate,
  asOf: Instant,
  title: z.string(),
}

const frozen = {
  id: Id,
  year: z.number().int(),
  number: z.number().int().meta({ description: 'Of its year, without gaps.' }),
  ...terms,
  drawnUpAt: Instant,
  drawnUpBy: z
    .object({ id: Id, displayName: z.string() })
    .nullable()
    .meta({ description: 'Null: it drew itself up.' }),
}

export const MonthlyReportSummary = z.object(frozen).meta({ id: 'MonthlyReportSummary' })
export const MonthlyReport = z
  .object({ ...frozen, figures: ReportFigures })
  .meta({ id: 'MonthlyReport' })
export const MonthlyReportPreview = z
  .object({ ...terms, figures: ReportFigures })
  .meta({ id: 'MonthlyReportPreview' })

export const MonthlyReportPage = page(MonthlyReportSummary)
  .extend({
    next: z
      .object({ month: Month, drawUpOn: CivilDate })
      .meta({ description: 'The next month that is reported on by itself, and the day.' }),
    missing: z.array(Month).meta({
      description: 'Months whose report is due and not drawn up yet.',
    }),
  })
  .meta({ id: 'MonthlyReportPage' })

export type DrawUpReportBody = z.infer<typeof DrawUpReportBody>
export type PreviewReportQuery = z.infer<typeof PreviewReportQuery>
export type StatisticsExportQuery = z.infer<typeof StatisticsExportQuery>
export type MonthlyReportListQuery = z.infer<typeof MonthlyReportListQuery>
export type DocumentFormat = (typeof documentFormats)[number]
export type OverdueItem = z.infer<typeof OverdueItem>
export type Letterhead = z.infer<typeof Letterhead>
export type ReportFigures = z.infer<typeof ReportFigures>
export type MonthlyReportSummary = z.infer<typeof MonthlyReportSummary>
export type MonthlyReport = z.infer<typeof MonthlyReport>
export type MonthlyReportPreview = z.infer<typeof MonthlyReportPreview>
export type MonthlyReportPage = z.infer<typeof MonthlyReportPage>
