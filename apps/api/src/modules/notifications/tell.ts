import { type NotificationFacts, noFacts, rolesToldOf, type Telling, toldBy } from '@dunghan/domain'
import { recordedAt } from '../../db/recording.ts'
import type { Tx } from '../../db/transaction.ts'
import { type NotedTelling, takeNotedTellings } from './noted-tellings.ts'
import { type Recipient, recipientStore, type Said } from './recipients.store.ts'
import { type NewNotification, tellStore } from './tell.store.ts'

/** The same telling of all the assignments it was noted of. */
interface Gathered {
  telling: Telling
  eventId: string
  assignmentIds: string[]
}

/**
 * Tells the accounts concerned what an act did, at its end and in its own transaction: what is told
 * is what the act left, and nothing is told of an act that failed. Two statements, however much it
 * was; none when nobody is told.
 * @param actorId who acted: he knows. Null: the system itself
 */
export async function tell(tx: Tx, actorId: string | null): Promise<void> {
  const gathered = gather(takeNotedTellings(tx))
  if (gathered.length === 0) return
  const recipients = await recipientStore(tx).list(gathered.map(saidOf), actorId)
  const at = recordedAt(tx)
  await tellStore(tx).insertMany(recipients.map((one) => notificationOf(one, gathered, at)))
}

/** Of one assignment an act tells the same side once: what it did first. */
function gather(noted: NotedTelling[]): Gathered[] {
  const seen = new Set<string>()
  const gathered = new Map<string, Gathered>()
  for (const { eventId, assignmentId, telling } of noted) {
    const name = `${telling.audience} ${assignmentId ?? eventId}`
    if (seen.has(name)) continue
    seen.add(name)
    const same = JSON.stringify(telling)
    const group = gathered.get(same) ?? { telling, eventId, assignmentIds: [] }
    if (assignmentId) group.assignmentIds.push(assignmentId)
    gathered.set(same, group)
  }
  return [...gathered.values()]
}

function saidOf({ telling, assignmentIds }: Gathered): Said {
  const { kind, audience, per } = telling
  const roles = audience === 'permitted' ? rolesToldOf(kind) : null
  return { kind, roles, byAct: per === 'act', assignmentIds }
}

function notificationOf(recipient: Recipient, gathered: Gathered[], at: Date): NewNotification {
  const { accountId, choices, kind, count, places, assignmentId, directiveId } = recipient
  const told = places.flatMap((place) => gathered[place] ?? [])
  const { bell, mail } = toldBy(kind, choices)
  return {
    accountId,
    kind,
    // Told of one directive, it is known by it as well: an act may concern several.
    key: [kind, told[0]?.eventId, directiveId].filter(Boolean).join(':'),
    at,
    assignmentId,
    directiveId,
    count,
    facts: factsOf(
      recipient,
      told.map(({ telling }) => telling),
    ),
    inBell: bell,
    byMail: mail,
  }
}

/** What all that is told at once has in common. */
function factsOf(recipient: Recipient, told: Telling[]): NotificationFacts {
  const { directive, task, unit, dueOn, effectiveDueOn, role, timeliness } = recipient
  const [first] = told
  const ofOthers = first?.audience === 'permitted'
  return {
    ...noFacts,
    ...{ directive, task, dueOn, effectiveDueOn },
    unit: ofOthers ? unit : null,
    role: ofOthers ? null : role,
    timeliness: first?.classed ? timeliness : null,
    ...saidByAll(told),
  }
}

function saidByAll(told: Telling[]): Telling['said'] {
  const [first, ...others] = told.map(({ said }) => said)
  const entries = Object.entries(first ?? {}) as [keyof Telling['said'], unknown][]
  const shared = entries.filter(([name, value]) =>
    others.every((said) => JSON.stringify(said[name]) === JSON.stringify(value)),
  )
  return Object.fromEntries(shared)
}
