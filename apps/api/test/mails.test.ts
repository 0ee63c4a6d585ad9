import { type NotificationKind, noFacts } from '@dunghan/domain'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { JobParts } from '../src/jobs/job.ts'
import { jobs } from '../src/jobs/jobs.ts'
import { runJob } from '../src/jobs/run-job.ts'
import { createPostman } from '../src/modules/mails/postman.ts'
import { type NewNotification, tellStore } from '../src/modules/notifications/tell.store.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { directiveBody, enter, expectProblem } from './support/line.ts'
import {
  closedPort,
  type MailServer,
  startEndlessServer,
  startMailServer,
  startOddServer,
} from './support/mail-server.ts'

const password = 'bí mật của máy chủ thư'
const monday = '2026-11-23T02:00:00.000Z' // 9:00 in Việt Nam
const minute = 60_000

let api: TestApp
let server: MailServer
let lines: unknown[]

beforeAll(async () => {
  server = await startMailServer({ user: 'dung-han', pass: password })
  api = await startTestApp({ config: { publicUrl: 'https://dunghan.example.vn' } })
})
afterAll(async () => {
  await api.close()
  await server.close()
})
beforeEach(async () => {
  const { prisma } = api.deps.database
  await prisma.notification.deleteMany()
  await prisma.mail.deleteMany()
  await prisma.jobRun.deleteMany()
  await prisma.account.updateMany({ data: { email: null, disabledAt: null } })
  await address('unit', 'so-xay-dung@dongthap.example.vn')
  api.clock.set(monday)
  server.taken.length = 0
  server.refuse = {}
  server.onTaken = () => {}
  lines = []
})

const address = (who: 'unit' | 'otherUnit' | 'admin', email: string | null) =>
  api.deps.database.prisma.account.update({
    where: { id: api.seed.accounts[who].id },
    data: { email },
  })

const note = (...said: unknown[]) => void lines.push(said)
const log = { info: note, warn: note, error: note }
const parts = (smtpUrl = server.url): JobParts => ({
  ...api.deps,
  config: {
    ...api.deps.config,
    mail: { smtpUrl, from: 'Đúng Hạn <dung-han@dongthap.example.vn>' },
  },
  stopping: new AbortController().signal,
})
const digests = (given = parts()) => runJob('digests', jobs.digests, given, log)
const sendMail = (given = parts()) => runJob('send-mail', jobs['send-mail'], given, log)
const later = (minutes: number) =>
  api.clock.set(new Date(api.clock.now.getTime() + minutes * minute))
const mails = () => api.deps.database.prisma.mail.findMany({ orderBy: { id: 'asc' } })
const lastRun = (job: string) =>
  api.deps.database.prisma.jobRun.findFirst({ where: { job }, orderBy: { id: 'desc' } })

/** Tells an account something, as an act or a job does. */
async function tell(
  kind: NotificationKind,
  change: Partial<NewNotification> = {},
  who: 'unit' | 'otherUnit' = 'unit',
) {
  await tellStore(api.deps.database.prisma).insertMany([
    {
      accountId: api.seed.accounts[who].id,
      kind,
      key: newId(),
      at: api.clock.now,
      assignmentId: null,
      directiveId: null,
      count: 1,
      facts: noFacts,
      inBell: true,
      byMail: true,
      ...change,
    },
  ])
}

const facts = {
  ...noFacts,
  directive: { id: newId(), number: '12', symbol: 'TB-VPUBND', title: 'Kết luận' },
  task: 'Báo cáo tiến độ <giải ngân> & vốn',
  dueOn: '2026-11-28',
  effectiveDueOn: '2026-11-30',
}

