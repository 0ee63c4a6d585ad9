import { withClient } from '../data/database.ts'
import { middle, timesOf } from '../measure.ts'
import { signIn } from '../sign-in.ts'
import { atLeast, lineOf, perSecond } from '../table.ts'
import type { Case } from './case.ts'

const connections = 50
const mostUnits = 20
const rounds = 4

interface Work {
  assignmentId: string
  accountId: string
  username: string
  reviewerId: string
  fileId: string
}

type Headers = Record<string, string>

/** What some units have received and not reported on, each with a file of its own to send. */
const prepare = `
  WITH open AS (
    SELECT p.assignment_id, p.unit_id, count(*) OVER (PARTITION BY p.unit_id) AS held
      FROM assignment_period p
     WHERE p.valid_to IS NULL AND p.role = 'lead' AND p.state = 'received'),
  units AS (SELECT DISTINCT unit_id, held FROM open ORDER BY held DESC, unit_id LIMIT ${mostUnits}),
  work AS (
    SELECT o.assignment_id, c.id AS account_id, c.username, gen_random_uuid() AS file_id
      FROM open o JOIN units USING (unit_id) JOIN account c ON c.unit_id = o.unit_id
     ORDER BY o.assignment_id LIMIT $1),
  sent AS (
    INSERT INTO file (id, name, media_type, size, sha256, signatures, uploaded_at, uploaded_by_id)
    SELECT file_id, 'bao-cao.pdf', 'application/pdf', 1000, repeat('0', 64), '[]', now(), account_id
      FROM work)
  SELECT assignment_id AS "assignmentId", account_id AS "accountId", username, file_id AS "fileId",
         (SELECT id FROM account WHERE username = 'xac-nhan-0') AS "reviewerId"
    FROM work ORDER BY md5(assignment_id::text)`

async function post(url: string, body: object, headers: Headers = {}): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 300)}`)
  return JSON.parse(text)
}

/** Pairs of acts a second, as many under way at once as there are connections. */
async function paceOf(work: Work[], play: (one: Work) => Promise<void>): Promise<number> {
  const waiting = [...work]
  const begun = performance.now()
  const worker = async () => {
    for (let one = waiting.pop(); one; one = waiting.pop()) await play(one)
  }
  await Promise.all(Array.from({ length: connections }, worker))
  return (work.length / (performance.now() - begun)) * 1000
}

export const reportAndReview: Case = {
  name: 'acts',
  async run({ product, reference, databaseUrl, seconds, rows }) {
    const ours = (await product('everything read')).address
    const bare = (await reference()).address
    const most = Math.max(20, Math.round(seconds * 160))
    const turns = timesOf(seconds, rounds)
    const work = await withClient(databaseUrl, async (client) => {
      return (await client.query<Work>(prepare, [most])).rows
    })
    const units = new Map<string, Headers>()
    for (const name of new Set(work.map(({ username }) => username))) {
      units.set(name, await signIn(ours, name))
    }
    const reviewer = await signIn(ours, 'xac-nhan-0')
    const issuedOn = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)

    const byProduct = async ({ assignmentId, username, fileId }: Work) => {
      const body = {
        ...{ title: 'Báo cáo', number: '1', symbol: 'BC', issuedOn, signedBy: 'Người ký' },
        files: [{ fileId, role: 'signed_document' }],
      }
      const url = `${ours}/api/v1/assignments/${assignmentId}/reports`
      const sent = (await post(url, body, units.get(username))) as { reports: { id: string }[] }
      const verdict = { verdict: 'satisfactory' }
      await post(`${ours}/api/v1/reports/${sent.reports.at(-1)?.id}/review`, verdict, reviewer)
    }
    const byHand = async ({ assignmentId, accountId, fileId, reviewerId }: Work) => {
      const asked = { assignmentId, accountId, fileId }
      const { id } = (await post(`${bare}/report`, asked)) as { id: string }
      await post(`${bare}/review`, { assignmentId, accountId: reviewerId, fileId: id })
    }

    const turn = Math.floor(work.length / (turns + (seconds === 0 ? 0 : 1)) / 2)
    if (turn === 0) throw new Error('Nothing is left to report on: fill the database anew.')
    const paces: { ours: number; bare: number }[] = []
    // The first turn of each warms it up and is not counted.
    const first = seconds === 0 ? 0 : -1
    for (let round = first; round < turns; round++) {
      const own = work.splice(0, turn)
      const hand = work.splice(0, turn)
      const pace = { ours: await paceOf(own, byProduct), bare: await paceOf(hand, byHand) }
      if (round >= 0) paces.push(pace)
    }
    const [a, b] = [middle(paces.map((one) => one.ours)), middle(paces.map((one) => one.bare))]
    return [
      lineOf(
        'report and review, whole acts',
        { ours: perSecond(a), reference: perSecond(b), value: a / b },
        atLeast(0.5),
        rows,
      ),
    ]
  },
}
