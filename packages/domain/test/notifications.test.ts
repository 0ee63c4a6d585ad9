import { describe, expect, it } from 'vitest'
import reminderCases from '../cases/reminders.json' with { type: 'json' }
import tellingCases from '../cases/tellings.json' with { type: 'json' }
import {
  type EventType,
  eventTypes,
  isMandatory,
  notificationKinds,
  notificationKindsOf,
  type RemindedAssignment,
  type ReminderSkip,
  reminderSkip,
  rolesToldOf,
  type Telling,
  type ToldBy,
  type ToldEvent,
  tellingOf,
  toldBy,
} from '../src/index.ts'
import { inEveryTimeZone } from './time-zones.ts'

interface TellingCase extends Pick<ToldEvent, 'before' | 'after'> {
  type: EventType
  telling: Telling | null
}

describe('what an event tells', () => {
  it.each(tellingCases as TellingCase[])('$type', ({ telling, ...event }) => {
    expect(tellingOf({ ...event, subjectId: 'subject' })).toEqual(telling)
  })

  it('has a case for every event', () => {
    const told = new Set((tellingCases as TellingCase[]).map(({ type }) => type))
    expect([...told].toSorted()).toEqual(eventTypes.toSorted())
  })

  it.each(tellingCases as TellingCase[])('$type: those who are told may act on it', (one) => {
    if (!one.telling) return
    const roles = rolesToldOf(one.telling.kind)
    if (one.telling.audience === 'unit') expect(roles).toEqual(['unit'])
    else expect(roles).not.toContain('unit')
  })
})

describe('by which ways an account is told', () => {
  it.each<[string, ToldBy | undefined, ToldBy]>([
    ['assigned', undefined, { bell: true, mail: true }],
    ['assigned', { bell: false, mail: false }, { bell: true, mail: false }],
    ['accepted', undefined, { bell: true, mail: false }],
    ['accepted', { bell: false, mail: false }, { bell: false, mail: false }],
    ['accepted', { bell: false, mail: true }, { bell: false, mail: true }],
    ['due_soon', { bell: false, mail: true }, { bell: false, mail: true }],
  ])('%s, chosen %j', (name, chosen, told) => {
    const kind = name as (typeof notificationKinds)[number]
    expect(toldBy(kind, chosen ? { [kind]: chosen } : {})).toEqual(told)
    if (!chosen) expect(toldBy(kind, null)).toEqual(told)
  })

  it('rings for what is mandatory, whatever was chosen', () => {
    for (const kind of notificationKinds.filter(isMandatory)) {
      expect(toldBy(kind, { [kind]: { bell: false, mail: false } }).bell).toBe(true)
    }
  })

  it('tells each role of something, and every kind to somebody', () => {
    expect(notificationKindsOf(['unit'])).toContain('assigned')
    expect(notificationKindsOf(['unit'])).not.toContain('report_submitted')
    expect(notificationKindsOf(['leader'])).toEqual([])
    expect(notificationKinds.filter((kind) => rolesToldOf(kind).length === 0)).toEqual([])
  })
})

interface ReminderCase extends Omit<RemindedAssignment, 'lastRemindedAt'> {
  lastRemindedAt: string | null
  skip: ReminderSkip | null
}

inEveryTimeZone(() => {
  it.each(reminderCases as ReminderCase[])(
    'on 23/11/2026 $role, $state, account $hasAccount, last $lastRemindedAt: $skip',
    ({ skip, lastRemindedAt, ...assignment }) => {
      const last = lastRemindedAt ? new Date(lastRemindedAt) : null
      expect(reminderSkip({ ...assignment, lastRemindedAt: last }, '2026-11-23')).toBe(skip)
    },
  )
})