describe('a digest', () => {
  test('tells all there is in one mail, grouped and in words, with links', async () => {
    const assignmentId = newId()
    await tell('overdue', {
      assignmentId,
      facts: { ...facts, dueOn: '2026-11-19', effectiveDueOn: '2026-11-19' },
    })
    await tell('assigned', { assignmentId, facts })
    await tell('returned', { facts: { ...facts, note: 'Thiếu số liệu' } })
    await tell('assigned', { count: 2, facts: { ...facts, task: null } })
    await digests()
    await sendMail()

    expect(server.taken).toHaveLength(1)
    const [{ to, mail, source }] = server.taken as [MailServer['taken'][number]]
    const [row] = await mails()
    expect(to).toEqual(['so-xay-dung@dongthap.example.vn'])
    expect(mail.subject).toBe('[Đúng Hạn] 3 việc mới, 1 báo cáo bị trả lại, 1 việc quá hạn')
    expect(mail.from?.value).toEqual([
      { name: 'Đúng Hạn', address: 'dung-han@dongthap.example.vn' },
    ])
    expect(mail.messageId).toBe(`<${row?.id}@dunghan.example.vn>`)
    expect(source).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(mail.text).toBe(
      `Kính gửi: ${api.seed.accounts.unit.displayName}

VIỆC MỚI ĐƯỢC GIAO
- Số 12/TB-VPUBND: Báo cáo tiến độ <giải ngân> & vốn
  hạn 28/11/2026, hạn hiệu lực thứ Hai 30/11/2026; còn 4 ngày làm việc
  https://dunghan.example.vn/nhiem-vu/${assignmentId}
- Số 12/TB-VPUBND: Kết luận
  2 việc mới
  hạn 28/11/2026, hạn hiệu lực thứ Hai 30/11/2026; còn 4 ngày làm việc
  https://dunghan.example.vn/thong-bao

BÁO CÁO BỊ TRẢ LẠI
- Số 12/TB-VPUBND: Báo cáo tiến độ <giải ngân> & vốn
  hạn 28/11/2026, hạn hiệu lực thứ Hai 30/11/2026; còn 4 ngày làm việc
  Thiếu số liệu
  https://dunghan.example.vn/thong-bao

VIỆC QUÁ HẠN
- Số 12/TB-VPUBND: Báo cáo tiến độ <giải ngân> & vốn
  hạn thứ Năm 19/11/2026; quá hạn 2 ngày làm việc
  https://dunghan.example.vn/nhiem-vu/${assignmentId}

Tất cả thông báo: https://dunghan.example.vn/thong-bao

Chọn những việc được báo qua thư: https://dunghan.example.vn/thong-bao/cai-dat

Văn phòng Ủy ban nhân dân Tỉnh
Thư do phần mềm Đúng Hạn gửi tự động, xin không trả lời thư này.`,
    )
    expect(mail.html).toContain('Báo cáo tiến độ &#60;giải ngân&#62; &#38; vốn')
    expect(mail.html).not.toContain('<giải')
    expect(row).toMatchObject({ state: 'sent', attempts: 1, sentAt: api.clock.now })
  })

  test('says nothing of what is internal but that there is something', async () => {
    const specialist = await api.signInAs('specialist')
    const secret = 'Nội dung không được ra khỏi cơ quan'
    const body = await directiveBody(api, specialist, { visibility: 'internal', title: secret })
    await enter(api, specialist, {
      ...body,
      tasks: [{ content: secret, dueOn: '2026-12-07', unitIds: [api.seed.units.unit.id] }],
    })
    await digests()
    await sendMail()
    const [{ mail, source }] = server.taken as [MailServer['taken'][number]]
    expect(mail.text).toContain('- Văn bản nội bộ\n  hạn thứ Hai 07/12/2026')
    expect(mail.text).toMatch(/https:\/\/dunghan\.example\.vn\/nhiem-vu\/[0-9a-f-]{36}/)
    const readable = `${mail.subject} ${mail.text} ${mail.html} ${source}`
    for (const words of [secret, body.symbol, body.abstract]) expect(readable).not.toContain(words)
  })

  test('is one however many processes gather, each notification in exactly one', async () => {
    await address('otherUnit', 'so-tai-chinh@dongthap.example.vn')
    for (let i = 0; i < 10; i++) {
      await tell('assigned', { facts })
      await tell('assigned', { facts }, 'otherUnit')
    }
    const others = parts()
    await Promise.all([
      jobs.digests.work(parts()),
      jobs.digests.work(others),
      tell('returned', { facts }),
      jobs.digests.work(others),
    ])
    await Promise.all([jobs['send-mail'].work(parts()), jobs['send-mail'].work(others)])
    expect(await mails()).toHaveLength(2)
    expect(server.taken.map(({ to }) => to[0]).toSorted()).toEqual([
      'so-tai-chinh@dongthap.example.vn',
      'so-xay-dung@dongthap.example.vn',
    ])
    later(60)
    await digests()
    await sendMail()
    const told = await api.deps.database.prisma.notification.findMany()
    expect(told.every(({ mailId }) => mailId !== null)).toBe(true)
    expect(server.taken.length).toBeLessThanOrEqual(3)
  })

  test('is at most one an hour', async () => {
    await tell('assigned', { facts })
    await digests()
    await tell('returned', { facts })
    await digests()
    expect(await mails()).toHaveLength(1)
    later(60)
    await digests()
    expect(await mails()).toHaveLength(2)
  })

  test.each([
    ['on a Sunday', '2026-11-22T03:00:00Z'],
    ['on a holiday', '2026-09-02T03:00:00Z'],
    ['at six in the morning', '2026-11-22T23:00:00Z'],
    ['in the evening', '2026-11-23T10:30:00Z'],
  ])('waits %s', async (_, now) => {
    api.clock.set(now)
    await tell('assigned', { facts })
    await digests()
    expect(await mails()).toEqual([])
  })

  test('is for accounts with an address that want one, of what is still news', async () => {
    await tell('assigned', { facts }, 'otherUnit') // no address
    await tell('accepted', { facts, byMail: false })
    await tell('assigned', { facts, at: new Date('2026-11-15T02:00:00Z') })
    await digests()
    expect(await mails()).toEqual([])
    await api.deps.database.prisma.account.update({
      where: { id: api.seed.accounts.unit.id },
      data: { disabledAt: api.clock.now },
    })
    await tell('assigned', { facts })
    await digests()
    expect(await mails()).toEqual([])
  })

  test('tells after Tết what was told on the evening before it', async () => {
    api.clock.set('2026-02-23T00:15:00Z')
    await tell('assigned', { facts, at: new Date('2026-02-13T11:00:00Z') })
    await digests()
    expect(await mails()).toHaveLength(1)
  })

  test('is not made where no mail server is configured', async () => {
    await tell('assigned', { facts })
    await digests({ ...parts(), config: api.deps.config })
    expect(await mails()).toEqual([])
  })
})

