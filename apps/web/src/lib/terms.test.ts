import {
  assignmentStates,
  assignmentStatuses,
  directiveKinds,
  roles,
  timelinesses,
  unitTypes,
  visibilities,
} from '@dunghan/domain'
import cases from '@dunghan/domain/cases/status.json'
import { describe, expect, it } from 'vitest'
import { statusIcons } from '../ui/status-badge.tsx'
import { roleWords, visibilityWords } from './desk-terms.ts'
import { kindWords, stateWords, statusWords, timelinessWords } from './terms.ts'
import { unitTypeWords } from './unit-terms.ts'

type Case = { name: string; status: keyof typeof statusWords | null }

describe('a badge', () => {
  it.each((cases as Case[]).filter(({ status }) => status))(
    'has words for: $name',
    ({ status }) => {
      expect(statusWords[status as keyof typeof statusWords]()).not.toBe('')
    },
  )

  it('says what the regulation says', () => {
    expect(assignmentStatuses.map((status) => statusWords[status]())).toEqual([
      'Đang thực hiện',
      'Sắp đến hạn',
      'Quá hạn',
      'Chờ xác nhận',
      'Hoàn thành trước hạn',
      'Hoàn thành đúng hạn',
      'Hoàn thành trễ hạn',
    ])
  })

  it('is told from every other by its shape, not by its colour alone', () => {
    const shapes = assignmentStatuses.map((status) => statusIcons[status])
    expect(new Set(shapes).size).toBe(assignmentStatuses.length)
  })
})

describe('every code of the domain', () => {
  it.each([
    ['state', assignmentStates, stateWords],
    ['timeliness', timelinesses, timelinessWords],
    ['kind', directiveKinds, kindWords],
    ['unit type', unitTypes, unitTypeWords],
    ['role', roles, roleWords],
    ['visibility', visibilities, visibilityWords],
  ] as const)('%s has a word of its own', (_name, codes, words) => {
    const shown = codes.map((code) => (words as Record<string, () => string>)[code]?.())
    expect(shown).not.toContain(undefined)
    expect(new Set(shown).size).toBe(codes.length)
  })
})
