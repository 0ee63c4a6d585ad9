import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { directiveBody, enter, expectProblem, report, reportBody, upload } from './support/line.ts'
import { seededPassword } from './support/seed.ts'
import { makePdf } from './support/signed-pdf.ts'

/*
 * Every operation against everybody. An operation that is not in the table fails the test until it
 * is placed; one that lets in somebody the table does not name fails it too.
 */

const callers = [
  'anonymous',
  'specialist',
  'otherSpecialist',
  'reviewer',
  'coordinator',
  'leader',
  'admin',
  'unit',
  'otherUnit',
] as const
type Caller = (typeof callers)[number]

const everyone = callers
const signedIn = callers.filter((caller) => caller !== 'anonymous')
const office = signedIn.filter((caller) => caller !== 'unit' && caller !== 'otherUnit')
const admin: Caller[] = ['admin']
const reviewer: Caller[] = ['reviewer']
const specialists: Caller[] = ['specialist', 'otherSpecialist']

interface Place {
  allowed: readonly Caller[]
  /** To these it does not exist. */
  blind?: readonly Caller[]
  /** What those who may are answered when it is no success: then that rule is what is asked for. */
  refused?: readonly [status: number, problem: string]
  ask: (client: Client | TestApp['anonymous']) => Promise<{ statusCode: number; body: string }>
}

let api: TestApp
const clients = {} as Record<Caller, Client | TestApp['anonymous']>
/** Things to act on: an order of `specialist` to `unit`, reported on, and its files. */
let own: {
  directive: string
  task: string
  assignment: string
  /** Another, which the unit has not received yet. */
  waiting: string
  /** And one it asked an extension for. */
  extended: string
  extension: string
  report: string
  file: string
  reportFile: string
  monthlyReport: string
  notification: string
}

const matching = { 'if-match': '"1"' }
const reason = { reason: 'Lý do' }
const fileFrom = (client: Client | TestApp['anonymous']) => 'headers' in client

