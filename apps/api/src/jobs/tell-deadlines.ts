import {
  type CivilDate,
  civilDateAt,
  deadlineNoticesOn,
  endOfDay,
  isOfficeTime,
  type NotificationFacts,
  type NotificationKind,
  newsIfOwedBefore,
  noFacts,
  rolesToldOf,
  toldBy,
  workingDaysLeft,
} from '@dunghan/domain'
import type { Tx } from '../db/transaction.ts'
import { type AccountToTell, recipientStore } from '../modules/notifications/recipients.store.ts'
import { type NewNotification, tellStore } from '../modules/notifications/tell.store.ts'
import {
  deadlineNoticeStore,
  type OrderToTell,
  type ToldStage,
  type WorkToTell,
} from './deadline-notices.store.ts'
import type { JobParts, JobResult } from './job.ts'

/** Told in one go; one after another until nothing is left. */
const batch = 2000

/** By which ways each account is told of a kind; who silenced it is left out. */
type Told = Map<string, { inBell: boolean; byMail: boolean; unitId: string | null }>

/**
 * Tells units of due dates that are near or past, drafters of their orders that became overdue, and
 * reviewers of verdicts that are due: in office hours, each once, however often it runs.
 */
export async function tellDeadlines(parts: JobParts): Promise<JobResult | null> {
  const { database, rulebooks, clock, stopping } = parts
  const now = clock()
  const { calendar } = await rulebooks.current()
  if (!isOfficeTime(calendar, now)) return null
  const db = database.prisma
  const today = civilDateAt(now)
  const notices = deadlineNoticesOn(calendar, today)
  const stagesOf = (overdue: boolean): ToldStage[] =>
    notices
      .filter(({ stage }) => (stage === 'overdue') === overdue)
      .map((notice) => ({
        effectiveDueOn: notice.effectiveDueOn,
        stage: String(notice.stage),
        owedBefore: newsIfOwedBefore(notice),
      }))
  const left = (effectiveDueOn: CivilDate) => workingDaysLeft(calendar, today, effectiveDueOn)
  const store = deadlineNoticeStore(db)

  const tellUnits = async (kind: 'due_soon' | 'overdue', stages: ToldStage[]) => {
    const told = await toldOf(db, kind)
    const accounts = [...told].flatMap(([accountId, { unitId }]) =>
      unitId ? [{ accountId, unitId }] : [],
    )
    const list = () => (accounts.length > 0 ? store.listWork(stages, accounts, batch) : [])
    const rowOf = (work: WorkToTell) => ({ ...work, kind, count: 1 })
    return tellAll(list, (work) => notificationOf(rowOf(work), told, now, left))
  }
  const tellDrafters = async () => {
    const told = await toldOf(db, 'order_overdue')
    const list = () =>
      told.size > 0 ? store.listOrders(stagesOf(true), [...told.keys()], batch) : []
    const rowOf = (order: OrderToTell) => ({ ...order, kind: 'order_overdue' as const })
    return tellAll(list, (order) => notificationOf(rowOf(order), told, now, left))
  }
  const tellAll = async <T>(
    list: () => Promise<T[]> | T[],
    rowOf: (one: T) => NewNotification[],
  ): Promise<number> => {
    let count = 0
    while (!stopping.aborted) {
      const found = await list()
      count += await tellStore(db).insertMany(found.flatMap(rowOf))
      if (found.length < batch) break
    }
    return count
  }

  const result = {
    dueSoon: await tellUnits('due_soon', stagesOf(false)),
    overdue: await tellUnits('overdue', stagesOf(true)),
    ordersOverdue: await tellDrafters(),
    reviewsDue: await tellReviewers(db, now),
  }
  return Object.values(result).some((count) => count > 0) ? result : null
}

/** Once a day: how many verdicts are due by its end, or were due before. */
async function tellReviewers(db: Tx, now: Date): Promise<number> {
  const today = civilDateAt(now)
  const count = await deadlineNoticeStore(db).countReviewsDue(endOfDay(today))
  if (count === 0) return 0
  const told = await toldOf(db, 'review_due')
  const key = `review_due:${today}`
  const rows = [...told.keys()].flatMap((accountId) =>
    notificationOf(
      { accountId, kind: 'review_due', key, count, assignmentId: null, directiveId: null },
      told,
      now,
    ),
  )
  return tellStore(db).insertMany(rows)
}

async function toldOf(db: Tx, kind: NotificationKind): Promise<Told> {
  const recipients = await recipientStore(db).listWithRoles(rolesToldOf(kind))
  const ways = ({ choices, unitId }: AccountToTell) => {
    const { bell, mail } = toldBy(kind, choices)
    return { inBell: bell, byMail: mail, unitId }
  }
  return new Map(
    recipients
      .map((one) => [one.accountId, ways(one)] as const)
      .filter(([, { inBell, byMail }]) => inBell || byMail),
  )
}

type Row = Pick<
  NewNotification,
  'accountId' | 'kind' | 'key' | 'count' | 'assignmentId' | 'directiveId'
> &
  Partial<Pick<NotificationFacts, 'directive' | 'task' | 'dueOn' | 'effectiveDueOn'>>

function notificationOf(
  { directive = null, task = null, dueOn = null, effectiveDueOn = null, ...row }: Row,
  told: Told,
  at: Date,
  left?: (effectiveDueOn: CivilDate) => number,
): NewNotification[] {
  const ways = told.get(row.accountId)
  if (!ways) return []
  const daysLeft = effectiveDueOn === null ? null : (left?.(effectiveDueOn) ?? null)
  const facts = { ...noFacts, directive, task, dueOn, effectiveDueOn, workingDaysLeft: daysLeft }
  return [
    {
      accountId: row.accountId,
      kind: row.kind,
      key: row.key,
      count: row.count,
      assignmentId: row.assignmentId,
      directiveId: row.directiveId,
      at,
      facts,
      inBell: ways.inBell,
      byMail: ways.byMail,
    },
  ]
}
