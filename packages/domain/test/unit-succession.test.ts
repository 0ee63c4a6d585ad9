import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import standings from '../cases/unit-standing.json' with { type: 'json' }
import cases from '../cases/unit-succession.json' with { type: 'json' }
import {
  type AssignmentRole,
  type AssignmentState,
  faultOfSuccession,
  finalSuccessors,
  keptShare,
  type SucceedingUnit,
  successionFaults,
  successorBegins,
  type TaskShare,
  unfitForWork,
  unitStandingOn,
  unitStandings,
} from '../src/index.ts'

const plain = { validFrom: null, validTo: null, successorId: null }
const units = Object.fromEntries(
  Object.entries(cases.units).map(([id, given]) => [id, { id, ...plain, ...given }]),
) as Record<string, SucceedingUnit>
const unit = (id: string) => units[id] as SucceedingUnit

describe('the standing of a unit', () => {
  it.each(standings)('$name', ({ validFrom, validTo, succeeded, day, standing, unfit }) => {
    const time = { validFrom, validTo, successorId: succeeded ? 'other' : null }
    expect(unitStandingOn(time, day)).toBe(standing)
    expect(unfitForWork(time, day)).toBe(unfit)
  })

  it('has a case for each', () => {
    const met = new Set(standings.map(({ standing }) => standing))
    expect(unitStandings.filter((standing) => !met.has(standing))).toEqual([])
  })
})

describe('a succession', () => {
  it.each(cases.acts)('$name', ({ ending, successor, endsOn, fault, pointer }) => {
    const found = faultOfSuccession({
      ending: ending.map(unit),
      successor: successor ? unit(successor) : null,
      endsOn,
      today: cases.today,
    })
    expect(found).toEqual(fault && { fault, pointer })
  })

  it('has a case for each fault', () => {
    const met = new Set(cases.acts.map(({ fault }) => fault))
    expect(successionFaults.filter((fault) => !met.has(fault))).toEqual([])
  })

  it.each(cases.begins)('that ends units on $endsOn lets a new one begin', (row) => {
    expect(successorBegins(row.endsOn, cases.today)).toBe(row.begins)
  })

  it('never closes a ring, whatever is succeeded by what', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const one = fc.constantFrom(...ids)
    fc.assert(
      fc.property(fc.array(fc.tuple(one, one), { maxLength: 20 }), (acts) => {
        const known = new Map(ids.map((id) => [id, { id, ...plain } as SucceedingUnit]))
        for (const [from, to] of acts) {
          const ending = [known.get(from) as SucceedingUnit]
          const successor = known.get(to) as SucceedingUnit
          const day = { endsOn: cases.today, today: cases.today }
          if (faultOfSuccession({ ending, successor, ...day })) continue
          known.set(from, { id: from, ...plain, validTo: cases.today, successorId: to })
        }
        for (const last of finalSuccessors(known.values()).values()) {
          expect(known.get(last)?.successorId).toBeNull()
        }
      }),
    )
  })
})

describe('of the shares in one task', () => {
  it.each(cases.shares)('$name', ({ shares, kept }) => {
    const given = shares.map((words): TaskShare => {
      const [role, state, own] = words.split(' ')
      return {
        role: role as AssignmentRole,
        state: state as AssignmentState,
        ofSuccessor: own === 'own',
      }
    })
    expect(given.indexOf(keptShare(given as [TaskShare, ...TaskShare[]]))).toBe(kept)
  })
})