const places: Record<string, Place> = {
  // Session
  signIn: {
    allowed: everyone,
    ask: (c) => c.post('/api/v1/session', { username: 'leader', password: seededPassword }),
  },
  signOut: { allowed: everyone, ask: (c) => c.delete('/api/v1/session') },
  // Refused to all: it asks for the cookie, whoever sends it.
  refreshSession: { allowed: [], ask: (c) => c.post('/api/v1/session/refresh') },
  getMe: { allowed: signedIn, ask: (c) => c.get('/api/v1/me') },
  changePassword: {
    allowed: signedIn,
    refused: [422, 'password-too-weak'],
    ask: (c) =>
      c.put('/api/v1/me/password', { currentPassword: seededPassword, newPassword: 'ngắn' }),
  },
  // Public
  listPublicAssignments: { allowed: everyone, ask: (c) => c.get('/api/public/v1/assignments') },
  exportPublicAssignmentsCsv: {
    allowed: everyone,
    ask: (c) => c.get('/api/public/v1/assignments.csv'),
  },
  exportPublicAssignmentsXlsx: {
    allowed: everyone,
    ask: (c) => c.get('/api/public/v1/assignments.xlsx'),
  },
  getPublicAssignment: {
    allowed: everyone,
    ask: (c) => c.get(`/api/public/v1/assignments/${own.assignment}`),
  },
  getPublicDirective: {
    allowed: everyone,
    ask: (c) => c.get(`/api/public/v1/directives/${own.directive}`),
  },
  getPublicFileContent: {
    allowed: everyone,
    ask: (c) => c.get(`/api/public/v1/files/${own.file}/content`),
  },
  listPublicUnits: { allowed: everyone, ask: (c) => c.get('/api/public/v1/units') },
  getPublicUnit: {
    allowed: everyone,
    ask: (c) => c.get(`/api/public/v1/units/${api.seed.units.unit.code}`),
  },
  listPublicLeaders: { allowed: everyone, ask: (c) => c.get('/api/public/v1/leaders') },
  getPublicCalendarYear: {
    allowed: everyone,
    ask: (c) => c.get('/api/public/v1/calendar/2026'),
  },
  countPublicDueDate: {
    allowed: everyone,
    ask: (c) => c.get('/api/public/v1/due-date?dueOn=2026-12-05'),
  },
  getPublicFeed: { allowed: everyone, ask: (c) => c.get('/api/public/v1/feed.atom') },
  getPublicUnitFeed: {
    allowed: everyone,
    ask: (c) => c.get(`/api/public/v1/units/${api.seed.units.unit.code}/feed.atom`),
  },
  getPublicUnitDueDates: {
    allowed: everyone,
    ask: (c) => c.get(`/api/public/v1/units/${api.seed.units.unit.code}/due.ics`),
  },
  getPublicCatalog: { allowed: everyone, ask: (c) => c.get('/api/public/v1/catalog.jsonld') },
  getPublicStatistics: { allowed: everyone, ask: (c) => c.get('/api/public/v1/statistics') },
  listPublicSeals: { allowed: everyone, ask: (c) => c.get('/api/public/v1/seals') },
  // Anyone signed in
  streamEvents: {
    allowed: signedIn,
    ask: async (c) => {
      const headers = 'headers' in c ? c.headers : {}
      const answer = await api.app.inject({ url: '/api/v1/events', headers, payloadAsStream: true })
      if (answer.statusCode === 200) {
        answer.stream().destroy()
        return answer
      }
      return c.get('/api/v1/events')
    },
  },
  listUnits: { allowed: signedIn, ask: (c) => c.get('/api/v1/units') },
  getUnit: { allowed: signedIn, ask: (c) => c.get(`/api/v1/units/${api.seed.units.unit.id}`) },
  listLeaders: { allowed: signedIn, ask: (c) => c.get('/api/v1/leaders') },
  getLeader: {
    allowed: signedIn,
    ask: (c) => c.get(`/api/v1/leaders/${api.seed.leaders.deputy.id}`),
  },
  previewDueDate: {
    allowed: signedIn,
    ask: (c) => c.post('/api/v1/due-date-preview', { dueOn: '2026-12-05' }),
  },
  getCalendarYear: { allowed: signedIn, ask: (c) => c.get('/api/v1/calendar/2026') },
  exportCalendarYear: { allowed: signedIn, ask: (c) => c.get('/api/v1/calendar/2026/export') },
  listSavedViews: { allowed: signedIn, ask: (c) => c.get('/api/v1/saved-views') },
  saveView: {
    allowed: signedIn,
    ask: (c) =>
      c.post('/api/v1/saved-views', { page: 'assignments', name: newId(), search: 'q=a' }),
  },
  // Its own are not there to delete: that is what each is answered.
  deleteSavedView: {
    allowed: signedIn,
    refused: [404, 'not-found'],
    ask: (c) => c.delete(`/api/v1/saved-views/${newId()}`),
  },
  listNotifications: { allowed: signedIn, ask: (c) => c.get('/api/v1/notifications') },
  // Nobody else's: it does not exist for anybody but whom it was told to.
  readNotification: {
    allowed: ['unit'],
    blind: signedIn.filter((caller) => caller !== 'unit'),
    ask: (c) => c.post(`/api/v1/notifications/${own.notification}/read`),
  },
  readNotifications: {
    allowed: signedIn,
    refused: [400, 'invalid-request'],
    ask: (c) => c.post('/api/v1/notifications/read', { upTo: newId() }),
  },
  getNotificationSettings: {
    allowed: signedIn,
    ask: (c) => c.get('/api/v1/me/notification-settings'),
  },
  editNotificationSettings: {
    allowed: signedIn,
    ask: (c) => c.put('/api/v1/me/notification-settings', { kinds: {} }),
  },
  sendReminders: {
    allowed: ['coordinator'],
    ask: (c) => c.post('/api/v1/reminders', { assignmentIds: [own.waiting] }),
  },
  getStatistics: { allowed: signedIn, ask: (c) => c.get('/api/v1/statistics') },
  getCompliance: {
    allowed: signedIn,
    ask: (c) => c.get('/api/v1/statistics/compliance?subject=report_entry'),
  },
  listAssignments: { allowed: signedIn, ask: (c) => c.get('/api/v1/assignments') },
  exportAssignments: { allowed: signedIn, ask: (c) => c.get('/api/v1/assignments/export') },
  getAssignment: {
    allowed: [...office, 'unit'],
    blind: ['otherUnit'],
    ask: (c) => c.get(`/api/v1/assignments/${own.assignment}`),
  },
  getAssignmentHistory: {
    allowed: [...office, 'unit'],
    blind: ['otherUnit'],
    ask: (c) => c.get(`/api/v1/assignments/${own.assignment}/history`),
  },
  uploadFile: {
    allowed: [...specialists, 'unit', 'otherUnit'],
    ask: async (c) =>
      fileFrom(c) ? upload(api, c as Client, await makePdf('thử')) : c.post('/api/v1/files'),
  },
  getFile: {
    allowed: [...office, 'unit'],
    blind: ['otherUnit'],
    ask: (c) => c.get(`/api/v1/files/${own.file}`),
  },
  getFileContent: {
    allowed: [...office, 'unit'],
    blind: ['otherUnit'],
    ask: (c) => c.get(`/api/v1/files/${own.reportFile}/content`),
  },
  // Units act
  receiveAssignment: {
    allowed: ['unit'],
    blind: ['otherUnit'],
    ask: (c) => c.post(`/api/v1/assignments/${own.waiting}/receipt`),
  },
  sendReport: {
    allowed: ['unit'],
    refused: [409, 'report-awaiting-review'],
    blind: ['otherUnit'],
    ask: async (c) =>
      c.post(
        `/api/v1/assignments/${own.assignment}/reports`,
        await reportBody(api, clients.unit as Client),
      ),
  },
  requestExtension: {
    allowed: ['unit'],
    refused: [409, 'report-awaiting-review'],
    blind: ['otherUnit'],
    ask: (c) =>
      c.post(`/api/v1/assignments/${own.assignment}/extensions`, {
        dueOn: '2026-12-19',
        ...reason,
      }),
  },
  // The office reads and acts
  listDirectives: { allowed: office, ask: (c) => c.get('/api/v1/directives') },
  getDirective: { allowed: office, ask: (c) => c.get(`/api/v1/directives/${own.directive}`) },
  enterDirective: {
    allowed: specialists,
    ask: async (c) => {
      const uploader = c === clients.otherSpecialist ? c : clients.specialist
      return c.post('/api/v1/directives', await directiveBody(api, uploader as Client))
    },
  },
  editDirective: {
    allowed: ['specialist'],
    ask: (c) => c.patch(`/api/v1/directives/${own.directive}`, { title: 'Tên khác' }, matching),
  },
  addTask: {
    allowed: ['specialist'],
    ask: (c) =>
      c.post(`/api/v1/directives/${own.directive}/tasks`, {
        content: 'Thêm',
        dueOn: '2026-12-30',
        unitIds: [api.seed.units.unit.id],
      }),
  },
  addTaskUnits: {
    allowed: ['specialist'],
    ask: (c) =>
      c.post(`/api/v1/tasks/${own.task}/units`, { supportUnitIds: [api.seed.units.otherUnit.id] }),
  },
  withdrawDirective: {
    allowed: ['specialist'],
    refused: [422, 'reason-required'],
    ask: (c) => c.post(`/api/v1/directives/${own.directive}/withdrawal`, {}),
  },
  withdrawAssignment: {
    allowed: ['specialist', 'reviewer'],
    refused: [422, 'reason-required'],
    ask: (c) => c.post(`/api/v1/assignments/${own.assignment}/withdrawal`, {}),
  },
  reopenAssignment: {
    allowed: reviewer,
    refused: [409, 'invalid-transition'],
    ask: (c) => c.post(`/api/v1/assignments/${own.assignment}/reopening`, reason),
  },
  reviewReport: {
    allowed: reviewer,
    refused: [422, 'comment-required'],
    ask: (c) => c.post(`/api/v1/reports/${own.report}/review`, { verdict: 'unsatisfactory' }),
  },
  decideExtension: {
    allowed: reviewer,
    refused: [422, 'comment-required'],
    ask: (c) => c.post(`/api/v1/extensions/${own.extension}/decision`, { decision: 'rejected' }),
  },
  moveDueDate: {
    allowed: reviewer,
    refused: [422, 'reason-required'],
    ask: (c) =>
      c.put(
        `/api/v1/assignments/${own.extended}/due-date`,
        { dueOn: '2026-12-19', reason: '' },
        matching,
      ),
  },
  // The admin keeps
  createUnit: {
    allowed: admin,
    ask: (c) =>
      c.post('/api/v1/units', {
        code: `u-${newId()}`,
        name: 'Đơn vị',
        shortName: 'ĐV',
        type: 'other',
      }),
  },
  succeedUnits: {
    allowed: admin,
    refused: [400, 'invalid-request'],
    ask: (c) =>
      c.post('/api/v1/units/succession', {
        unitIds: [newId()],
        successor: null,
        endsOn: '2026-11-22',
        reason: 'Lý do',
      }),
  },
  editUnit: {
    allowed: admin,
    ask: (c) => c.patch(`/api/v1/units/${api.seed.units.unit.id}`, {}, matching),
  },
  createLeader: {
    allowed: admin,
    ask: (c) => c.post('/api/v1/leaders', { name: 'Lê Văn B', position: 'Phó Chủ tịch' }),
  },
  editLeader: {
    allowed: admin,
    ask: (c) => c.patch(`/api/v1/leaders/${api.seed.leaders.deputy.id}`, {}, matching),
  },
  listSpecialists: { allowed: office, ask: (c) => c.get('/api/v1/specialists') },
  listAccounts: { allowed: admin, ask: (c) => c.get('/api/v1/accounts') },
  getAccount: {
    allowed: admin,
    ask: (c) => c.get(`/api/v1/accounts/${api.seed.accounts.leader.id}`),
  },
  createAccount: {
    allowed: admin,
    ask: (c) =>
      c.post('/api/v1/accounts', { username: 'moi', displayName: 'Mới', roles: ['leader'] }),
  },
  editAccount: {
    allowed: admin,
    ask: (c) => c.patch(`/api/v1/accounts/${api.seed.accounts.leader.id}`, {}, matching),
  },
  resetPassword: {
    allowed: admin,
    ask: (c) => c.post(`/api/v1/accounts/${api.seed.accounts.coordinator.id}/password-reset`, {}),
  },
  exportStatistics: {
    allowed: signedIn,
    ask: (c) => c.get('/api/v1/statistics/export?groupBy=month&format=csv'),
  },
  listMonthlyReports: { allowed: office, ask: (c) => c.get('/api/v1/monthly-reports') },
  getMonthlyReport: {
    allowed: office,
    ask: (c) => c.get(`/api/v1/monthly-reports/${own.monthlyReport}`),
  },
  exportMonthlyReport: {
    allowed: office,
    ask: (c) => c.get(`/api/v1/monthly-reports/${own.monthlyReport}/export?format=csv`),
  },
  previewMonthlyReport: {
    allowed: ['coordinator'],
    ask: (c) => c.get('/api/v1/monthly-reports/preview?month=2026-10'),
  },
  drawUpMonthlyReport: {
    allowed: ['coordinator'],
    ask: (c) => c.post('/api/v1/monthly-reports', { from: '2026-11-01', to: '2026-11-20' }),
  },
  listCalendarChanges: { allowed: admin, ask: (c) => c.get('/api/v1/calendar/changes') },
  editCalendarDay: {
    allowed: admin,
    ask: (c) =>
      c.put(
        '/api/v1/calendar/days/2026-12-21?preview=true',
        { kind: 'off', name: 'Nghỉ', ...reason },
        matching,
      ),
  },
  announceCalendarYear: {
    allowed: admin,
    ask: (c) =>
      c.put(
        '/api/v1/calendar/2027/announcement?preview=true',
        { ...reason, document: '1/TB' },
        matching,
      ),
  },
  importCalendarYear: {
    allowed: admin,
    refused: [422, 'calendar-import-refused'],
    ask: (c) =>
      c.post(
        '/api/v1/calendar/imports',
        { year: 2027, format: 'csv', content: '', document: '1/TB', ...reason },
        matching,
      ),
  },
  listAuditEvents: { allowed: admin, ask: (c) => c.get('/api/v1/audit') },
  verifyAudit: { allowed: admin, ask: (c) => c.get('/api/v1/audit/verification') },
  exportAudit: { allowed: admin, ask: (c) => c.get('/api/v1/audit/export') },
  listJobs: { allowed: admin, ask: (c) => c.get('/api/v1/jobs') },
  runJob: { allowed: admin, ask: (c) => c.post('/api/v1/jobs/sweep/run') },
  listMails: { allowed: admin, ask: (c) => c.get('/api/v1/mails') },
  retryMail: {
    allowed: admin,
    refused: [404, 'not-found'],
    ask: (c) => c.post(`/api/v1/mails/${newId()}/retry`),
  },
  getSettings: { allowed: admin, ask: (c) => c.get('/api/v1/settings') },
  changeSettings: {
    allowed: admin,
    ask: (c) =>
      c.put(
        '/api/v1/settings',
        { requireSignedDirectives: false, dueSoonDays: 3, maxUploadMiB: 50, maxExtensions: 1 },
        matching,
      ),
  },
}

