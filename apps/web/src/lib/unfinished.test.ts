import { describe, expect, it } from 'vitest'
import { isUnfinished, unfinished, usualSort } from './unfinished.ts'

describe('what is unfinished', () => {
  it('is what waits for the unit or for the office', () => {
    expect([...unfinished].sort()).toEqual([
      'awaiting_review',
      'due_soon',
      'in_progress',
      'overdue',
    ])
  })

  it.each([
    { statuses: [], is: false, sort: '-issuedOn' },
    { statuses: ['overdue'], is: true, sort: 'dueOn' },
    { statuses: [...unfinished], is: true, sort: 'dueOn' },
    { statuses: ['overdue', 'completed_late'], is: false, sort: '-issuedOn' },
    { statuses: ['written_by_hand'], is: false, sort: '-issuedOn' },
  ])('$statuses', ({ statuses, is, sort }) => {
    expect(isUnfinished(statuses)).toBe(is)
    expect(usualSort(statuses)).toBe(sort)
  })
})
