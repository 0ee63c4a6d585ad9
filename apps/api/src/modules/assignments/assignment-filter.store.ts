import type {
  AssignmentRole,
  AssignmentState,
  AssignmentStatus,
  CivilDate,
  DirectiveKind,
  Moment,
  Timeliness,
  UnitType,
} from '@dunghan/domain'
import { startOfDay } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import { containing } from '../../db/like.ts'

/** What a list or a count of assignments is narrowed by. Lists of values mean "any of". */
export interface AssignmentFilter {
  id?: string[]
  role?: AssignmentRole[]
  /** Folded words, all of which occur in the directive or the task. */
  words?: string[]
  unitId?: string[]
  unitCode?: string[]
  unitType?: UnitType[]
  status?: AssignmentStatus[]
  state?: AssignmentState[]
  directiveId?: string[]
  directedById?: string[]
  draftedById?: string[]
  kind?: DirectiveKind[]
  timeliness?: Timeliness[]
  dueFrom?: CivilDate
  dueTo?: CivilDate
  issuedFrom?: CivilDate
  issuedTo?: CivilDate
  /** Effective due date in a period: the basis `due` of statistics. */
  effectiveDueFrom?: CivilDate
  effectiveDueTo?: CivilDate
  /** Not completed before this instant: the basis `active`. */
  activeFrom?: Date
  changedSince?: Date
  extended?: boolean
  /** Whether a request for extension waits for its decision. */
  extensionPending?: boolean
  /** A request for extension was approved or rejected on this day or later. */
  extensionDecidedFrom?: CivilDate
  /** Leaves out what never leaves the office and the units concerned. */
  publicOnly?: boolean
  /** As all of it stood on record at this instant; without it as it stands. */
  asOf?: Date
}

export interface FilterSql {
  where: Prisma.Sql
  /** The tables the condition speaks of, besides `p` (assignment_period). */
  joins: Prisma.Sql
}

const open = Prisma.sql`p.state IN ('assigned', 'received', 'returned')`

/**
 * The rule of `statusOf` in SQL, over a period `p` in role `lead` that is not withdrawn. Both
 * answer to the same case table.
 */
function statusConditions(moment: Moment): Record<AssignmentStatus, Prisma.Sql> {
  const today = Prisma.sql`${moment.today}::date`
  const dueSoonThrough = Prisma.sql`${moment.dueSoonThrough}::date`
  return {
    awaiting_review: Prisma.sql`p.state = 'submitted'`,
    completed_early: Prisma.sql`(p.state = 'completed' AND p.timeliness = 'early')`,
    completed_on_time: Prisma.sql`(p.state = 'completed' AND p.timeliness = 'on_time')`,
    completed_late: Prisma.sql`(p.state = 'completed' AND p.timeliness = 'late')`,
    overdue: Prisma.sql`(${open} AND p.effective_due_on < ${today})`,
    due_soon: Prisma.sql`(${open} AND p.effective_due_on BETWEEN ${today} AND ${dueSoonThrough})`,
    in_progress: Prisma.sql`(${open} AND p.effective_due_on > ${dueSoonThrough})`,
  }
}

/**
 * The status of a period `p` as a column; null for what is not counted. What most are is asked first:
 * a count asks it of every row.
 */
export function statusExpression({ today, dueSoonThrough }: Moment): Prisma.Sql {
  return Prisma.sql`CASE WHEN p.role <> 'lead' THEN NULL ELSE CASE p.state
    WHEN 'completed' THEN CASE p.timeliness WHEN 'early' THEN 'completed_early'
      WHEN 'on_time' THEN 'completed_on_time' WHEN 'late' THEN 'completed_late' END
    WHEN 'submitted' THEN 'awaiting_review'
    WHEN 'withdrawn' THEN NULL
    ELSE CASE WHEN p.effective_due_on < ${today}::date THEN 'overdue'
      WHEN p.effective_due_on <= ${dueSoonThrough}::date THEN 'due_soon'
      ELSE 'in_progress' END END END`
}

