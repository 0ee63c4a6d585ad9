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
import { assignmentStatuses } from '@dunghan/domain'
import { Prisma } from '../../db/generated/client.ts'
import { containing } from '../../db/like.ts'

/** What a list or a count of assignments is narrowed by. Lists of values mean "any of". */
export interface AssignmentFilter {
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
  /** Leaves out what never leaves the office and the units concerned. */
  publicOnly?: boolean
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

/** The status of a period `p` as a column; null for what is not counted. */
export function statusExpression(moment: Moment): Prisma.Sql {
  const conditions = statusConditions(moment)
  const branches = assignmentStatuses.map(
    (status) => Prisma.sql`WHEN ${conditions[status]} THEN ${Prisma.raw(`'${status}'`)}`,
  )
  return Prisma.sql`CASE WHEN p.role <> 'lead' OR p.state = 'withdrawn' THEN NULL ${Prisma.join(branches, ' ')} END`
}

/**
 * Which periods are meant: those open now, narrowed by the filter. Withdrawn ones only where their
 * state is asked for, so that what a list shows is what a count counts.
 * @param also tables the query needs besides, whatever the filter
 */
export function filterSql(
  filter: AssignmentFilter,
  moment: Moment,
  also: { unit?: boolean } = {},
): FilterSql {
  const and: Prisma.Sql[] = [Prisma.sql`p.valid_to IS NULL`]
  const any = (column: string, values: readonly string[] | undefined, type?: string) => {
    if (values) and.push(oneOf(column, values, type))
  }
  const compare = (column: string, sign: '>=' | '<=', date: CivilDate | undefined) => {
    if (date) and.push(Prisma.sql`${Prisma.raw(`${column} ${sign}`)} ${date}::date`)
  }
  // Written out, so that the indexes of what is counted are seen to fit.
  if (filter.role?.length === 1 && filter.role[0] === 'lead') and.push(Prisma.sql`p.role = 'lead'`)
  else any('p.role', filter.role)
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
  if (filter.publicOnly) and.push(Prisma.sql`p.visibility <> 'internal'`)
  for (const word of filter.words ?? [])
    and.push(Prisma.sql`t.search_text LIKE ${containing(word)}`)
  const joins = [
    ...(filter.words?.length ? [Prisma.sql`JOIN task t ON t.id = p.task_id`] : []),
    ...(also.unit || filter.unitCode || filter.unitType
      ? [Prisma.sql`JOIN unit u ON u.id = p.unit_id`]
      : []),
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
  const chosen = statuses.map((status) => conditions[status])
  return Prisma.sql`p.role = 'lead' AND p.state <> 'withdrawn' AND (${Prisma.join(chosen, ' OR ')})`
}
