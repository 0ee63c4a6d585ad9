import { addDays, civilDateAt, foldText, startOfDay } from '@dunghan/domain'
import type { Act, ComplianceQuestion, Filters, Question } from './acts.ts'
import {
  type Beginning,
  heirOf,
  isWorking,
  type Life,
  type Order,
  type World,
  worldAsOf,
} from './chronicle.ts'

/* What the figures must be, counted one by one from the chronicle. */

export type Figures = Record<string, number>
export type Tally = Map<string, Figures>

const statuses = [
  'in_progress',
  'due_soon',
  'overdue',
  'awaiting_review',
  'completed_early',
  'completed_on_time',
  'completed_late',
]
const beside = ['returned', 'notReceived', 'extended']

const isOpen = (life: Life) => ['assigned', 'received', 'returned'].includes(life.state)

export function statusOf(world: World, life: Life, today: string): string {
  if (life.state === 'submitted') return 'awaiting_review'
  if (life.state === 'completed') return `completed_${life.timeliness}`
  if (life.effectiveDueOn < today) return 'overdue'
  let left = world.dueSoonDays
  let through = today
  while (left > 0) {
    through = addDays(through, 1)
    if (isWorking(world, through)) left -= 1
  }
  return life.effectiveDueOn <= through ? 'due_soon' : 'in_progress'
}

/** How long it has been overdue, counted day by day. */
function ageOf(world: World, life: Life, today: string): string {
  let days = 0
  for (let day = life.effectiveDueOn; day < today; ) {
    day = addDays(day, 1)
    if (isWorking(world, day)) days += 1
  }
  if (days <= 5) return '1-5'
  if (days <= 10) return '6-10'
  if (days <= 20) return '11-20'
  return days <= 60 ? '21-60' : 'over-60'
}

export function standsFor(world: World, unit: string, view: string): string {
  return view === 'by_successor' ? heirOf(world, unit) : unit
}

/** Every figure that is not zero, of every group that has one, and of all together as ''. */
export function count(beginning: Beginning, acts: Act[], asOf: Date, question: Question): Tally {
  const world = worldAsOf(beginning, acts, asOf)
  const present = worldAsOf(beginning, acts, new Date('2100-01-01'))
  const today = civilDateAt(asOf)
  const { groupBy, basis, view: asked, audience, from, to, filters = {} } = question
  const view = typeof audience === 'object' ? 'as_assigned' : asked
  const tally: Tally = new Map([['', {}]])
  if (groupBy === 'overdueAge') {
    for (const age of ['1-5', '6-10', '11-20', '21-60', 'over-60']) tally.set(age, {})
  }
  for (const life of world.lives.values()) {
    const order = world.orders.get(life.order) as Order
    if (life.role !== 'lead' || life.state === 'withdrawn') continue
    const hidden = [order, present.orders.get(life.order)].some((o) => o?.visibility === 'internal')
    if (audience === 'public' && hidden) continue
    if (typeof audience === 'object' && life.unit !== audience.unit) continue
    const status = statusOf(world, life, today)
    if (!passes(world, life, order, status, view, filters)) continue
    if (basis === 'issued' && !between(order.issuedOn, from, to)) continue
    if (basis === 'due' && !between(life.effectiveDueOn, from, to)) continue
    if (basis === 'active') {
      if (to && order.issuedOn > to) continue
      if (from && life.completedAt && life.completedAt < startOfDay(from)) continue
    }
    if (groupBy === 'overdueAge' && status !== 'overdue') continue
    const key = keyOf(world, life, order, { groupBy, basis, view, status, today })
    for (const group of ['', key]) {
      const figures = tally.get(group) ?? {}
      tally.set(group, figures)
      const add = (name: string) => {
        figures[name] = (figures[name] ?? 0) + 1
      }
      add('total')
      add(status)
      if (life.state === 'returned') add('returned')
      if (life.state === 'assigned') add('notReceived')
      if (life.dueOn > life.originalDueOn) add('extended')
    }
  }
  return tally
}

const between = (date: string, from?: string, to?: string) =>
  (!from || date >= from) && (!to || date <= to)

