import { expect, it } from 'vitest'
import { actOnce } from './act-once.ts'

it('keeps its key while the same is sent, and takes a new one once it was changed', () => {
  const once = actOnce()
  const first = once({ a: 1 })['Idempotency-Key']
  expect(once({ a: 1 })['Idempotency-Key']).toBe(first)
  const changed = once({ a: 2 })['Idempotency-Key']
  expect(changed).not.toBe(first)
  expect(once({ a: 2 })['Idempotency-Key']).toBe(changed)
  expect(actOnce()({ a: 1 })['Idempotency-Key']).not.toBe(first)
})
