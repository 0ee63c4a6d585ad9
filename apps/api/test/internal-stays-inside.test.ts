import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from './support/app.ts'
import type { Act, Question } from './support/province/acts.ts'
import { addressOf } from './support/province/ask.ts'
import { begin } from './support/province/chronicle.ts'
import { createPlayer, type Player } from './support/province/player.ts'
import { goOn, seeded } from './support/province/story.ts'

/*
 * What is internal leaks into no public figure: the same story is played twice, once with some orders
 * internal from the start, once without them, and the public reads the same, now and of every instant.
 */

const length = 45
const story: Act[] = []
const worlds: { api: TestApp; player: Player }[] = []

const isHidden = (order: string) => Number(order.slice(1)) % 3 === 1
const orderOf = (act: Act): string | undefined => {
  if (act.do === 'enter') return act.order.key
  if ('order' in act) return act.order
  return 'life' in act ? orders.get(act.life) : undefined
}
const orders = new Map<string, string>()

/** The same act about what is internal from the start, and is not made anything else. */
function hiding(act: Act): Act | null {
  if (act.do === 'enter') return { ...act, order: { ...act.order, visibility: 'internal' } }
  if (act.do === 'editOrder' && act.change.visibility) return null
  return act
}

async function played(change: (act: Act) => Act | null): Promise<void> {
  const api = await startTestApp({ now: '2026-03-01T01:00:00Z' })
  const player = await createPlayer(api)
  worlds.push({ api, player })
  if (story.length === 0) goOn(story, begin(player.beginning), length, seeded(42))
  for (const act of story) {
    if (act.do !== 'enter') continue
    for (const { leads, supports } of act.order.tasks) {
      for (const [life] of [...leads, ...supports]) orders.set(life, act.order.key)
    }
  }
  for (const act of story) {
    const order = orderOf(act)
    const told = order !== undefined && isHidden(order) ? change(act) : act
    if (told) await player.play(told)
  }
  api.clock.set(new Date((story.at(-1)?.at.getTime() ?? 0) + 1000))
}

beforeAll(async () => {
  await played(hiding)
  await played(() => null)
}, 600_000)
afterAll(() => Promise.all(worlds.map(({ api }) => api.close())))

/** What the public is told, with keys that mean the same in both worlds. */
async function told({ api, player }: (typeof worlds)[number], asOf: Date | undefined) {
  const groupings = 'unit unitType leader kind month quarter year status overdueAge'.split(' ')
  const filters = [undefined, { q: 'giao thong' }, { unit: ['u0', 'u2'] }]
  const answers: unknown[] = []
  for (const groupBy of groupings) {
    for (const basis of ['issued', 'due'] as const) {
      for (const narrowed of filters) {
        const view = basis === 'due' ? 'by_successor' : 'as_assigned'
        const question: Question = { groupBy, basis, view, audience: 'public', filters: narrowed }
        const answer = (await api.anonymous.get(addressOf(player, question, asOf))).json()
        const rows = answer.rows.map((row: { key: string }) => [player.nameOf(row.key), row])
        answers.push([answer.totals, rows.map(([key, row]: [string, object]) => ({ ...row, key }))])
      }
    }
  }
  for (const path of ['assignments', 'assignments?q=van+ban', 'units/so-xay-dung']) {
    const { total, figures } = (await api.anonymous.get(`/api/public/v1/${path}`)).json()
    answers.push(total ?? figures)
  }
  return answers
}

test('the public cannot tell what is internal from what is not there', async () => {
  const [hidden, absent] = worlds as [(typeof worlds)[number], (typeof worlds)[number]]
  const internal = story.filter((act) => act.do === 'enter' && isHidden(act.order.key))
  expect(internal.length).toBeGreaterThan(1)
  const instants = [undefined, ...[15, 30].map((i) => story[i]?.at)]
  for (const asOf of instants) expect(await told(hidden, asOf)).toEqual(await told(absent, asOf))
  // The office sees the difference.
  const [all, some] = await Promise.all(
    worlds.map(async ({ player }) => (await player.office.get('/api/v1/statistics')).json()),
  )
  expect(all.totals.total).toBeGreaterThan(some.totals.total)
})
