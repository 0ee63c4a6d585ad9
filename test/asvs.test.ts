import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const here = import.meta.dirname

test('docs/security.md answers each requirement of ASVS 5.0 up to level 2, once', () => {
  const all = readFileSync(join(here, 'asvs-5-level-2.txt'), 'utf8').trim().split('\n')
  const rows = readFileSync(join(here, '../docs/security.md'), 'utf8').matchAll(/^\| (V[^|]+) \|/gm)
  const answered = Array.from(rows, ([, ids = '']) => ids.split(', ')).flat()
  expect(answered.toSorted()).toEqual(all.toSorted())
})
