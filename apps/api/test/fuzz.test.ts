import { Problem, problemNames } from '@dunghan/contract'
import fc from 'fast-check'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import {
  type ApiDocument,
  type HostileRequest,
  hostileRequest,
  type Known,
} from './support/fuzz-requests.ts'
import { directiveBody, enter, report, reportBody } from './support/line.ts'
import { seededPassword } from './support/seed.ts'

/*
 * Bad input never gets 5xx, and every refusal is a whole problem document. `FUZZ_REQUESTS` makes
 * the run longer, `FUZZ_SEED` another one; the same seed makes up the same requests.
 */

const requests = Number(process.env.FUZZ_REQUESTS ?? 1500)
const seed = Number(process.env.FUZZ_SEED ?? 20_261_123)
/** Requests made up from one look at what exists; what they destroy is there anew for the next. */
const atOnce = 250

let api: TestApp
let clients: (Client | TestApp['anonymous'])[]
let specialist: Client
let unit: Client
let document: ApiDocument

beforeAll(async () => {
  api = await startTestApp()
  document = (await api.anonymous.get('/api/openapi.json')).json()
  // A stream has no end that an answer could be waited for.
  delete document.paths['/api/v1/events']
  specialist = await api.signInAs('specialist')
  unit = await api.signInAs('unit')
  const others = ['reviewer', 'coordinator', 'leader', 'admin', 'otherUnit'] as const
  clients = [specialist, unit, ...(await Promise.all(others.map(api.signInAs))), api.anonymous]
})
afterAll(() => api.close())

/** A fresh order with a report on it, and what would be accepted about them. */
async function lookAround(): Promise<Known> {
  const directive = await enter(api, specialist, { visibility: 'metadata' })
  const open = await enter(api, specialist)
  const [task] = directive.tasks
  const assignment = task.assignments[0].id as string
  const { reports } = await report(api, unit, assignment)
  const { units, leaders, accounts } = api.seed
  const unitIds = [units.unit.id]
  const reviewer = await api.signInAs('reviewer')
  const pages = await Promise.all(
    ['assignments', 'directives'].map((list) => reviewer.get(`/api/v1/${list}?limit=1`)),
  )
  return {
    ids: [
      ...[directive.id, task.id, assignment, reports[0].id, directive.files[0].id],
      ...[open.id, open.tasks[0].assignments[0].id, open.tasks[0].id, reports[0].files[0].id],
      ...[units.unit.id, units.otherUnit.id, leaders.chairman.id, accounts.coordinator.id],
      ...[accounts.unit.id, '00000000-0000-0000-0000-000000000000', units.unit.code],
      '2026-12-21',
    ],
    cursors: pages.map((page) => page.json().nextCursor as string),
    bodies: {
      signIn: [{ username: 'leader', password: seededPassword }],
      changePassword: [{ currentPassword: seededPassword, newPassword: 'một mật khẩu khác 2027' }],
      createUnit: [{ code: 'so-moi', name: 'Sở Mới', shortName: 'SM', type: 'department' }],
      editUnit: [{ name: 'Sở Khác', parentId: units.otherUnit.id, validTo: '2030-01-01' }],
      createLeader: [{ name: 'Lê Văn B', position: 'Phó Chủ tịch', validFrom: '2026-01-01' }],
      editLeader: [{ name: 'Lê Văn C', validTo: null }],
      previewDueDate: [{ dueOn: '2026-12-05', issuedOn: '2026-11-20', issuedTime: '15:20' }],
      enterDirective: [await directiveBody(api, specialist)],
      editDirective: [{ title: 'Tên khác', number: '9', issuedTime: null, visibility: 'internal' }],
      addTask: [{ content: 'Thêm', dueOn: '2026-12-30', unitIds, supportUnitIds: [] }],
      addTaskUnits: [{ unitIds: [], supportUnitIds: [units.otherUnit.id] }],
      sendReport: [await reportBody(api, unit)],
      requestExtension: [{ dueOn: '2026-12-19', reason: 'Chờ ý kiến của Bộ' }],
      decideExtension: [
        { decision: 'approved', dueOn: '2026-12-20' },
        { decision: 'rejected', comment: 'Chưa đủ căn cứ' },
      ],
      moveDueDate: [{ dueOn: '2026-12-25', reason: 'Theo lịch họp' }],
      reviewReport: [{ verdict: 'unsatisfactory', comment: 'Chưa đủ số liệu' }],
      withdrawDirective: [{ reason: 'Thu hồi' }],
      withdrawAssignment: [{ reason: 'Thu hồi' }],
      reopenAssignment: [{ reason: 'Mở lại' }],
      createAccount: [{ username: 'moi', displayName: 'Mới', roles: ['leader'], unitId: null }],
      editAccount: [{ displayName: 'Khác', roles: ['coordinator', 'leader'], disabled: true }],
      editCalendarDay: [{ kind: 'off', name: 'Nghỉ', reason: 'Bão', document: null }],
      announceCalendarYear: [{ reason: 'Đúng', document: '1/TB' }],
      importCalendarYear: [
        {
          year: 2027,
          format: 'csv',
          content: 'date,kind,name\n2027-02-04,off,Tết',
          reason: 'Thông báo',
          document: '1/TB',
        },
        {
          year: 2027,
          format: 'ics',
          content:
            'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270204\nSUMMARY:Tết\nEND:VEVENT\nEND:VCALENDAR',
          reason: 'Thông báo',
          document: '1/TB',
        },
      ],
      drawUpMonthlyReport: [
        { month: '2026-10' },
        { from: '2026-11-01', to: '2026-11-20', asOf: '2026-11-22', title: 'Báo cáo nhanh' },
      ],
      changeSettings: [
        { requireSignedDirectives: false, dueSoonDays: 3, maxUploadMiB: 50, maxExtensions: 1 },
      ],
    },
  }
}