describe('a mail server', () => {
  beforeEach(async () => {
    await tell('assigned', { facts })
    await digests()
  })
  const only = async () => (await mails())[0]

  test('that refuses for now is asked again, with growing pauses', async () => {
    server.refuse = { recipient: { code: 451, text: 'try later' } }
    await sendMail()
    expect(await only()).toMatchObject({ state: 'waiting', attempts: 1 })
    expect((await only())?.lastError).toContain('451 try later')
    const pause = async () =>
      ((await only())?.nextAttemptAt?.getTime() ?? 0) / minute - api.clock.now.getTime() / minute
    expect(await pause()).toBe(1)
    await sendMail()
    expect(await only()).toMatchObject({ attempts: 1 })
    for (const expected of [5, 15, 30, 60, 120]) {
      api.clock.set((await only())?.nextAttemptAt ?? monday)
      await sendMail()
      expect(await pause()).toBe(expected)
    }
    server.refuse = {}
    api.clock.set((await only())?.nextAttemptAt ?? monday)
    await sendMail()
    expect(await only()).toMatchObject({ state: 'sent', lastError: null })
    expect(server.taken).toHaveLength(1)
  })

  test('that answers with signs no text may hold is quoted without them', async () => {
    const odd = await startOddServer('554 nobody\0here \u001b[31mtoday')
    await sendMail(parts(odd.url))
    odd.close()
    expect(await only()).toMatchObject({ state: 'waiting', attempts: 1 })
    expect((await only())?.lastError).toContain('554 nobody here [31mtoday')
  })

  test('that never comes to an end holds up a letter for so long and no longer', async () => {
    const endless = await startEndlessServer()
    const postman = createPostman({ smtpUrl: endless.url, from: 'a@example.vn' }, 200)
    const letter = { messageId: '<1@x>', to: 'b@example.vn', subject: 's', text: 't', html: 'h' }
    await expect(postman.send(letter)).rejects.toMatchObject({
      message: expect.stringContaining('did not take the letter within 0.2 s'),
      forGood: false,
      serverTrouble: true,
    })
    endless.close()
  })

  test('is not asked again before the office opens', async () => {
    server.refuse = { message: { code: 452, text: 'full' } }
    api.clock.set('2026-11-27T10:29:30Z') // Friday, half a minute before half past five
    await sendMail()
    expect(await only()).toMatchObject({ nextAttemptAt: new Date('2026-11-30T00:00:00Z') })
  })

  test('that refuses the receiver for good is not asked again, and the admins are told once', async () => {
    server.refuse = { recipient: { code: 550, text: 'no such user' } }
    await sendMail()
    expect(await only()).toMatchObject({ state: 'failed', attempts: 1, nextAttemptAt: null })
    expect((await only())?.lastError).toContain('550 no such user')
    const told = await api.deps.database.prisma.notification.findMany({
      where: { kind: 'system_trouble' },
    })
    expect(told).toMatchObject([{ accountId: api.seed.accounts.admin.id }])
    await sendMail()
    expect(await only()).toMatchObject({ attempts: 1 })
  })

  test('that refuses too often has refused for good', async () => {
    server.refuse = { message: { code: 451, text: 'later' } }
    for (let attempt = 1; attempt <= 10; attempt++) {
      await sendMail()
      api.clock.set((await only())?.nextAttemptAt ?? api.clock.now)
    }
    expect(await only()).toMatchObject({ state: 'failed', attempts: 10 })
  })

  test('that is not there, or knows us not, leaves all mail waiting and the job failed', async () => {
    await address('otherUnit', 'so-tai-chinh@dongthap.example.vn')
    await tell('assigned', { facts }, 'otherUnit')
    await digests()
    await sendMail(parts(`smtp://127.0.0.1:${await closedPort()}`))
    expect((await mails()).map(({ state }) => state)).toEqual(['waiting', 'waiting'])
    expect(await lastRun('send-mail')).toMatchObject({
      outcome: 'failed',
      error: expect.stringContaining('ECONNREFUSED'),
    })
    server.refuse = { login: { code: 535, text: `no ${password} here` } }
    await sendMail()
    expect((await mails()).map(({ state }) => state)).toEqual(['waiting', 'waiting'])
    expect((await lastRun('send-mail'))?.error).toMatch(/EAUTH .*535/)
  })

  test('may give our secrets back: they are in no log, no error and no answer', async () => {
    const forms = [
      password,
      encodeURIComponent(password),
      Buffer.from(password).toString('base64'),
      Buffer.from(`\0dung-han\0${password}`).toString('base64'),
    ]
    server.refuse = { login: { code: 535, text: `no: ${forms.join(' ')}` } }
    await sendMail()
    const admin = await api.signInAs('admin')
    const kept = JSON.stringify([
      lines.flat().map((one) => (one as { err?: Error })?.err?.stack ?? one),
      await mails(),
      await lastRun('send-mail'),
      (await admin.get('/api/v1/mails')).body,
      (await admin.get('/api/v1/jobs')).body,
    ])
    expect(kept).toContain('EAUTH')
    for (const form of forms) expect(kept).not.toContain(form)
  })

  test('that took a mail we could not note gets it again under the same Message-ID', async () => {
    // The process ends between the server's word and our own: what is kept is as it was then.
    const asItWas: Awaited<ReturnType<typeof mails>> = []
    server.onTaken = async () => void asItWas.push(...(await mails()))
    await sendMail()
    const [row] = asItWas
    await api.deps.database.prisma.mail.updateMany({ data: { ...row } })
    server.onTaken = () => {}
    expect(await only()).toMatchObject({ state: 'waiting', attempts: 1 })
    await sendMail()
    expect(server.taken).toHaveLength(1)
    later(10)
    await sendMail()
    expect(server.taken).toHaveLength(2)
    expect(new Set(server.taken.map(({ mail }) => mail.messageId)).size).toBe(1)
    expect(await only()).toMatchObject({ state: 'sent', attempts: 2 })
  })

  test('gets mail for the address of now, and none for an account that has none any more', async () => {
    const id = api.seed.accounts.unit.id
    const move = (email: string | null) =>
      api.deps.database.prisma.account.update({ where: { id }, data: { email } })
    await move('moi@dongthap.example.vn')
    await sendMail()
    expect(server.taken.map(({ to }) => to)).toEqual([['moi@dongthap.example.vn']])
    expect(await only()).toMatchObject({ state: 'sent', address: 'moi@dongthap.example.vn' })

    later(60)
    await tell('assigned', { facts })
    await digests()
    await move(null)
    await sendMail()
    expect(server.taken).toHaveLength(1)
    expect((await mails()).at(-1)).toMatchObject({ state: 'failed', lastError: 'no-address' })
  })

  test('is not bothered for an account that was disabled meanwhile', async () => {
    await api.deps.database.prisma.account.update({
      where: { id: api.seed.accounts.unit.id },
      data: { disabledAt: api.clock.now },
    })
    await sendMail()
    expect(server.taken).toEqual([])
    expect(await only()).toMatchObject({ state: 'failed', lastError: 'account-disabled' })
  })
})

