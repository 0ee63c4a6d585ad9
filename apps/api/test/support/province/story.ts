import { addDays, civilDateAt, directiveKinds, unitTypes, weekdayOf } from '@dunghan/domain'
import type { Act, Deed, NewOrder, OrderChange } from './acts.ts'
import { heirOf, isWorking, type Life, tell, type World } from './chronicle.ts'

/** A number from 0 up to, not including, `below`. */
export type Pick = (below: number) => number

/** Pseudo-random numbers that are the same in every run (mulberry32). */
export function seeded(seed: number): Pick {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

const isOpen = (life: Life) => ['assigned', 'received', 'returned'].includes(life.state)

export const specialists = ['s0', 's1']
export const reviewers = ['r0', 'r1']
const topics = ['giao thông', 'giải ngân', 'thủy lợi', 'chuyển đổi số']
const visibilities = ['public', 'public', 'public', 'metadata', 'internal'] as const

/** What may happen next, of the kind asked for or another; null where nothing of it can. */
export function nextDeed(world: World, at: Date, pick: Pick): Deed | null {
  const tries: [weight: number, deed: () => Deed | null][] = [
    [9, () => enter(world, at, pick)],
    [
      14,
      () =>
        onLife(
          (l) => l.state === 'assigned',
          (life) => ({ do: 'receive', life }),
        ),
    ],
    [18, () => onLife(isOpen, report)],
    [14, () => onLife((l) => l.state === 'submitted', review)],
    [2, () => onLife(mayReopen, (life) => ({ do: 'reopen', life }))],
    [
      2,
      () =>
        onAny(
          (l) => l.state !== 'completed',
          (life) => ({ do: 'withdraw', life }),
        ),
    ],
    [1, () => onOrder((order) => ({ do: 'withdrawOrder', order }))],
    [6, () => onOrder(edit)],
    [4, () => onLife((l) => isOpen(l) && l.asked === null && l.granted === 0, ask)],
    [4, () => onLife((l) => isOpen(l) && l.asked !== null, decide)],
    [3, () => onLife((l) => isOpen(l) || l.state === 'submitted', moveDue)],
    [3, setDay],
    [1, () => ({ do: 'setDueSoon', days: pick(8) })],
    [1, editUnit],
    [1, succeed],
    [
      1,
      () => ({
        do: 'renameLeader',
        leader: `l${pick(2)}`,
        name: `Ông ${names[pick(4)]} ${pick(100)}`,
      }),
    ],
    [
      1,
      () => ({
        do: 'renameAccount',
        account: `${'sr'[pick(2)]}${pick(2)}`,
        name: `Bà ${names[pick(4)]} ${pick(100)}`,
      }),
    ],
  ]
  let at100 = pick(tries.reduce((sum, [weight]) => sum + weight, 0))
  for (const [weight, deed] of tries) {
    if (at100 < weight) return deed()
    at100 -= weight
  }
  return null

  function onAny(which: (life: Life) => boolean, deed: (key: string) => Deed | null) {
    const keys = [...world.lives].filter(([, l]) => l.state !== 'withdrawn' && which(l))
    const [key] = keys[pick(Math.max(1, keys.length))] ?? []
    return key === undefined ? null : deed(key)
  }

  function onLife(which: (life: Life) => boolean, deed: (key: string) => Deed | null) {
    return onAny((life) => life.role === 'lead' && which(life), deed)
  }

  function onOrder(deed: (key: string) => Deed | null) {
    const keys = [...world.orders].filter(([, order]) => !order.withdrawnAt)
    const [key] = keys[pick(Math.max(1, keys.length))] ?? []
    return key === undefined ? null : deed(key)
  }

  function mayReopen(life: Life) {
    const heir = heirOf(world, life.unit)
    const taken = heir !== life.unit && tasksOf(world, heir).includes(life.task)
    return life.state === 'completed' && !world.orders.get(life.order)?.withdrawnAt && !taken
  }

  function report(life: string): Deed {
    const [issuedOn, issuedTime] = issue(at, pick)
    return { do: 'report', life, issuedOn, issuedTime }
  }

  function review(life: string): Deed {
    const verdict = pick(4) === 0 ? 'unsatisfactory' : 'satisfactory'
    return { do: 'review', life, by: reviewers[pick(2)] as string, verdict }
  }

  function edit(order: string): Deed | null {
    const now = world.orders.get(order)
    if (!now) return null
    const [today] = issue(at, pick)
    const [latest] = [today, now.firstDueOn].sort() as [string]
    const changes: OrderChange[] = [
      { kind: directiveKinds[pick(3)] },
      { leader: `l${pick(2)}` },
      { drafter: specialists[pick(2)] as string },
      { visibility: visibilities[pick(5)] },
      { issuedOn: addDays(latest, -pick(20)), issuedTime: null },
      { title: `Văn bản về ${topics[pick(4)]}` },
    ]
    const change = changes[pick(changes.length)] as OrderChange
    const same = Object.entries(change).every(([name, value]) => now[name as 'kind'] === value)
    return same ? null : { do: 'editOrder', order, change }
  }

  function ask(life: string): Deed {
    const { dueOn } = world.lives.get(life) as Life
    return { do: 'askExtension', life, dueOn: addDays(dueOn, 1 + pick(30)) }
  }

  function decide(life: string): Deed {
    const { dueOn, asked } = world.lives.get(life) as Life
    if (pick(3) === 0) return { do: 'decideExtension', life, dueOn: null }
    return { do: 'decideExtension', life, dueOn: pick(2) ? asked : addDays(dueOn, 1 + pick(9)) }
  }

  function moveDue(life: string): Deed | null {
    const { dueOn, order } = world.lives.get(life) as Life
    const to = addDays(dueOn, pick(30) - 12)
    const issuedOn = world.orders.get(order)?.issuedOn ?? to
    return to === dueOn || to < issuedOn ? null : { do: 'moveDueDate', life, dueOn: to }
  }

  function setDay(): Deed {
    const date = addDays(civilDateAt(at), pick(40) - 15)
    const weekend = weekdayOf(date) > 5
    if (isWorking(world, date)) return { do: 'setDay', date, kind: 'off' }
    return { do: 'setDay', date, kind: weekend ? 'make_up' : 'working' }
  }

  function editUnit(): Deed | null {
    const unit = standing(world)[pick(standing(world).length)]
    if (!unit) return null
    return {
      do: 'editUnit',
      unit,
      name: `${unit} ${names[pick(4)]}`,
      type: unitTypes[pick(4)] as 'ward',
    }
  }

  function succeed(): Deed | null {
    const units = standing(world)
    if (units.length < 4) return null
    const one = units[pick(units.length)] as string
    const successor = pick(2) ? `u${world.units.size}` : (units[pick(units.length)] as string)
    if (one === successor || shareTask(world, one, successor)) return null
    const made = world.units.has(successor) ? null : { type: 'ward' as const }
    return { do: 'succeed', units: [one], successor, made }
  }
}

const names = ['An', 'Bình', 'Cường', 'Đức']

const standing = (world: World) =>
  [...world.units].filter(([, unit]) => unit.successor === null).map(([key]) => key)

/** What two units hold of one task is settled by rules that have tests of their own. */
function shareTask(world: World, one: string, other: string): boolean {
  const theirs = new Set(tasksOf(world, other))
  return tasksOf(world, one).some((task) => theirs.has(task))
}

const tasksOf = (world: World, unit: string) =>
  [...world.lives.values()].filter((l) => l.unit === unit).map(({ task }) => task)

/** A day and time of issue that are past: most lately, some long ago. */
function issue(at: Date, pick: Pick): [on: string, time: string | null] {
  const on = addDays(civilDateAt(at), -(pick(3) === 0 ? pick(40) : pick(3)))
  if (on === civilDateAt(at) || pick(2) === 0) {
    // Without a time it counts as 15:00, which may not have come yet.
    return at.getTime() - Date.parse(`${on}T08:00:00Z`) > 0 ? [on, null] : [addDays(on, -1), null]
  }
  return [on, ['08:15', '14:59', '15:00', '15:01', '22:30'][pick(5)] as string]
}

/** An order with all it gives to whom. */
export function enter(world: World, at: Date, pick: Pick): Deed {
  const [issuedOn, issuedTime] = issue(at, pick)
  const units = standing(world)
  let lives = world.lives.size
  const tasks = Array.from({ length: 1 + pick(4) }, () => {
    const first = pick(units.length)
    const given = Array.from({ length: 1 + pick(4) }, (_, i) => units[(first + i) % units.length])
    const distinct = [...new Set(given)] as string[]
    const shares = distinct.map((unit) => [`a${lives++}`, unit] as [string, string])
    const supporting = shares.length > 1 && pick(3) === 0 ? shares.splice(-1) : []
    return { dueOn: addDays(issuedOn, pick(70)), leads: shares, supports: supporting }
  })
  const order: NewOrder = {
    key: `d${world.orders.size}`,
    recorder: specialists[pick(2)] as string,
    drafter: specialists[pick(2)] as string,
    kind: directiveKinds[pick(3)] as NewOrder['kind'],
    leader: `l${pick(2)}`,
    visibility: visibilities[pick(5)] as NewOrder['visibility'],
    issuedOn,
    issuedTime,
    title: `Văn bản về ${topics[pick(4)]}`,
    tasks,
  }
  return { do: 'enter', order }
}

/** Some time later: a millisecond, or some days. */
export function after(at: Date, pick: Pick): Date {
  const pauses = [1, 1000, 60_000, 3_600_000, 6 * 3_600_000, 20 * 3_600_000, 3 * 86_400_000]
  return new Date(at.getTime() + (pauses[pick(pauses.length)] as number) + pick(997))
}

/** Goes on with a story, as far as asked, by what may happen in the world it has made. */
export function goOn(story: Act[], world: World, length: number, pick: Pick): void {
  let at = story.at(-1)?.at ?? new Date('2026-03-02T01:00:00Z')
  for (let tries = 0; story.length < length && tries < length * 20; tries++) {
    const deed = nextDeed(world, at, pick)
    at = after(at, pick)
    if (!deed) continue
    const act = { at, ...deed }
    tell(world, act)
    story.push(act)
  }
}
