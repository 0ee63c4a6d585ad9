import { describe, expect, it } from 'vitest'
import { moves } from './live-rule.ts'

const list = (...ids: string[]) => ({ items: ids.map((id) => ({ id })) })
const pages = (...all: string[][]) => ({ pages: all.map((ids) => list(...ids)) })
const away = { page: false, form: false }
const onPage = { page: true, form: false }
const inForm = { page: true, form: true }

describe('what changes by itself', () => {
  it('a list whose rows stay where they are', () => {
    expect(moves(pages(['a', 'b'], ['c']), pages(['a', 'b'], ['c']), onPage)).toBe(false)
    expect(moves(list('a'), { ...list('a'), total: 7 }, inForm)).toBe(false)
  })

  it('any list that nobody has a hand on', () => {
    expect(moves(pages(['a', 'b']), pages(['c', 'a', 'b']), away)).toBe(false)
  })

  it('a thing, as long as no form is open about it', () => {
    expect(moves({ state: 'assigned' }, { state: 'received' }, onPage)).toBe(false)
  })
})

describe('what waits until it is asked for', () => {
  it.each([
    ['a row comes', ['a', 'b'], ['c', 'a', 'b']],
    ['a row goes', ['a', 'b'], ['b']],
    ['the order changes', ['a', 'b'], ['b', 'a']],
  ])('%s', (_what, before, after) => {
    expect(moves(list(...before), list(...after), onPage)).toBe(true)
    expect(moves(pages(before), pages(after), inForm)).toBe(true)
  })

  it('a thing that a form is about', () => {
    expect(moves({ state: 'assigned' }, { state: 'received' }, inForm)).toBe(true)
  })
})
