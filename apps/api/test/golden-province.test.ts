import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { foldCounts } from '../src/modules/statistics/fold-counts.ts'
import { verifyCounts } from '../src/modules/statistics/verify-counts.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import type { Act, Audience, ComplianceQuestion, Question } from './support/province/acts.ts'
import { addressOf, answerTo, complianceAddress, listAddress } from './support/province/ask.ts'
import { byHand } from './support/province/by-hand.ts'
import { begin, tell, worldAsOf } from './support/province/chronicle.ts'
import { createPlayer, type Player } from './support/province/player.ts'
import { goOn, seeded } from './support/province/story.ts'
import { count, measure, standsFor, tallied } from './support/province/tally.ts'

/*
 * A small province: lives written out by hand and many more by a generator, played through the API
 * with a clock that moves. What its figures must be, a slow and plain program counts from the list of
 * acts alone, and every figure of the API agrees with it, for now and for the past.
 */

/** How many acts there are in all; with them come some three hundred assignments. */
const length = 330

let api: TestApp
let player: Player
const story: Act[] = [...byHand]
let instants: Date[]

beforeAll(async () => {
  api = await startTestApp({ now: '2026-03-01T01:00:00Z' })
  player = await createPlayer(api)
  const world = begin(player.beginning)
  for (const act of byHand) tell(world, act)
  goOn(story, world, length, seeded(20131298))
  for (const act of story) {
    await player.play(act).catch((cause: unknown) => {
      throw new Error(`cannot be played: ${JSON.stringify(act)}`, { cause })
    })
  }
  const end = story.at(-1)?.at as Date
  api.clock.set(new Date(end.getTime() + 60_000))
  const atShare = (share: number) => story[Math.floor(share * (length - 1))]?.at as Date
  instants = [atShare(0.1), atShare(0.4), atShare(0.7), end]
}, 600_000)
afterAll(() => api.close())

const bases = ['issued', 'due', 'active'] as const
const views = ['as_assigned', 'by_successor'] as const
const ofOffice = ['unit', 'unitType', 'leader', 'kind', 'specialist', 'month', 'quarter', 'year']
const ofAll = [...ofOffice.filter((name) => name !== 'specialist'), 'status', 'overdueAge', 'day']
const period = { from: '2026-03-10', to: '2026-05-20' }

const ask = async (audience: Audience, address: string) =>
  JSON.parse(await answerTo(api, player, audience, address))

async function agree(question: Question, asOf: Date): Promise<void> {
  const address = addressOf(player, question, asOf)
  const answer = await ask(question.audience, address)
  const expected = count(player.beginning, story, asOf, question)
  expect(tallied(answer, player.nameOf), address).toEqual(expected)
}

test('holds some hundreds of lives, with everything that may happen', () => {
  const world = worldAsOf(player.beginning, story, instants.at(-1) as Date)
  expect(world.lives.size).toBeGreaterThan(200)
  expect(new Set(story.map((act) => act.do)).size).toBe(17)
  expect([...world.units.values()].filter(({ successor }) => successor).length).toBeGreaterThan(2)
})

describe.each(bases)('by the basis %s', (basis) => {
  test.each(views)('office and public agree, units %s', async (view) => {
    for (const audience of ['office', 'public'] as const) {
      for (const groupBy of audience === 'office' ? [...ofAll, 'specialist'] : ofAll) {
        for (const [i, asOf] of instants.entries()) {
          const question = { groupBy, basis, view, audience, ...(i % 2 ? period : {}) }
          await agree(question, asOf)
        }
      }
    }
  })

  test('each unit agrees', async () => {
    for (const unit of ['u0', 'u5']) {
      for (const groupBy of ofAll) {
        const view = 'by_successor'
        for (const asOf of instants.slice(1)) {
          await agree({ groupBy, basis, view, audience: { unit } }, asOf)
        }
      }
    }
  })
})

test('what was written by hand is what a person counts', async () => {
  const asOf = new Date('2026-03-19T00:00:00+07:00')
  const question = { groupBy: 'status', basis: 'issued', view: 'as_assigned' } as const
  const { totals } = await ask(
    'office',
    addressOf(player, { ...question, audience: 'office' }, asOf),
  )
  // a0 accepted late, a5 on time; a3 waits; a1 and a7 overdue; a6 and a8 due within five
  // working days, which by then reach over the 25th, taken off, to Friday the 27th.
  expect(totals).toMatchObject({
    total: 7,
    counts: {
      in_progress: 0,
      due_soon: 2,
      overdue: 2,
      awaiting_review: 1,
      completed_early: 0,
      completed_on_time: 1,
      completed_late: 1,
    },
    notReceived: 4,
    extended: 2,
    rates: { onTime: 0.5, completion: 2 / 7, overdue: 2 / 7 },
  })
  const open = await ask('public', addressOf(player, { ...question, audience: 'public' }, asOf))
  expect(open.totals.total).toBe(6)
  const review = { subject: 'review', groupBy: 'reviewer', view: 'as_assigned' } as const
  const measured = await ask('office', complianceAddress(review, asOf))
  // r0 both in time; r1 took four days, then an hour; a3 has waited since Friday night: till Monday.
  expect(tallied(measured, player.nameOf)).toEqual(
    new Map([
      ['', { total: 4, onTime: 3, late: 1, waiting: 1, waitingLate: 1 }],
      ['r0', { total: 2, onTime: 2 }],
      ['r1', { total: 2, onTime: 1, late: 1 }],
    ]),
  )
  expect(measured.totals.rate).toBe(0.6)
})

