import type {
  CivilDate,
  ComplianceCell,
  ComplianceGrouping,
  ComplianceSubject,
} from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import type { Tx } from '../../db/transaction.ts'

export interface ComplianceFilter {
  /** As all of it stood on record at this instant. */
  asOf: Date
  groupBy: ComplianceGrouping
  from?: CivilDate
  to?: CivilDate
  /** Reports of these units alone. */
  unitId?: string[]
}

export function complianceStore(db: Tx) {
  const cells = (source: Prisma.Sql, asOf: Date): Promise<ComplianceCell[]> =>
    db.$queryRaw<ComplianceCell[]>`
      SELECT m.key::text AS key, ${outcomeExpression(asOf)} AS outcome, count(*)::int AS count
        FROM (${source}) AS m GROUP BY m.key, 2`

  return {
    /** Groups by unit type too are counted by unit: which type a unit was of, its history tells. */
    listCells(subject: ComplianceSubject, filter: ComplianceFilter): Promise<ComplianceCell[]> {
      const source = subject === 'directive_entry' ? entries(filter) : reports(subject, filter)
      return cells(source, filter.asOf)
    },
  }
}

/** The rule of `complianceOutcome` in SQL, over a row `m`. Both answer to the same case table. */
export function outcomeExpression(asOf: Date): Prisma.Sql {
  return Prisma.sql`CASE
    WHEN m.done_at < m.deadline_at THEN 'on_time' WHEN m.done_at IS NOT NULL THEN 'late'
    WHEN ${asOf}::timestamptz < m.deadline_at THEN 'waiting' ELSE 'waiting_late' END`
}

/** Orders entered by then and not withdrawn; those edited since, as they stood before. */
function entries({ asOf, groupBy, from, to }: ComplianceFilter): Prisma.Sql {
  const at = Prisma.sql`${asOf}::timestamptz`
  const issuedOn = Prisma.sql`COALESCE((f.before->>'issuedOn')::date, d.issued_on)`
  const key = {
    specialist: Prisma.sql`COALESCE((f.before->>'draftedById')::uuid, d.drafted_by_id)`,
    recorder: Prisma.sql`d.recorded_by_id`,
    month: Prisma.sql`to_char(${issuedOn}, 'YYYY-MM')`,
  }[groupBy as string]
  return Prisma.sql`
    SELECT ${key ?? Prisma.sql`NULL::text`} AS key, d.recorded_at AS done_at,
           COALESCE((f.before->>'entryDeadlineAt')::timestamptz, d.entry_deadline_at) AS deadline_at
      FROM directive d
      LEFT JOIN (SELECT DISTINCT ON (subject_id) subject_id, before FROM event
                  WHERE subject = 'directive' AND type = 'directive.edited' AND at > ${at}
                  ORDER BY subject_id, sequence) f ON f.subject_id = d.id
     WHERE d.recorded_at <= ${at} AND (d.withdrawn_at IS NULL OR d.withdrawn_at > ${at})
           ${within(issuedOn, from, to)}`
}

/** Reports sent by then on what is not withdrawn: entered by the unit, or reviewed by the office. */
function reports(
  subject: 'report_entry' | 'review',
  { asOf, groupBy, from, to, unitId }: ComplianceFilter,
): Prisma.Sql {
  const at = Prisma.sql`${asOf}::timestamptz`
  const reviewed = subject === 'review'
  const day = reviewed
    ? Prisma.sql`(r.submitted_at AT TIME ZONE 'UTC' + INTERVAL '7 hours')::date`
    : Prisma.sql`r.issued_on`
  const key = {
    unit: Prisma.sql`r.unit_id`,
    unitType: Prisma.sql`r.unit_id`,
    reviewer: Prisma.sql`v.reviewed_by_id`,
    month: Prisma.sql`to_char(${day}, 'YYYY-MM')`,
  }[groupBy as string]
  const measured = reviewed
    ? Prisma.sql`v.reviewed_at AS done_at, r.review_due_at AS deadline_at`
    : Prisma.sql`r.submitted_at AS done_at, r.entry_deadline_at AS deadline_at`
  const verdicts = reviewed
    ? Prisma.sql`LEFT JOIN review v ON v.report_id = r.id AND v.reviewed_at <= ${at}`
    : Prisma.empty
  const ofUnits = unitId ? Prisma.sql`AND r.unit_id = ANY(${unitId}::uuid[])` : Prisma.empty
  return Prisma.sql`
    SELECT ${key ?? Prisma.sql`NULL::text`} AS key, ${measured}
      FROM report r ${verdicts}
     WHERE r.recorded_at <= ${at} ${ofUnits} ${within(day, from, to)}
       AND NOT EXISTS (
         SELECT 1 FROM assignment_period p
          WHERE p.assignment_id = r.assignment_id AND p.state = 'withdrawn'
            AND p.valid_from <= ${at} AND (p.valid_to IS NULL OR p.valid_to > ${at}))`
}

function within(day: Prisma.Sql, from?: CivilDate, to?: CivilDate): Prisma.Sql {
  const begun = from ? Prisma.sql`AND ${day} >= ${from}::date` : Prisma.empty
  return to ? Prisma.sql`${begun} AND ${day} <= ${to}::date` : begun
}
