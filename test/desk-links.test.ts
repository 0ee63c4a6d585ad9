import { expect, test } from 'vitest'
import { deskPages } from '../apps/api/src/modules/mails/desk-links.ts'
import { patterns } from '../apps/web/src/lib/paths.ts'

test('mail leads to pages that the screens have', () => {
  const served = new Set<string>(Object.values(patterns))
  expect(Object.values(deskPages).filter((path) => !served.has(path))).toEqual([])
})