/** What is wrong with an answer; null when nothing is. */
function complaint({ method }: HostileRequest, answer: LightMyRequestResponse): string | null {
  if (answer.statusCode >= 500) return `answered ${answer.statusCode}`
  if (!answer.headers['x-request-id']) return 'has no X-Request-Id'
  if (answer.statusCode < 400 || method === 'HEAD') return null
  if (!/^application\/problem\+json/.test(String(answer.headers['content-type']))) {
    return `refused with ${answer.headers['content-type']}`
  }
  const problem = Problem.safeParse(answer.json())
  if (!problem.success) return 'refused with half a problem'
  const { type, status, detail, title } = problem.data
  const name = type.replace('/problems/', '')
  if (!(problemNames as readonly string[]).includes(name)) return `refused for ${type}`
  if (status !== answer.statusCode) return `says ${status} in a ${answer.statusCode}`
  return title === '' || /\{\w+\}/.test(detail) ? `says “${title}: ${detail}”` : null
}

async function ask(request: HostileRequest, who: number, address: string) {
  const client = clients[who % clients.length] as Client | TestApp['anonymous']
  const own = 'headers' in client ? client.headers : {}
  const { method, url, payload } = request
  return api.app.inject({
    method,
    url,
    headers: { ...own, ...request.headers },
    payload,
    // From many addresses: the lid on one address is not what is tested here.
    remoteAddress: address,
  })
}

/** The unit's own account for its acts, the admin for the admin's; now and then somebody else. */
function fitting({ operationId }: HostileRequest, dice: number): number {
  if (dice >= clients.length) {
    if (/Unit$|Leader$|Account|Settings|resetPassword|CalendarDay|CalendarYear/.test(operationId))
      return 5
    if (/^(receive|sendReport)/.test(operationId)) return 1
    return /^(review|reopen)/.test(operationId) ? 2 : 0
  }
  return dice
}

test(`${requests} requests nobody should send get an answer or a whole problem`, async () => {
  const complaints = new Map<string, unknown>()
  const tally = new Map<number, number>()
  for (let done = 0; done < requests; done += atOnce) {
    const known = await lookAround()
    const asked = fc.tuple(hostileRequest(document, known), fc.nat(23), fc.ipV4())
    const sample = { seed: seed + done, numRuns: Math.min(atOnce, requests - done) }
    for (const [request, dice, address] of fc.sample(asked, sample)) {
      const answer = await ask(request, fitting(request, dice), address)
      tally.set(answer.statusCode, (tally.get(answer.statusCode) ?? 0) + 1)
      const wrong = complaint(request, answer)
      if (wrong)
        complaints.set(`${request.operationId} ${wrong}`, {
          request,
          body: answer.body.slice(0, 500),
        })
    }
  }
  if (process.env.FUZZ_REQUESTS) process.stdout.write(`${JSON.stringify([...tally].sort())}\n`)
  expect(Object.fromEntries(complaints)).toEqual({})
  // It would prove little if nothing got as far as the acts.
  expect(tally.get(200)).toBeGreaterThan(requests / 20)
}, 3_600_000)
