import type { CivilDate, MonthlyReportKind } from '@dunghan/domain'
import type { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'
import { toCivilDate, toDate } from '../../db/values.ts'

/** A report as it was drawn up; nothing of it changes any more. */
export interface MonthlyReportRecord {
  id: string
  kind: MonthlyReportKind
  year: number
  number: number
  from: CivilDate
  to: CivilDate
  asOf: Date
  title: string
  drawnUpAt: Date
  drawnUpBy: { id: string; displayName: string } | null
}

export interface NewMonthlyReport extends Omit<MonthlyReportRecord, 'drawnUpBy'> {
  figures: object
  /** Null: the system itself. */
  drawnUpById: string | null
}

/** Whose lock it is among the advisory locks of the database: "baoc", in ASCII. */
const lockClass = 0x62616f63

const withoutFigures = {
  id: true,
  kind: true,
  year: true,
  number: true,
  fromOn: true,
  toOn: true,
  asOf: true,
  title: true,
  drawnUpAt: true,
  drawnUpBy: { select: { id: true, displayName: true } },
} as const

type Row = Prisma.MonthlyReportGetPayload<{ select: typeof withoutFigures }>

function record({ kind, fromOn, toOn, ...rest }: Row): MonthlyReportRecord {
  return {
    ...rest,
    kind: kind as MonthlyReportKind,
    from: toCivilDate(fromOn),
    to: toCivilDate(toOn),
  }
}

/** Reports that were drawn up. The database itself refuses to change or delete a row of it. */
export function monthlyReportStore(db: Tx) {
  return {
    /** Whoever draws up a report meanwhile waits here until this transaction ends. */
    async lock(): Promise<void> {
      await db.$executeRaw`SELECT pg_advisory_xact_lock(${lockClass}::int, 0)`
    },

    /** The number the next report of a year gets, under the lock. */
    async nextNumber(year: number): Promise<number> {
      const last = await db.monthlyReport.aggregate({ where: { year }, _max: { number: true } })
      return (last._max.number ?? 0) + 1
    },

    async insert({ from, to, figures, ...rest }: NewMonthlyReport): Promise<void> {
      await db.monthlyReport.create({
        data: { ...rest, fromOn: toDate(from), toOn: toDate(to), figures },
      })
    },

    async findMonthly(from: CivilDate): Promise<MonthlyReportRecord | null> {
      const where = { kind: 'monthly', fromOn: toDate(from) }
      const row = await db.monthlyReport.findFirst({ where, select: withoutFigures })
      return row && record(row)
    },

    async findById(id: string): Promise<(MonthlyReportRecord & { figures: unknown }) | null> {
      const select = { ...withoutFigures, figures: true }
      const row = await db.monthlyReport.findUnique({ where: { id }, select })
      if (!row) return null
      const { figures, ...rest } = row
      return { ...record(rest), figures }
    },

    /** The latest first. @param before year and number after which the page begins */
    async list(before: [number, number] | null, limit: number): Promise<MonthlyReportRecord[]> {
      const [year, number] = before ?? []
      const rows = await db.monthlyReport.findMany({
        where: before
          ? { OR: [{ year: { lt: year } }, { year, number: { lt: number } }] }
          : undefined,
        orderBy: [{ year: 'desc' }, { number: 'desc' }],
        take: limit,
        select: withoutFigures,
      })
      return rows.map(record)
    },

    count: (): Promise<number> => db.monthlyReport.count(),

    /** The first days of the months reported on, from a day on. */
    async listMonthsFrom(from: CivilDate): Promise<Set<CivilDate>> {
      const where = { kind: 'monthly', fromOn: { gte: toDate(from) } }
      const rows = await db.monthlyReport.findMany({ where, select: { fromOn: true } })
      return new Set(rows.map(({ fromOn }) => toCivilDate(fromOn)))
    },

    /** When the first directive came on record; before that there is nothing to report on. */
    async findFirstRecording(): Promise<Date | null> {
      const first = await db.directive.aggregate({ _min: { recordedAt: true } })
      return first._min.recordedAt
    },
  }
}
