import { randomUUID } from 'node:crypto'
import { jobNames } from '@dunghan/contract'
import { v7 as newId } from 'uuid'
import { expect } from 'vitest'
import { makeZip } from '../files/make-zip.ts'
import type { Client, TestApp } from './app.ts'
import type { Known } from './fuzz-values.ts'
import { directiveBody, enter, report, reportBody } from './line.ts'
import { seededPassword } from './seed.ts'
import { makePdf } from './signed-pdf.ts'

/** Those by whom there comes to be what requests are made up from. */
export type Hands = Record<'admin' | 'specialist' | 'unit' | 'reviewer', Client>

const savedView = { page: 'assignments', search: 'q=a' }
const extensionBody = { dueOn: '2026-12-19', reason: 'Chờ ý kiến của Bộ' }
const png = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000049454e44ae426082',
  'hex',
)

/** A fresh order with a report on it, and what would be accepted about them. */
export async function lookAround(api: TestApp, hands: Hands): Promise<Known> {
  const { admin, specialist, unit, reviewer } = hands
  const directive = await enter(api, specialist, { visibility: 'metadata' })
  const open = await enter(api, specialist)
  const [task] = directive.tasks
  const assignment = task.assignments[0].id as string
  const { reports } = await report(api, unit, assignment)
  const { units, leaders, accounts } = api.seed
  const awaiting = await enter(api, specialist)
  const extended = awaiting.tasks[0].assignments[0].id as string
  const asked = await unit.post(`/api/v1/assignments/${extended}/extensions`, extensionBody)
  const drawnUp = await reviewer.get('/api/v1/monthly-reports?limit=1')
  const [ending, heir] = [await newUnit(admin), await newUnit(admin)]
  const view = await reviewer.post('/api/v1/saved-views', { ...savedView, name: randomUUID() })
  const bell = await unit.get('/api/v1/notifications?limit=1')
  const mail = await failedMail(api)
  const openId = open.tasks[0].assignments[0].id as string
  const done = await completed(api, hands)
  const reported = await enter(api, specialist)
  const reportedId = reported.tasks[0].assignments[0].id as string
  const unreviewed = (await report(api, unit, reportedId)).reports[0].id as string
  const unitIds = [units.unit.id]
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
    fitting: {
      directives: [directive.id, open.id],
      tasks: [task.id, open.tasks[0].id],
      assignments: [assignment, openId, extended],
      reports: [reports[0].id],
      extensions: [asked.json().id],
      units: [units.otherUnit.id, units.otherUnit.code],
      leaders: [leaders.chairman.id],
      accounts: [accounts.coordinator.id],
      files: [directive.files[0].id, open.files[0].id, reports[0].files[0].id],
      'saved-views': [view.json().id],
      'monthly-reports': drawnUp
        .json()
        .items.map((one: { id: string }) => one.id)
        .concat(ending),
      notifications: bell
        .json()
        .items.map((one: { id: string }) => one.id)
        .concat(ending),
      mails: [mail],
      jobs: [...jobNames],
      days: ['2026-12-21', '2026-12-22'],
      calendar: ['2026', '2027'],
    },
    fittingAct: {
      receiveAssignment: [openId],
      sendReport: [openId],
      requestExtension: [openId],
      moveDueDate: [openId],
      withdrawAssignment: [openId],
      reopenAssignment: [done],
      reviewReport: [unreviewed],
      editUnit: [heir],
      announceCalendarYear: ['2027'],
    },
    queries: {
      countPublicDueDate: '?dueOn=2026-12-05',
      getCompliance: '?subject=report_entry',
      previewMonthlyReport: '?month=2026-10',
    },
    contents: [await makePdf('Văn bản'), makeZip([{ name: 'a.txt', content: 'a' }]), png],
    refreshToken: await freshCookie(api),
    cursors: pages.map((page) => page.json().nextCursor as string),
    bodies: {
      signIn: [{ username: 'leader', password: seededPassword }],
      changePassword: [{ currentPassword: seededPassword, newPassword: 'một mật khẩu khác 2027' }],
      createUnit: [{ code: 'so-moi', name: 'Sở Mới', shortName: 'SM', type: 'department' }],
      editUnit: [{ name: 'Sở Khác' }, { parentId: units.otherUnit.id, validTo: '2030-01-01' }],
      succeedUnits: [
        { unitIds: [ending], successor: { id: heir }, endsOn: '2026-11-22', reason: 'Sáp nhập' },
      ],
      sendReminders: [{ assignmentIds: [openId] }],
      saveView: [{ ...savedView, name: randomUUID() }],
      readNotifications: [{ upTo: bell.json().items[0]?.id ?? ending }],
      editNotificationSettings: [{ kinds: {} }],
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
      editAccount: [{ displayName: 'Khác' }, { roles: ['coordinator', 'leader'], disabled: true }],
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

async function newUnit(admin: Client): Promise<string> {
  const code = `don-vi-${randomUUID().slice(0, 8)}`
  const body = { code, name: `Đơn vị ${code}`, shortName: code, type: 'department' }
  const made = await admin.post('/api/v1/units', body)
  expect(made.statusCode, made.body).toBe(201)
  return made.json().id
}

/** An assignment whose report was accepted. */
async function completed(api: TestApp, { specialist, unit, reviewer }: Hands): Promise<string> {
  const { tasks } = await enter(api, specialist)
  const id = tasks[0].assignments[0].id as string
  const { reports } = await report(api, unit, id)
  const verdict = { verdict: 'satisfactory' }
  const answer = await reviewer.post(`/api/v1/reports/${reports[0].id}/review`, verdict)
  expect(answer.statusCode, answer.body).toBeLessThan(300)
  return id
}

async function failedMail({ deps, seed, clock }: TestApp): Promise<string> {
  const mail = { id: newId(), accountId: seed.accounts.unit.id, address: 'so@example.vn' }
  const data = { ...mail, state: 'failed', createdAt: clock.now }
  const { prisma } = deps.database
  await prisma.account.update({ where: { id: mail.accountId }, data: { email: mail.address } })
  await prisma.mail.create({ data })
  return mail.id
}

async function freshCookie({ app }: TestApp): Promise<string> {
  const payload = { username: 'otherunit', password: seededPassword }
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload })
  return answer.cookies.find(({ name }) => name === 'refresh')?.value ?? ''
}
