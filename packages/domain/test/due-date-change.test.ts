import { describe, expect, it } from 'vitest'
import cases from '../cases/due-date-change.json' with { type: 'json' }
import {
  type AssignmentState,
  checkExtensionDecision,
  checkExtensionRound,
  type ExtensionDecision,
  type ExtensionOutcome,
  extensionsLeft,
  isExtended,
  lapsingThrough,
} from '../src/index.ts'

const asked = (decisions: readonly (string | null)[]) =>
  decisions.map((decision) => ({ decision: decision as ExtensionOutcome | null }))

describe('asking once more', () => {
  it.each(cases.rounds)('$name', (row) => {
    const breaches = checkExtensionRound(asked(row.asked), row.limit)
    expect(breaches.map(({ code }) => code)).toEqual(row.refused ? [row.refused] : [])
    expect(extensionsLeft(asked(row.asked), row.limit)).toBe(row.left)
  })

  it('tells the limit and how many were granted', () => {
    expect(checkExtensionRound(asked(['approved', 'rejected', 'approved']), 2)).toEqual([
      { code: 'extension-limit-reached', pointer: '', params: { limit: 2, granted: 2 } },
    ])
  })
})

describe('a decision', () => {
  it.each(cases.decisions)('$name', ({ others, limit, refused, ...row }) => {
    const decision = { ...row, decision: row.decision as ExtensionDecision }
    const breaches = checkExtensionDecision(decision, asked([...others, null]), limit)
    expect(breaches.map(({ code }) => code)).toEqual(refused)
  })
})

describe('extended', () => {
  it.each(cases.extended)('$name', ({ extended, ...dates }) => {
    expect(isExtended(dates)).toBe(extended)
  })
})

describe('what waits lapses', () => {
  it.each(cases.lapses)('$name', ({ change, through }) => {
    const { state, dueOn } = change as { state?: AssignmentState; dueOn?: string }
    expect(lapsingThrough({ state, dueOn })).toBe(through)
  })
})
