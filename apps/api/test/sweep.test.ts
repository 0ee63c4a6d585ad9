import { createHash, randomUUID } from 'node:crypto'
import { readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sweep } from '../src/jobs/sweep.ts'
import { startTestApp, type TestApp } from './support/app.ts'

let api: TestApp

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())

const hour = 3_600_000
const now = () => api.clock.now
const hoursAgo = (hours: number) => new Date(now().getTime() - hours * hour)
/** By the clock that contents are stored by, which is none of ours. */
const inHours = (hours: number) => new Date(Date.now() + hours * hour)

async function put(text: string): Promise<string> {
  const { incomingDir, files } = api.deps
  const path = join(incomingDir, `${randomUUID()}.part`)
  await writeFile(path, text)
  const sha256 = createHash('sha256').update(text).digest('hex')
  await files.put(path, sha256)
  return sha256
}

async function insertRow(sha256: string, uploadedAt: Date): Promise<string> {
  const id = newId()
  await api.deps.database.prisma.file.create({
    data: {
      id,
      name: 'a.pdf',
      mediaType: 'application/pdf',
      size: 1,
      sha256,
      signatures: [],
      uploadedAt,
      uploadedById: api.seed.accounts.specialist.id,
    },
  })
  return id
}

const rowExists = async (id: string) =>
  (await api.deps.database.prisma.file.count({ where: { id } })) === 1
const contentExists = async (sha256: string) => (await api.deps.files.stat(sha256)) !== null

beforeEach(() => sweep(api.deps, now()))

test('a file nobody referred to for a day goes, with its content', async () => {
  const sha256 = await put('old')
  const row = await insertRow(sha256, inHours(0))
  expect(await sweep(api.deps, inHours(23))).toMatchObject({ files: 0, contents: 0 })
  expect([await rowExists(row), await contentExists(sha256)]).toEqual([true, true])
  expect(await sweep(api.deps, inHours(25))).toMatchObject({ files: 1, contents: 1 })
  expect([await rowExists(row), await contentExists(sha256)]).toEqual([false, false])
})

test('content another file has stays', async () => {
  const shared = await put('shared')
  const oldRow = await insertRow(shared, inHours(0))
  const youngRow = await insertRow(shared, inHours(20))
  expect(await sweep(api.deps, inHours(25))).toMatchObject({ files: 1, contents: 0 })
  expect([await rowExists(oldRow), await rowExists(youngRow)]).toEqual([false, true])
  expect(await contentExists(shared)).toBe(true)
  expect(await sweep(api.deps, inHours(45))).toMatchObject({ files: 1, contents: 1 })
})

test('content without a row, left by an act that failed, goes too', async () => {
  const orphan = await put('orphan')
  expect(await sweep(api.deps, inHours(23))).toMatchObject({ files: 0, contents: 0 })
  expect(await contentExists(orphan)).toBe(true)
  expect(await sweep(api.deps, inHours(25))).toMatchObject({ files: 0, contents: 1 })
  expect(await contentExists(orphan)).toBe(false)
})

test('a file in use is never touched, however old', async () => {
  const sha256 = await put('in use')
  const fileId = await insertRow(sha256, inHours(0))
  const specialist = await api.signInAs('specialist')
  const answer = await specialist.post('/api/v1/directives', {
    kind: 'opinion_poll',
    title: 'Lấy ý kiến',
    issuedOn: '2026-11-20',
    directedById: api.seed.leaders.deputy.id,
    signedBy: 'Trần Thị Ánh',
    files: [{ fileId, role: 'signed_document' }],
    tasks: [{ content: 'Góp ý', dueOn: '2026-12-01', unitIds: [api.seed.units.unit.id] }],
  })
  expect(answer.statusCode).toBe(201)
  await sweep(api.deps, inHours(1000))
  expect([await rowExists(fileId), await contentExists(sha256)]).toEqual([true, true])
})

test('uploads that broke off go after a day', async () => {
  const { incomingDir } = api.deps
  for (const [name, age] of [
    ['old.part', 25],
    ['young.part', 1],
  ] as const) {
    await writeFile(join(incomingDir, name), '')
    await utimes(join(incomingDir, name), hoursAgo(age), hoursAgo(age))
  }
  expect(await sweep(api.deps, now())).toMatchObject({ uploads: 1 })
  expect(await readdir(incomingDir)).toEqual(['young.part'])
})

