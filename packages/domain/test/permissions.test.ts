import { describe, expect, it } from 'vitest'
import {
  allows,
  mayEditDirective,
  mayWithdrawAssignment,
  officeRoles,
  type Permission,
  permissions,
  permissionsOf,
  type Role,
  roles,
} from '../src/index.ts'

describe('permissions', () => {
  it.each<[Role, Permission[]]>([
    [
      'specialist',
      [
        'assignment.withdraw',
        'directive.edit',
        'directive.enter',
        'directive.import',
        'directive.withdraw',
        'file.upload',
      ],
    ],
    [
      'reviewer',
      [
        'assignment.moveDueDate',
        'assignment.reopen',
        'assignment.withdraw',
        'extension.decide',
        'report.review',
      ],
    ],
    ['coordinator', ['reminder.send', 'statistics.monthlyReport']],
    ['leader', []],
    [
      'admin',
      [
        'account.manage',
        'audit.read',
        'calendar.manage',
        'job.read',
        'leader.manage',
        'settings.manage',
        'unit.manage',
      ],
    ],
  ])('of the office, %s reads all and may more', (role, more) => {
    const reading: Permission[] = [
      'assignment.readAll',
      'calendar.read',
      'directive.read',
      'leader.read',
      'statistics.readAll',
      'unit.read',
    ]
    expect(permissionsOf([role]).sort()).toEqual([...reading, ...more].sort())
  })

  it('of a unit reach its own and no more', () => {
    expect(permissionsOf(['unit']).sort()).toEqual([
      'assignment.readOwn',
      'assignment.receive',
      'assignment.report',
      'assignment.requestExtension',
      'calendar.read',
      'file.upload',
      'leader.read',
      'statistics.readOwn',
      'unit.read',
    ])
  })

  it('add up over the roles of an account', () => {
    expect(allows(['coordinator', 'reviewer'], 'report.review')).toBe(true)
    expect(allows(['coordinator'], 'report.review')).toBe(false)
    expect(allows([], 'unit.read')).toBe(false)
    expect(permissionsOf([])).toEqual([])
    expect(permissionsOf([...roles])).toEqual(Object.keys(permissions))
  })

  it('name office roles as all but the unit', () => {
    expect([...officeRoles, 'unit']).toEqual([...roles])
  })

  it('let a specialist edit own directives alone', () => {
    const directive = { draftedById: 'a', recordedById: 'b' }
    const specialist = (accountId: string | null) => ({ accountId, roles: ['specialist'] as const })
    expect(mayEditDirective(specialist('a'), directive)).toBe(true)
    expect(mayEditDirective(specialist('b'), directive)).toBe(true)
    expect(mayEditDirective(specialist('c'), directive)).toBe(false)
    expect(mayEditDirective(specialist(null), { draftedById: null })).toBe(false)
    expect(mayEditDirective({ accountId: 'a', roles: ['reviewer'] }, directive)).toBe(false)
  })

  it('let a reviewer withdraw any assignment', () => {
    const directive = { draftedById: 'a', recordedById: 'b' }
    expect(mayWithdrawAssignment({ accountId: 'c', roles: ['reviewer'] }, directive)).toBe(true)
    expect(mayWithdrawAssignment({ accountId: 'c', roles: ['specialist'] }, directive)).toBe(false)
    expect(mayWithdrawAssignment({ accountId: 'a', roles: ['specialist'] }, directive)).toBe(true)
    expect(mayWithdrawAssignment({ accountId: 'a', roles: ['admin'] }, directive)).toBe(false)
  })
})