/** The stretch that holds the instant asked about; the open one is the present. */
function standing(asOf: Date | undefined): Prisma.Sql {
  if (!asOf) return Prisma.sql`p.valid_to IS NULL`
  const at = Prisma.sql`${asOf}::timestamptz`
  return Prisma.sql`p.valid_from <= ${at} AND (p.valid_to IS NULL OR p.valid_to > ${at})`
}

/**
 * All stretches that hold an instant, as a table `p`. What is open and what ended since are looked up
 * each by its own index, so that an instant just past costs what the present costs.
 */
export function periodsAsOf(asOf: Date): Prisma.Sql {
  const at = Prisma.sql`${asOf}::timestamptz`
  return Prisma.sql`(
    SELECT * FROM assignment_period WHERE valid_to IS NULL AND valid_from <= ${at}
    UNION ALL
    SELECT * FROM assignment_period WHERE valid_to > ${at} AND valid_from <= ${at}) AS p`
}

/**
 * Never what is kept from the public, in lists and counts alike. What is kept from it today is so
 * for the past too: secrecy goes before the sameness of an answer.
 */
function publicCondition(asOf: Date | undefined): Prisma.Sql {
  const then = Prisma.sql`p.visibility <> 'internal'`
  if (!asOf) return then
  return Prisma.sql`${then} AND NOT EXISTS (
    SELECT 1 FROM directive d WHERE d.id = p.directive_id AND d.visibility = 'internal')`
}

/** All the words occur in what a search looks into, or looked into at the instant asked about. */
function wordsCondition(words: readonly string[], asOf: Date | undefined): Prisma.Sql {
  const inText = (text: string) =>
    Prisma.join(
      words.map((word) => Prisma.sql`${Prisma.raw(text)} LIKE ${containing(word)}`),
      ' AND ',
    )
  if (!asOf) return inText('t.search_text')
  const later = Prisma.sql`valid_to > ${asOf}::timestamptz`
  // Apart, so that the index of the present texts serves; those that came to be others are few.
  return Prisma.sql`p.task_id IN (
    SELECT t.id FROM task t
     WHERE ${inText('t.search_text')} AND NOT EXISTS (
           SELECT 1 FROM task_former_text f WHERE f.task_id = t.id AND f.${later})
    UNION ALL
    SELECT f.task_id FROM (SELECT DISTINCT ON (task_id) task_id, search_text FROM task_former_text
                            WHERE ${later} ORDER BY task_id, valid_to) AS f
     WHERE ${inText('f.search_text')})`
}

/** What waits is few among many: it is looked up first, and each one's stretch by its assignment. */
function extensionPendingCondition(pending: boolean, asOf: Date | undefined): Prisma.Sql {
  const waiting = asOf
    ? Prisma.sql`x.requested_at <= ${asOf}::timestamptz
        AND (x.decided_at IS NULL OR x.decided_at > ${asOf}::timestamptz)`
    : Prisma.sql`x.decided_at IS NULL`
  const waits = Prisma.sql`p.assignment_id = ANY(ARRAY(
    SELECT x.assignment_id FROM extension x WHERE ${waiting}))`
  return pending ? Prisma.sql`${open} AND ${waits}` : Prisma.sql`NOT (${open} AND ${waits})`
}

function extensionDecidedCondition(from: CivilDate, asOf: Date | undefined): Prisma.Sql {
  const known = asOf ? Prisma.sql`AND x.decided_at <= ${asOf}::timestamptz` : Prisma.empty
  return Prisma.sql`EXISTS (
    SELECT 1 FROM extension x WHERE x.assignment_id = p.assignment_id AND x.decision <> 'lapsed'
       AND x.decided_at >= ${startOfDay(from)}::timestamptz ${known})`
}

/**
 * Which periods are meant: those of the instant asked about, narrowed by the filter. Withdrawn ones
 * only where their state is asked for, so that what a list shows is what a count counts.
 * @param from whether `p` is the whole table, or what `periodsAsOf` gives of it
 */
