import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { roles } from '@dunghan/domain'
import { describe, expect, test } from 'vitest'
import { guides } from './guide.ts'

const pictures = readdirSync(join(import.meta.dirname, 'pictures'))
  .map((file) => file.replace(/\.webp$/, ''))
  .sort()

describe('the guides', () => {
  test('there is one for each role', () => {
    expect(guides.map(({ role }) => role).sort()).toEqual([...roles].sort())
    expect(new Set(guides.map(({ slug }) => slug)).size).toBe(guides.length)
  })

  test.each(guides)('of $role have chapters of their own anchors, each with steps', (guide) => {
    expect(new Set(guide.chapters.map(({ id }) => id)).size).toBe(guide.chapters.length)
    for (const { steps } of guide.chapters) expect(steps.length).toBeGreaterThan(0)
  })

  test('show every picture that is kept, and no other', () => {
    const shown = guides.flatMap(({ chapters }) => chapters.flatMap(({ picture }) => picture ?? []))
    expect([...new Set(shown)].sort()).toEqual(pictures)
  })
})