beforeAll(async () => {
  api = await startTestApp()
  for (const caller of callers) {
    if (caller === 'anonymous') clients[caller] = api.anonymous
    else if (caller !== 'otherSpecialist') clients[caller] = await api.signInAs(caller)
  }
  const { passwordHash } = await api.deps.database.prisma.account.findFirstOrThrow()
  const other = await api.deps.database.prisma.account.create({
    data: {
      id: newId(),
      username: 'other.specialist',
      displayName: 'Chuyên viên khác',
      roles: ['specialist'],
      passwordHash,
      mustChangePassword: false,
      createdAt: api.clock.now,
      searchText: '',
    },
  })
  clients.otherSpecialist = await api.signInAs(other.id)
  const directive = await enter(api, clients.specialist as Client)
  const [task] = directive.tasks
  const assignment = task.assignments[0].id
  const answered = await report(api, clients.unit as Client, assignment)
  const another = await enter(api, clients.specialist as Client)
  const extended = (await enter(api, clients.specialist as Client)).tasks[0].assignments[0].id
  const asked = await (clients.unit as Client).post(`/api/v1/assignments/${extended}/extensions`, {
    dueOn: '2026-12-19',
    ...reason,
  })
  const drawn = await (clients.coordinator as Client).post('/api/v1/monthly-reports', {
    month: '2026-10',
  })
  const told = await (clients.unit as Client).get('/api/v1/notifications?limit=1')
  own = {
    notification: told.json().items[0].id,
    monthlyReport: drawn.json().id,
    extended,
    extension: asked.json().id,
    waiting: another.tasks[0].assignments[0].id,
    directive: directive.id,
    task: task.id,
    assignment,
    report: answered.reports[0].id,
    file: directive.files[0].id,
    reportFile: answered.reports[0].files[0].id,
  }
})
afterAll(() => api.close())