export function filterSql(
  filter: AssignmentFilter,
  moment: Moment,
  from: 'all' | 'periodsAsOf' = 'all',
): FilterSql {
  const { asOf } = filter
  const and: Prisma.Sql[] = from === 'all' ? [standing(asOf)] : []
  const any = (column: string, values: readonly string[] | undefined, type?: string) => {
    if (values) and.push(oneOf(column, values, type))
  }
  const compare = (column: string, sign: '>=' | '<=', date: CivilDate | undefined) => {
    if (date) and.push(Prisma.sql`${Prisma.raw(`${column} ${sign}`)} ${date}::date`)
  }
  // Written out, so that the indexes of what is counted are seen to fit.
  if (filter.role?.length === 1 && filter.role[0] === 'lead') and.push(Prisma.sql`p.role = 'lead'`)
  else any('p.role', filter.role)
  any('p.assignment_id', filter.id, 'uuid')
  any('p.unit_id', filter.unitId, 'uuid')
  any('u.code', filter.unitCode)
  any('u.type', filter.unitType)
  any('p.directive_id', filter.directiveId, 'uuid')
  any('p.directed_by_id', filter.directedById, 'uuid')
  any('p.drafted_by_id', filter.draftedById, 'uuid')
  any('p.kind', filter.kind)
  any('p.timeliness', filter.timeliness)
  any('p.state', filter.state)
  if (!filter.state) and.push(Prisma.sql`p.state <> 'withdrawn'`)
  if (filter.status) and.push(anyStatus(filter.status, moment))
  compare('p.due_on', '>=', filter.dueFrom)
  compare('p.due_on', '<=', filter.dueTo)
  compare('p.issued_on', '>=', filter.issuedFrom)
  compare('p.issued_on', '<=', filter.issuedTo)
  compare('p.effective_due_on', '>=', filter.effectiveDueFrom)
  compare('p.effective_due_on', '<=', filter.effectiveDueTo)
  if (filter.activeFrom) {
    and.push(Prisma.sql`(p.state <> 'completed' OR p.completed_at >= ${filter.activeFrom})`)
  }
  if (filter.changedSince) and.push(Prisma.sql`p.valid_from >= ${filter.changedSince}`)
  if (filter.extended !== undefined) and.push(Prisma.sql`p.extended = ${filter.extended}`)
  if (filter.extensionPending !== undefined) {
    and.push(extensionPendingCondition(filter.extensionPending, asOf))
  }
  if (filter.extensionDecidedFrom) {
    and.push(extensionDecidedCondition(filter.extensionDecidedFrom, asOf))
  }
  if (filter.publicOnly) and.push(publicCondition(asOf))
  if (filter.words?.length) and.push(wordsCondition(filter.words, asOf))
  const joins = [
    ...(filter.words?.length && !asOf ? [Prisma.sql`JOIN task t ON t.id = p.task_id`] : []),
    ...(filter.unitCode || filter.unitType ? [Prisma.sql`JOIN unit u ON u.id = p.unit_id`] : []),
  ]
  return {
    where: Prisma.join(and, ' AND '),
    joins: joins.length > 0 ? Prisma.join(joins, ' ') : Prisma.empty,
  }
}

/** `column` is one of the values; of a single one, equal to it, by which an index gives its order. */
export function oneOf(column: string, values: readonly string[], type = 'text'): Prisma.Sql {
  const [only, ...more] = values
  return only !== undefined && more.length === 0
    ? Prisma.sql`${Prisma.raw(column)} = ${only}::${Prisma.raw(type)}`
    : Prisma.sql`${Prisma.raw(column)} = ANY(${values}::${Prisma.raw(type)}[])`
}

function anyStatus(statuses: readonly AssignmentStatus[], moment: Moment): Prisma.Sql {
  const conditions = statusConditions(moment)
  if (statuses.length === 0) return Prisma.sql`FALSE`
  const chosen = statuses.map((status) => conditions[status])
  return Prisma.sql`p.role = 'lead' AND p.state <> 'withdrawn' AND (${Prisma.join(chosen, ' OR ')})`
}
