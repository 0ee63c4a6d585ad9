import { describe, expect, it } from 'vitest'
import cases from '../cases/transitions.json' with { type: 'json' }
import {
  type Actor,
  type AssignmentAct,
  type AssignmentState,
  actsIn,
  assignmentActs,
  assignmentStates,
  availableActs,
  isOpen,
  nextState,
  openStates,
} from '../src/index.ts'

interface TransitionCase {
  state: AssignmentState
  act: AssignmentAct
  next: AssignmentState | null
  refused: string | null
}

describe('the life of an assignment', () => {
  it.each(cases as TransitionCase[])('$state, $act', ({ state, act, next, refused }) => {
    if (next) expect(nextState(state, act)).toBe(next)
    else expect(() => nextState(state, act)).toThrow(expect.objectContaining({ code: refused }))
    expect(actsIn(state).includes(act)).toBe(next !== null)
  })

  it('has a case for every act in every state', () => {
    expect(cases).toHaveLength(assignmentStates.length * assignmentActs.length)
  })

  it('tells what was tried, in which state', () => {
    expect(() => nextState('withdrawn', 'report')).toThrow(
      expect.objectContaining({
        breaches: [
          {
            code: 'invalid-transition',
            pointer: '',
            params: { state: 'withdrawn', act: 'report' },
          },
        ],
      }),
    )
  })

  it('does not begin again under a directive that was taken back', () => {
    expect(nextState('completed', 'reopen', false)).toBe('returned')
    expect(() => nextState('completed', 'reopen', true)).toThrow(
      expect.objectContaining({ code: 'invalid-transition' }),
    )
    expect(nextState('assigned', 'withdraw', true)).toBe('withdrawn')
  })

  it('is open while a report is owed', () => {
    expect(assignmentStates.filter(isOpen)).toEqual([...openStates])
  })
})

describe('the acts offered', () => {
  const unit: Actor = { roles: ['unit'], unitId: 'u1', accountId: 'a1' }
  const reviewer: Actor = { roles: ['reviewer'], accountId: 'a2' }
  const drafter: Actor = { roles: ['specialist'], accountId: 'a3' }
  const lead = { role: 'lead', unitId: 'u1', draftedById: 'a3', recordedById: 'a4' } as const

  it.each<[AssignmentState, AssignmentAct[], AssignmentAct[]]>([
    [
      'assigned',
      ['receive', 'report', 'requestExtension'],
      ['withdraw', 'decideExtension', 'moveDueDate'],
    ],
    ['received', ['report', 'requestExtension'], ['withdraw', 'decideExtension', 'moveDueDate']],
    ['submitted', [], ['accept', 'return', 'withdraw', 'moveDueDate']],
    ['returned', ['report', 'requestExtension'], ['withdraw', 'decideExtension', 'moveDueDate']],
    ['completed', [], ['reopen']],
    ['withdrawn', [], []],
  ])('while %s', (state, toUnit, toReviewer) => {
    expect(availableActs({ ...lead, state }, unit)).toEqual(toUnit)
    expect(availableActs({ ...lead, state }, reviewer)).toEqual(toReviewer)
  })

  it('leave a reopening out under a directive that was taken back', () => {
    const completed = { ...lead, state: 'completed' } as const
    expect(availableActs({ ...completed, directiveWithdrawn: true }, reviewer)).toEqual([])
    expect(availableActs({ ...completed, directiveWithdrawn: false }, reviewer)).toEqual(['reopen'])
  })

  it('go to no other unit, and to no one who only reads', () => {
    for (const state of assignmentStates) {
      expect(availableActs({ ...lead, state }, { ...unit, unitId: 'u2' })).toEqual([])
      expect(availableActs({ ...lead, state }, { ...unit, unitId: null })).toEqual([])
      for (const role of ['coordinator', 'leader', 'admin'] as const) {
        expect(availableActs({ ...lead, state }, { roles: [role], accountId: 'a3' })).toEqual([])
      }
    }
  })

  it('let the office take a supporting row back, and nobody do anything else with it', () => {
    for (const state of assignmentStates) {
      const support = { ...lead, state, role: 'support' } as const
      const open = state !== 'completed' && state !== 'withdrawn'
      for (const actor of [reviewer, drafter]) {
        expect(availableActs(support, actor)).toEqual(open ? ['withdraw'] : [])
      }
      expect(availableActs(support, unit)).toEqual([])
      expect(availableActs(support, { ...drafter, accountId: 'a9' })).toEqual([])
    }
  })

  it('let a specialist withdraw what belongs to an own directive', () => {
    expect(availableActs({ ...lead, state: 'received' }, drafter)).toEqual(['withdraw'])
    expect(availableActs({ ...lead, state: 'received' }, { ...drafter, accountId: 'a4' })).toEqual([
      'withdraw',
    ])
    expect(availableActs({ ...lead, state: 'received' }, { ...drafter, accountId: 'a9' })).toEqual(
      [],
    )
    expect(availableActs({ ...lead, state: 'completed' }, drafter)).toEqual([])
  })

  it('follow whether a request for extension waits', () => {
    const waiting = { ...lead, state: 'received', extensionPending: true } as const
    const none = { ...lead, state: 'received', extensionPending: false } as const
    expect(availableActs(waiting, unit)).toEqual(['report'])
    expect(availableActs(none, unit)).toEqual(['report', 'requestExtension'])
    expect(availableActs({ ...none, extensionsLeft: 1 }, unit)).toContain('requestExtension')
    expect(availableActs({ ...none, extensionsLeft: 0 }, unit)).toEqual(['report'])
    expect(availableActs(waiting, reviewer)).toContain('decideExtension')
    expect(availableActs(none, reviewer)).not.toContain('decideExtension')
  })
})