const narrowings: Question['filters'][] = [
  { unit: ['u0', 'u5'] },
  { unit: ['u6'], status: ['completed_late', 'awaiting_review', 'overdue'] },
  { unitType: ['ward', 'department'] },
  { kind: ['conclusion_notice'], timeliness: ['early', 'late'] },
  { status: ['overdue'] },
  { status: ['in_progress', 'due_soon'], extended: true },
  { q: 'thuy loi' },
  { q: 'giải giao', kind: ['official_letter'] },
  { q: 'văn bản thông', dueFrom: '2026-03-20', dueTo: '2026-06-10' },
  { activeFrom: '2026-04-01', issuedFrom: '2026-03-01', issuedTo: '2026-06-30' },
  { effectiveDueFrom: '2026-03-16', effectiveDueTo: '2026-04-15' },
]
const ofTheOffice: Question['filters'][] = [
  { state: ['returned', 'assigned'] },
  { extensionPending: true },
  { extensionPending: false, extended: false, leader: ['l1'] },
  { leader: ['l0'], drafter: ['s1'], unitType: ['commune'] },
]

test.each(views)('filters agree, and a list shows what is counted, units %s', async (view) => {
  for (const asOf of instants.slice(1)) {
    for (const filters of [...narrowings, ...ofTheOffice]) {
      const question: Question = {
        groupBy: 'unit',
        basis: 'due',
        view,
        audience: 'office',
        filters,
      }
      await agree(question, asOf)
      const list = await ask('office', listAddress(player, question, asOf))
      const counted = count(player.beginning, story, asOf, question).get('')
      expect(list.total, JSON.stringify(filters)).toBe(counted?.total ?? 0)
    }
    for (const filters of narrowings.filter((one) => !(one?.extended || one?.unitType))) {
      await agree({ groupBy: 'status', basis: 'issued', view, audience: 'public', filters }, asOf)
    }
  }
})

test('the list behind an age holds as many as the row counts', async () => {
  const question: Question = {
    groupBy: 'overdueAge',
    basis: 'due',
    view: 'as_assigned',
    audience: 'office',
  }
  for (const asOf of instants) {
    for (const row of (await ask('office', addressOf(player, question, asOf))).rows) {
      const { effectiveDueFrom, effectiveDueTo, total } = row
      const filters = {
        status: ['overdue' as const],
        effectiveDueFrom: effectiveDueFrom ?? undefined,
        effectiveDueTo,
      }
      const list = await ask('office', listAddress(player, { ...question, filters }, asOf))
      expect(list.total, `${row.key} ${asOf.toISOString()}`).toBe(total)
    }
  }
})

test('figures agree once counts are folded, and are the same for what lies before', async () => {
  const end = instants.at(-1) as Date
  await foldCounts(api.deps.database, new Date(end.getTime() + 30_000))
  expect(await verifyCounts(api.deps.database)).toEqual([])
  for (const audience of ['office', 'public', { unit: 'u5' }] as const) {
    for (const groupBy of ofAll) {
      for (const basis of ['issued', 'due'] as const) {
        for (const asOf of [end, instants[2] as Date]) {
          await agree({ groupBy, basis, view: 'by_successor', audience }, asOf)
        }
      }
    }
  }
})

test('units and people bear the names they had', async () => {
  for (const asOf of instants) {
    const world = worldAsOf(player.beginning, story, asOf)
    const names: [string, (key: string) => string | undefined][] = [
      ['unit', (key) => world.units.get(standsFor(world, key, 'by_successor'))?.name],
      ['leader', (key) => world.leaders.get(key)],
      ['specialist', (key) => world.accounts.get(key)],
    ]
    for (const [groupBy, nameOf] of names) {
      const question: Question = {
        groupBy,
        basis: 'issued',
        view: 'by_successor',
        audience: 'office',
      }
      for (const { key, label } of (await ask('office', addressOf(player, question, asOf))).rows) {
        expect(label).toBe(nameOf(player.nameOf(key)))
      }
    }
  }
})

test.each<[ComplianceQuestion['subject'], string[]]>([
  ['directive_entry', ['specialist', 'recorder', 'month']],
  ['report_entry', ['unit', 'unitType', 'month']],
  ['review', ['reviewer', 'unit', 'unitType', 'month']],
])('compliance of %s agrees', async (subject, groupings) => {
  for (const groupBy of groupings) {
    for (const view of views) {
      for (const [i, asOf] of instants.entries()) {
        const question = { subject, groupBy, view, ...(i % 2 ? period : {}) }
        const address = complianceAddress(question, asOf)
        const expected = measure(player.beginning, story, asOf, question)
        expect(tallied(await ask('office', address), player.nameOf), address).toEqual(expected)
      }
    }
  }
})
