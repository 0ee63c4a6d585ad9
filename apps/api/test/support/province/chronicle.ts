import { addDays, civilDateAt, createWorkCalendar, endOfDay, instantAt } from '@dunghan/domain'
import type { Act, Given, OrderFields } from './acts.ts'

/*
 * The province as it stood at an instant, told again from the beginning: slow, plain, and without
 * the product's own rules. Of the product it uses dates, and the days off that come with it.
 */

export interface Sent {
  unit: string
  issuedOn: string
  sentAt: Date
  /** The first instant too late to enter it, and to review it. */
  enterBy: Date
  reviewBy: Date
  review: { at: Date; by: string } | null
}

export interface Life {
  order: string
  task: string
  role: 'lead' | 'support'
  unit: string
  state: string
  originalDueOn: string
  dueOn: string
  effectiveDueOn: string
  timeliness: string | null
  completedAt: Date | null
  asked: string | null
  granted: number
  reports: Sent[]
}

export interface Order extends OrderFields {
  recorder: string
  recordedAt: Date
  enterBy: Date
  withdrawnAt: Date | null
  firstDueOn: string
}

export interface World {
  orders: Map<string, Order>
  lives: Map<string, Life>
  units: Map<string, { name: string; type: string; successor: string | null }>
  leaders: Map<string, string>
  accounts: Map<string, string>
  days: Map<string, string>
  dueSoonDays: number
}

export type Beginning = Pick<World, 'units' | 'leaders' | 'accounts'>

const base = createWorkCalendar()

export function isWorking(world: Pick<World, 'days'>, date: string): boolean {
  const own = world.days.get(date)
  return own ? own !== 'off' : base.isWorkingDay(date)
}

export function nextWorking(world: Pick<World, 'days'>, from: string): string {
  let date = from
  while (!isWorking(world, date)) date = addDays(date, 1)
  return date
}

const isOpen = (life: Life) => ['assigned', 'received', 'returned'].includes(life.state)

/** The first instant too late: the end of the day, or of the next working day after 15:00. */
function tooLate(world: World, at: Date): Date {
  const day = civilDateAt(at)
  const early = at <= instantAt(day, '15:00') && isWorking(world, day)
  return endOfDay(early ? day : nextWorking(world, addDays(day, 1)))
}

const issue = (of: { issuedOn: string; issuedTime: string | null }) =>
  instantAt(of.issuedOn, of.issuedTime ?? '15:00')

/** @param upTo acts at this instant are told too */
export function worldAsOf(beginning: Beginning, acts: Act[], upTo: Date): World {
  const world = begin(beginning)
  for (const act of acts) if (act.at <= upTo) tell(world, act)
  return world
}

export function begin({ units, leaders, accounts }: Beginning): World {
  return {
    units: new Map([...units].map(([key, unit]) => [key, { ...unit }])),
    leaders: new Map(leaders),
    accounts: new Map(accounts),
    orders: new Map(),
    lives: new Map(),
    days: new Map(),
    dueSoonDays: 3,
  }
}

const must = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Error('the story names what is not there')
  return found
}

/** One more act of the story. */
export function tell(world: World, act: Act): void {
  const { at } = act
  const life = 'life' in act ? must(world.lives.get(act.life)) : (undefined as unknown as Life)
  switch (act.do) {
    case 'enter': {
      const { key, tasks, ...fields } = act.order
      const firstDueOn = tasks.map(({ dueOn }) => dueOn).sort()[0] ?? ''
      const enterBy = tooLate(world, issue(fields))
      const order = { ...fields, recordedAt: at, enterBy, withdrawnAt: null, firstDueOn }
      world.orders.set(key, order)
      for (const [i, { dueOn, leads, supports }] of tasks.entries()) {
        const give = (role: 'lead' | 'support') => (given: Given) =>
          world.lives.set(given[0], {
            order: key,
            task: `${key}/${i}`,
            role,
            unit: given[1],
            state: 'assigned',
            originalDueOn: dueOn,
            dueOn,
            effectiveDueOn: nextWorking(world, dueOn),
            timeliness: null,
            completedAt: null,
            asked: null,
            granted: 0,
            reports: [],
          })
        leads.forEach(give('lead'))
        supports.forEach(give('support'))
      }
      return
    }
    case 'receive':
      if (life.state === 'assigned') life.state = 'received'
      return
    case 'report': {
      const sentOn = civilDateAt(at)
      life.state = 'submitted'
      life.timeliness =
        sentOn < life.dueOn ? 'early' : sentOn > life.effectiveDueOn ? 'late' : 'on_time'
      life.asked = null
      life.reports.push({
        unit: life.unit,
        issuedOn: act.issuedOn,
        sentAt: at,
        enterBy: tooLate(world, issue(act)),
        reviewBy: tooLate(world, at),
        review: null,
      })
      return
    }
    case 'review':
      must(life.reports.at(-1)).review = { at, by: act.by }
      life.state = act.verdict === 'satisfactory' ? 'completed' : 'returned'
      if (life.state === 'completed') life.completedAt = at
      else life.effectiveDueOn = nextWorking(world, life.dueOn)
      return
    case 'reopen':
      life.state = 'returned'
      life.completedAt = null
      life.effectiveDueOn = nextWorking(world, life.dueOn)
      life.unit = heirOf(world, life.unit)
      return
    case 'withdraw':
      life.state = 'withdrawn'
      life.asked = null
      return
    case 'withdrawOrder':
      must(world.orders.get(act.order)).withdrawnAt = at
      for (const one of world.lives.values()) {
        if (one.order !== act.order || one.state === 'completed') continue
        one.state = 'withdrawn'
        one.asked = null
      }
      return
    case 'editOrder': {
      const order = must(world.orders.get(act.order))
      Object.assign(order, act.change)
      order.enterBy = tooLate(world, issue(order))
      return
    }
    case 'askExtension':
      life.asked = act.dueOn
      return
    case 'decideExtension':
      life.asked = null
      if (act.dueOn === null) return
      life.granted += 1
      move(world, life, act.dueOn)
      return
    case 'moveDueDate':
      move(world, life, act.dueOn)
      return
    case 'setDay':
      world.days.set(act.date, act.kind)
      for (const one of world.lives.values()) {
        if (isOpen(one)) one.effectiveDueOn = nextWorking(world, one.dueOn)
      }
      return
    case 'setDueSoon':
      world.dueSoonDays = act.days
      return
    case 'editUnit': {
      const unit = must(world.units.get(act.unit))
      Object.assign(unit, { name: act.name, type: act.type })
      return
    }
    case 'succeed': {
      const made = act.made && { name: act.successor, type: act.made.type, successor: null }
      if (made) world.units.set(act.successor, made)
      for (const key of act.units) must(world.units.get(key)).successor = act.successor
      for (const one of world.lives.values()) {
        const settled = one.state === 'completed' || one.state === 'withdrawn'
        if (act.units.includes(one.unit) && !settled) one.unit = act.successor
      }
      return
    }
    case 'renameLeader':
      world.leaders.set(act.leader, act.name)
      return
    case 'renameAccount':
      world.accounts.set(act.account, act.name)
  }
}

/** Who stands in a unit's place: itself, as a rule. */
export function heirOf({ units }: Pick<World, 'units'>, unit: string): string {
  const next = units.get(unit)?.successor
  return next ? heirOf({ units }, next) : unit
}

function move(world: World, life: Life, dueOn: string): void {
  life.dueOn = dueOn
  life.effectiveDueOn = nextWorking(world, dueOn)
  if (life.asked !== null && life.asked <= dueOn) life.asked = null
}