test('sessions, tokens, keys and failed sign-ins go in their time', async () => {
  const { prisma } = api.deps.database
  const accountId = api.seed.accounts.unit.id
  const day = 24
  const session = (startedAt: Date, endedAt: Date | null = null) => ({
    id: newId(),
    accountId,
    startedAt,
    expiresAt: new Date(startedAt.getTime() + 12 * hour),
    endedAt,
  })
  const [gone, ended, kept] = [
    session(hoursAgo(31 * day)),
    session(hoursAgo(31 * day), hoursAgo(31 * day)),
    session(hoursAgo(29 * day), hoursAgo(29 * day)),
  ]
  await prisma.session.createMany({ data: [gone, ended, kept] })
  await prisma.refreshToken.createMany({
    data: [
      { hash: 'a', sessionId: gone.id, issuedAt: gone.startedAt },
      { hash: 'b', sessionId: kept.id, issuedAt: kept.startedAt },
      { hash: 'c', sessionId: kept.id, issuedAt: kept.startedAt, usedAt: hoursAgo(31 * day) },
    ],
  })
  await prisma.idempotencyKey.createMany({
    data: [25, 23].map((age) => ({
      accountId,
      key: `key-${age}`,
      requestHash: '',
      createdAt: hoursAgo(age),
    })),
  })
  await prisma.signInFailure.createMany({
    data: [25, 23].map((age) => ({
      id: newId(),
      username: 'x',
      address: '::1',
      at: hoursAgo(age),
    })),
  })
  expect(await sweep(api.deps, now())).toMatchObject({
    sessions: 2,
    refreshTokens: 1,
    idempotencyKeys: 1,
    signInFailures: 1,
  })
  const tokens = await prisma.refreshToken.findMany({ select: { hash: true } })
  expect(tokens).toEqual([{ hash: 'b' }])
})

test('the same content uploaded again and again while it is swept is never lost', async () => {
  const address = await api.app.listen({ port: 0 })
  const unit = await api.signInAs('unit')
  const pdf = '%PDF-1.7 swept and uploaded %%EOF'
  const upload = async () => {
    const form = new FormData()
    form.append('file', new Blob([pdf]), 'a.pdf')
    const url = `${address}/api/v1/files`
    const answer = await fetch(url, { method: 'POST', body: form, headers: unit.headers })
    return { status: answer.status, file: (await answer.json()) as { id: string; sha256: string } }
  }
  // What is uploaded from here on is younger than what the sweep takes.
  api.clock.set(inHours(1))
  let acknowledged = 0
  for (let round = 0; round < 20; round++) {
    const sha256 = await put(pdf)
    await api.deps.database.prisma.file.deleteMany({ where: { sha256 } })
    const [first, second] = await Promise.all([upload(), upload(), sweep(api.deps, inHours(24))])
    for (const { status, file } of [first, second]) {
      // 503 says that nothing was kept; a file that was acknowledged is there.
      expect([201, 503]).toContain(status)
      if (status !== 201) continue
      acknowledged += 1
      expect(await contentExists(file.sha256)).toBe(true)
    }
  }
  expect(acknowledged).toBeGreaterThan(0)
})

test('what was read a year ago leaves the bell; what nobody has read stays', async () => {
  const { prisma } = api.deps.database
  const day = 24
  const told = (key: string, age: number, readAge: number | null, inBell = true) => ({
    id: newId(),
    accountId: api.seed.accounts.unit.id,
    kind: 'accepted',
    key,
    at: hoursAgo(age * day),
    facts: {},
    inBell,
    byMail: true,
    readAt: readAge === null ? null : hoursAgo(readAge * day),
  })
  await prisma.notification.createMany({
    data: [
      told('read long ago', 400, 366),
      told('read lately', 400, 364),
      told('unread', 400, null),
      told('mailed long ago', 366, null, false),
      told('mailed', 364, null, false),
    ],
  })
  expect(await sweep(api.deps, now())).toMatchObject({ notifications: 2 })
  const kept = await prisma.notification.findMany({ where: { kind: 'accepted' } })
  expect(kept.map(({ key }) => key).toSorted()).toEqual(['mailed', 'read lately', 'unread'])
})
