import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { complaint, Tally } from './support/fuzz-answers.ts'
import { type Hands, lookAround } from './support/fuzz-known.ts'
import { type HostileRequest, hostileRequest } from './support/fuzz-requests.ts'
import { versionedAt, versionThen } from './support/fuzz-right.ts'
import type { ApiDocument, Known } from './support/fuzz-values.ts'

/*
 * Bad input never gets 5xx, and every refusal is a whole problem document. `pnpm fuzz` makes the run
 * longer (`FUZZ_REQUESTS`) or another one (`FUZZ_SEED`); the same seed makes up the same requests.
 */

const requests = Number(process.env.FUZZ_REQUESTS ?? 800)
const seed = Number(process.env.FUZZ_SEED ?? 20_261_123)
/** So many requests that each operation succeeds at least once. */
const enoughForAll = 20_000
/** Requests made up from one look at what exists; what they destroy is there anew for the next. */
const atOnce = 250

interface Province {
  api: TestApp
  hands: Hands
  clients: (Client | TestApp['anonymous'])[]
}

async function founded(): Promise<Province> {
  const api = await startTestApp()
  const roles = ['specialist', 'unit', 'reviewer', 'coordinator', 'leader', 'admin'] as const
  const [specialist, unit, reviewer, coordinator, leader, admin] = (await Promise.all(
    roles.map(api.signInAs),
  )) as [Client, Client, Client, Client, Client, Client]
  const others = [coordinator, leader, await api.signInAs('otherUnit'), api.anonymous]
  const hands = { admin, specialist, unit, reviewer }
  return { api, hands, clients: [specialist, unit, reviewer, admin, ...others] }
}

/** A look at what exists; a province in which too much was destroyed is founded anew. */
async function lookedAt(province: Province): Promise<[Province, Known]> {
  try {
    return [province, await lookAround(province.api, province.hands)]
  } catch {
    await province.api.close()
    const next = await founded()
    return [next, await lookAround(next.api, next.hands)]
  }
}

/** Who is let in where: learnt from answers, so that a new operation needs no entry. */
const doors = new Map<string, number>()
/** Operations whose door is known. */
const opened = new Set<string>()

async function ask(
  { api, clients }: Province,
  request: HostileRequest,
  dice: number,
  from: string,
) {
  const learnt = doors.get(request.operationId) ?? 0
  const guesses = dice < clients.length && !request.right
  const client = clients[guesses ? dice : learnt] ?? api.anonymous
  if (request.headers['if-match'] === versionThen) {
    const { headers } = await client.get(versionedAt(request.url))
    request.headers['if-match'] = String(headers.etag ?? '"1"')
  }
  const own = 'headers' in client ? (client as Client).headers : {}
  const answer = await api.app.inject({
    method: request.method,
    url: request.url,
    headers: { ...own, ...request.headers },
    payload: request.payload,
    // From many addresses: the lid on one address is not what is tested here.
    remoteAddress: from,
  })
  if (answer.statusCode < 300) {
    doors.set(request.operationId, clients.indexOf(client))
    opened.add(request.operationId)
  } else if (!guesses && !opened.has(request.operationId)) {
    // What nothing is wrong with is refused for who asks: as unknown, too, or as not his own.
    const { statusCode } = answer
    const wrong = statusCode === 403 || (request.right && [400, 404].includes(statusCode))
    if (wrong) doors.set(request.operationId, (learnt + 1) % clients.length)
  }
  return answer
}

test(`${requests} requests nobody should send get an answer or a whole problem`, async () => {
  let province = await founded()
  let known: Known
  const { clients, api } = province
  const document: ApiDocument = (await api.anonymous.get('/api/openapi.json')).json()
  // A stream has no end that an answer could be waited for.
  delete document.paths['/api/v1/events']
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
  const tally = new Tally(operations.map(({ operationId = '' }) => operationId))
  const complaints = new Map<string, unknown>()
  for (let done = 0; done < requests; done += atOnce) {
    ;[province, known] = await lookedAt(province)
    const dice = fc.nat(clients.length * 3)
    const asked = fc.tuple(hostileRequest(document, known), dice, fc.ipV4())
    const sample = { seed: seed + done, numRuns: Math.min(atOnce, requests - done) }
    for (const [request, who, from] of fc.sample(asked, sample)) {
      const answer = await ask(province, request, who, from)
      tally.add(request.operationId, answer.statusCode)
      const wrong = complaint(request, answer)
      if (!wrong) continue
      const found = { request, body: answer.body.slice(0, 500) }
      complaints.set(`${request.operationId} ${wrong}`, found)
    }
  }
  await province.api.close()
  if (process.env.FUZZ_REQUESTS) {
    process.stdout.write(
      `${tally.table()}\nnever done: ${tally.neverDone().join(', ') || 'none'}\nseed ${seed}, ${complaints.size} complaints\n`,
    )
  }
  expect(Object.fromEntries(complaints)).toEqual({})
  // It would prove little if nothing got as far as the acts; a long run gets to each of them.
  if (requests >= enoughForAll) expect(tally.neverDone()).toEqual([])
  expect(tally.of(2)).toBeGreaterThan(requests / 20)
}, 3_600_000)