function passes(
  world: World,
  life: Life,
  order: Order,
  status: string,
  view: string,
  f: Filters,
): boolean {
  const unit = standsFor(world, life.unit, view)
  const among = (value: string | null, wanted?: readonly string[]) =>
    !wanted || (value !== null && wanted.includes(value))
  const completedBefore = (day: string) =>
    life.completedAt !== null && life.completedAt < startOfDay(day)
  const text = foldText(order.title)
  return (
    among(unit, f.unit) &&
    among(world.units.get(unit)?.type ?? null, f.unitType) &&
    among(order.kind, f.kind) &&
    among(status, f.status) &&
    among(life.state, f.state) &&
    among(order.leader, f.leader) &&
    among(order.drafter, f.drafter) &&
    among(life.timeliness, f.timeliness) &&
    (f.q ?? '').split(' ').every((word) => text.includes(foldText(word))) &&
    (f.extended === undefined || f.extended === life.dueOn > life.originalDueOn) &&
    (f.extensionPending === undefined ||
      f.extensionPending === (isOpen(life) && life.asked !== null)) &&
    !(f.activeFrom && completedBefore(f.activeFrom)) &&
    between(order.issuedOn, f.issuedFrom, f.issuedTo) &&
    between(life.dueOn, f.dueFrom, f.dueTo) &&
    between(life.effectiveDueOn, f.effectiveDueFrom, f.effectiveDueTo)
  )
}

function keyOf(
  world: World,
  life: Life,
  order: Order,
  by: { groupBy: string; basis: string; view: string; status: string; today: string },
): string {
  const unit = standsFor(world, life.unit, by.view)
  const date = by.basis === 'due' ? life.effectiveDueOn : order.issuedOn
  switch (by.groupBy) {
    case 'unit':
      return unit
    case 'unitType':
      return world.units.get(unit)?.type ?? ''
    case 'leader':
      return order.leader
    case 'kind':
      return order.kind
    case 'specialist':
      return order.drafter
    case 'day':
      return date
    case 'month':
      return date.slice(0, 7)
    case 'quarter':
      return `${date.slice(0, 4)}-Q${Math.floor((Number(date.slice(5, 7)) + 2) / 3)}`
    case 'year':
      return date.slice(0, 4)
    case 'status':
      return by.status
    default:
      return ageOf(world, life, by.today)
  }
}

/** Who entered and reviewed on time: every figure that is not zero, of all together as ''. */
export function measure(
  beginning: Beginning,
  acts: Act[],
  asOf: Date,
  question: ComplianceQuestion,
): Tally {
  const world = worldAsOf(beginning, acts, asOf)
  const { subject, groupBy, view, from, to } = question
  const tally: Tally = new Map([['', {}]])
  const add = (key: string | null, names: string[]) => {
    for (const group of key === null ? [''] : ['', key]) {
      const figures = tally.get(group) ?? {}
      tally.set(group, figures)
      for (const name of names) figures[name] = (figures[name] ?? 0) + 1
    }
  }
  const done = (at: Date, by: Date) => ['total', at < by ? 'onTime' : 'late']
  if (subject === 'directive_entry') {
    for (const order of world.orders.values()) {
      if (order.withdrawnAt || !between(order.issuedOn, from, to)) continue
      const { drafter: specialist, recorder } = order
      const keys: Record<string, string> = {
        specialist,
        recorder,
        month: order.issuedOn.slice(0, 7),
      }
      add(keys[groupBy] ?? null, done(order.recordedAt, order.enterBy))
    }
    return tally
  }
  for (const life of world.lives.values()) {
    if (life.state === 'withdrawn') continue
    for (const report of life.reports) {
      const day = subject === 'review' ? civilDateAt(report.sentAt) : report.issuedOn
      if (!between(day, from, to)) continue
      const unit = standsFor(world, report.unit, view)
      const keys: Record<string, string | null> = {
        unit,
        unitType: world.units.get(unit)?.type ?? '',
        reviewer: report.review?.by ?? null,
        month: day.slice(0, 7),
      }
      const key = keys[groupBy] ?? null
      if (subject === 'report_entry') add(key, done(report.sentAt, report.enterBy))
      else if (report.review) add(key, done(report.review.at, report.reviewBy))
      else add(key, ['waiting', ...(asOf < report.reviewBy ? [] : ['waitingLate'])])
    }
  }
  return tally
}

/** An answer of the API in the same form. @param keyOf what the province calls it */
export function tallied(
  answer: { rows: Record<string, unknown>[]; totals: Record<string, unknown> },
  keyOf: (key: string) => string,
): Tally {
  const flat = (row: Record<string, unknown>): Figures => {
    const counts = (row.counts ?? {}) as Figures
    const names = ['total', ...beside, 'onTime', 'late', 'waiting', 'waitingLate']
    const all = [
      ...statuses.map((name) => [name, counts[name]] as const),
      ...names.map((name) => [name, row[name] as number | undefined] as const),
    ]
    return Object.fromEntries(all.filter(([, n]) => n)) as Figures
  }
  return new Map([
    ['', flat(answer.totals)],
    ...answer.rows.map((row) => [keyOf(row.key as string), flat(row)] as const),
  ])
}
