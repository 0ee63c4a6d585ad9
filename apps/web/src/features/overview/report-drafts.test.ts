import { afterEach, expect, it, vi } from 'vitest'
import { keptReportsOf } from './report-drafts.ts'

afterEach(() => vi.unstubAllGlobals())

const at = (day: string) => ({ savedAt: Date.parse(`${day}T02:00:00Z`) })

/** As the browser has it: what is kept is also the storage's own keys. */
function store(kept: Record<string, unknown>) {
  const texts = Object.entries(kept).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  const storage = Object.fromEntries(texts)
  Object.defineProperty(storage, 'getItem', {
    value: (key: string) => storage[key] ?? null,
    enumerable: false,
  })
  vi.stubGlobal('localStorage', storage)
}

it('finds what the account itself wrote, the latest first', () => {
  store({
    'dunghan-report-draft-lan-a': at('2026-11-02'),
    'dunghan-report-draft-lan-b': at('2026-11-03'),
    'dunghan-report-draft-minh-c': at('2026-11-04'),
    'dunghan-report-usual-lan': { symbol: 'BC' },
    'dunghan-report-draft-lan-broken': 'not JSON',
    'dunghan-report-draft-lan-undated': { draft: {} },
  })
  expect([...keptReportsOf('lan')]).toEqual([
    ['b', '2026-11-03T02:00:00.000Z'],
    ['a', '2026-11-02T02:00:00.000Z'],
  ])
})

it('finds nothing where storage is forbidden', () => {
  vi.stubGlobal('localStorage', undefined)
  expect(keptReportsOf('lan').size).toBe(0)
})
