import { describe, expect, it } from 'vitest'
import {
  asksTheSame,
  isDay,
  isFlag,
  isId,
  isOneOf,
  isQuery,
  notUnderstood,
  understood,
} from './known-search.ts'

const known = {
  q: isQuery,
  status: isOneOf(['overdue', 'due_soon']),
  dueTo: isDay,
  unitId: isId,
  extended: isFlag,
}
const search = (text: string) => new URLSearchParams(text)

describe('a broken filter in an address', () => {
  it.each([
    ['status=overdue&status=due_soon&dueTo=2026-12-31&extended=true&q=s%E1%BB%9F', []],
    ['', []],
    ['status=', []],
    ['status=late&status=overdue', [{ name: 'status', value: 'late' }]],
    ['trangthai=1', [{ name: 'trangthai', value: null }]],
    ['trangthai=1&trangthai=2', [{ name: 'trangthai', value: null }]],
    ['dueTo=2026-02-30', [{ name: 'dueTo', value: '2026-02-30' }]],
    ['unitId=1', [{ name: 'unitId', value: '1' }]],
    ['extended=yes&q=x', [{ name: 'extended', value: 'yes' }]],
    [`q=${'a'.repeat(201)}`, [{ name: 'q', value: 'a'.repeat(201) }]],
    ['constructor=1', [{ name: 'constructor', value: null }]],
  ])('%s', (text, parts) => {
    expect(notUnderstood(search(text), known)).toEqual(parts)
  })

  it('is left out alone', () => {
    const kept = understood(search('q=a&status=late&status=overdue&x=1'), known)
    expect(kept.toString()).toBe('q=a&status=overdue')
  })

  it('is not what another site hung on the address', () => {
    expect(notUnderstood(search('fbclid=abc&utm_source=zalo'), known)).toEqual([])
  })
})

it('asks the same in whatever order, with or without what is empty', () => {
  expect(asksTheSame(search('a=1&b=2&b=3&c='), search('b=3&a=1&b=2'))).toBe(true)
  expect(asksTheSame(search('a=1'), search('a=1&b=2'))).toBe(false)
  expect(asksTheSame(search(''), search('fbclid=x'))).toBe(true)
})
