import { describe, expect, it } from 'vitest'
import { patched } from './patched-search.ts'

describe('filters in the address', () => {
  const before = new URLSearchParams('q=duong&status=overdue&cursor=abc&sort=-dueOn')

  it('replaces what is named and keeps the rest', () => {
    expect(patched(before, { status: ['due_soon', 'overdue'] }).toString()).toBe(
      'q=duong&sort=-dueOn&status=due_soon&status=overdue',
    )
  })

  it('removes what has no value', () => {
    expect(patched(before, { q: '', status: [], sort: null }).toString()).toBe('')
  })

  it('forgets the place in the list, unless that is what changes', () => {
    expect(patched(before, { q: 'x' }).has('cursor')).toBe(false)
    expect(patched(before, { cursor: 'def' }).get('cursor')).toBe('def')
  })
})