function operations(): { operationId: string; method: string; path: string }[] {
  const { paths = {} } = api.app.swagger() as {
    paths?: Record<string, Record<string, { operationId?: string }>>
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId = '' }]) => ({
      operationId,
      method,
      path,
    })),
  )
}

test('every operation has a name of its own and its place', () => {
  const names = operations().map(({ operationId }) => operationId)
  expect(new Set(names).size).toBe(names.length)
  expect(names.toSorted()).toEqual(Object.keys(places).toSorted())
})

test('the OpenAPI document says which need a session', () => {
  for (const { operationId, path, method } of operations()) {
    const { paths } = api.app.swagger() as unknown as {
      paths: Record<string, Record<string, { security?: unknown }>>
    }
    const open =
      places[operationId]?.allowed.includes('anonymous') || operationId === 'refreshSession'
    expect(paths[path]?.[method]?.security, operationId).toEqual(
      open ? undefined : [{ bearer: [] }],
    )
  }
})

describe.each(Object.entries(places))(
  '%s',
  (_operationId, { allowed, blind = [], refused, ask }) => {
    test.each(callers)('%s', async (caller) => {
      const answer = (await ask(clients[caller])) as Parameters<typeof expectProblem>[0]
      if (allowed.includes(caller)) {
        if (refused) expectProblem(answer, ...refused)
        else expect(answer.statusCode, answer.body).toBeLessThan(300)
      } else if (caller === 'anonymous' || allowed.length === 0) {
        expectProblem(answer, 401, 'unauthenticated')
      } else if (blind.includes(caller)) {
        expectProblem(answer, 404, 'not-found')
      } else {
        expectProblem(answer, 403, 'forbidden')
      }
    })
  },
)

test('figures by specialist are the office’s', async () => {
  const ask = (client: Client) => client.get('/api/v1/statistics?groupBy=specialist')
  const problem = expectProblem(await ask(clients.unit as Client), 403, 'forbidden')
  expect(problem.errors).toMatchObject([{ pointer: '/groupBy' }])
  expect((await ask(clients.leader as Client)).statusCode).toBe(200)
})