describe('the admin', () => {
  test('sees the mail that failed and sends it once more, to the address of now', async () => {
    await tell('assigned', { facts })
    await digests()
    server.refuse = { recipient: { code: 550, text: 'no such user' } }
    await sendMail()
    server.refuse = {}
    const admin = await api.signInAs('admin')
    const answer = await admin.get('/api/v1/mails?state=failed')
    expect(answer.statusCode, answer.body).toBe(200)
    const [mail] = answer.json().items
    expect(mail).toMatchObject({
      account: { id: api.seed.accounts.unit.id },
      state: 'failed',
      notifications: 1,
      lastError: expect.stringContaining('550'),
    })
    await address('unit', 'van-thu@dongthap.example.vn')
    const retried = await admin.post(`/api/v1/mails/${mail.id}/retry`)
    expect(retried.json()).toMatchObject({
      state: 'waiting',
      address: 'van-thu@dongthap.example.vn',
      attempts: 0,
    })
    await sendMail()
    expect(server.taken.map(({ to }) => to)).toEqual([['van-thu@dongthap.example.vn']])
    expectProblem(await admin.post(`/api/v1/mails/${mail.id}/retry`), 409, 'mail-not-retried')
    expectProblem(await admin.post(`/api/v1/mails/${newId()}/retry`), 404, 'not-found')
    expect((await admin.get('/api/v1/mails?limit=1')).json()).toMatchObject({ total: 1 })
  })
  test('is told where a page of mails begins nowhere', async () => {
    const admin = await api.signInAs('admin')
    for (const at of ['0000-01-01T00:00:00.000Z', 'today']) {
      const cursor = Buffer.from(JSON.stringify([at, newId()])).toString('base64url')
      expectProblem(await admin.get(`/api/v1/mails?cursor=${cursor}`), 400, 'invalid-request')
    }
  })
})
