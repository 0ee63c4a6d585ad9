import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startTestApp, type TestApp } from './support/app.ts'
import type { Act, Audience, Question } from './support/province/acts.ts'
import { addressOf, answerTo, complianceAddress, listAddress } from './support/province/ask.ts'
import { begin, tell } from './support/province/chronicle.ts'
import { createPlayer, type Player } from './support/province/player.ts'
import { after, enter, nextDeed, type Pick } from './support/province/story.ts'

/*
 * The same question about the same instant has the same answer for ever. Random lives are played;
 * after each act some questions are asked about that very moment, and all of them once more when all
 * is over: to the letter the same. What is hidden from the public later stays out of its answers, so
 * such edits alone are left to the office's.
 */

interface Asked {
  audience: Audience
  /** Without an instant: about now. */
  address: string
}

const question = (groupBy: string, more: Partial<Question> = {}): Question => ({
  groupBy,
  basis: 'issued',
  view: 'as_assigned',
  audience: 'office',
  ...more,
})

/** What may be asked: every grouping, basis, view and reader, lists and compliance. */
function questions(player: Player): ((asOf?: Date) => Asked)[] {
  const figures: Question[] = [
    question('unit', { view: 'by_successor' }),
    question('unit', { audience: 'public', basis: 'due' }),
    question('unitType', { audience: 'public', view: 'by_successor' }),
    question('leader', { basis: 'active', from: '2026-03-05' }),
    question('specialist', { filters: { extended: false } }),
    question('kind', { audience: 'public' }),
    question('month', { basis: 'due' }),
    question('quarter', { filters: { q: 'van ban giai' } }),
    question('status', { audience: { unit: 'u1' } }),
    question('status', { audience: 'public', filters: { q: 'giao thong' } }),
    question('overdueAge', { basis: 'due' }),
    question('unit', { filters: { unitType: ['commune', 'ward'], extensionPending: false } }),
    question('unit', { filters: { status: ['due_soon', 'overdue'], unit: ['u0', 'u2'] } }),
  ]
  const lists: Question[] = [
    question('unit'),
    question('unit', { filters: { extensionPending: true } }),
    question('unit', { audience: { unit: 'u0' } }),
    question('unit', { filters: { state: ['withdrawn'] } }),
  ]
  const subjects = [
    ['directive_entry', 'specialist'],
    ['report_entry', 'unit'],
    ['review', 'reviewer'],
    ['review', 'unitType'],
  ] as const
  return [
    ...figures.map((one) => (asOf?: Date) => ({
      audience: one.audience,
      address: addressOf(player, one, asOf),
    })),
    ...lists.map((one) => (asOf?: Date) => ({
      audience: one.audience,
      address: `${listAddress(player, one, asOf)}&sort=-issuedOn&limit=200`,
    })),
    ...subjects.map(([subject, groupBy]) => (asOf?: Date) => ({
      audience: 'office' as const,
      address: complianceAddress({ subject, groupBy, view: 'by_successor' }, asOf),
    })),
  ]
}

const hides = (act: Act) => act.do === 'editOrder' && act.change.visibility === 'internal'

async function playAndAsk(api: TestApp, numbers: number[]): Promise<void> {
  const player = await createPlayer(api)
  const world = begin(player.beginning)
  const all = questions(player)
  let used = 0
  const pick: Pick = (below) => (numbers[used++ % numbers.length] as number) % below
  const kept: (Asked & { answer: string })[] = []
  let at = new Date('2026-03-02T01:00:00Z')
  for (let step = 0; used < numbers.length; step++) {
    const deed = step < 2 ? enter(world, at, pick) : nextDeed(world, at, pick)
    at = after(at, pick)
    if (!deed || hides({ at, ...deed })) continue
    await player.play({ at, ...deed })
    tell(world, { at, ...deed })
    // Something follows at once, a millisecond after what is asked about.
    at = new Date(at.getTime() + 1)
    api.clock.set(at)
    for (const i of [0, 1, 2, 3, 4]) {
      const ask = all[(step * 5 + i) % all.length] as (typeof all)[number]
      const { audience, address } = ask(at)
      kept.push({ audience, address, answer: await answerTo(api, player, audience, address) })
      // Asked without an instant, it is about this one.
      const now = address.includes('statistics') ? ask() : undefined
      if (now) expect(await answerTo(api, player, audience, now.address)).toBe(kept.at(-1)?.answer)
    }
  }
  for (const { audience, address, answer } of kept) {
    expect(await answerTo(api, player, audience, address), address).toBe(answer)
  }
}

test('every answer about an instant stays the same, whatever is done later', async () => {
  const numbers = fc.array(fc.nat({ max: 9973 }), { minLength: 330, maxLength: 330 })
  const property = fc.asyncProperty(numbers, async (drawn) => {
    const api = await startTestApp({ now: '2026-03-01T01:00:00Z' })
    await playAndAsk(api, drawn).finally(() => api.close())
  })
  await fc.assert(property, { numRuns: 3, seed: 1298, endOnFailure: true })
}, 600_000)
