import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../src/db/transaction.ts'
import { type Client, startTestApp, type TestApp } from './support/app.ts'

let api: TestApp
let admin: Client

beforeAll(async () => {
  api = await startTestApp()
  admin = await api.signInAs('admin')
})
afterAll(() => api.close())

const asTheyCame = {
  requireSignedDirectives: false,
  dueSoonDays: 3,
  maxUploadMiB: 50,
  maxExtensions: 1,
}

test('of two who save at once, the first time too, one is told to look again', async () => {
  const first = await admin.get('/api/v1/settings')
  expect(first.json()).toEqual({ version: 1, ...asTheyCame })
  expect(first.headers.etag).toBe('"1"')
  const answers = await Promise.all(
    [5, 7].map((dueSoonDays) =>
      admin.put('/api/v1/settings', { ...asTheyCame, dueSoonDays }, { 'if-match': '"1"' }),
    ),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
  const saved = answers.find(({ statusCode }) => statusCode === 200)
  expect(saved?.headers.etag).toBe('"2"')
  expect((await admin.get('/api/v1/settings')).json()).toEqual(saved?.json())
  const { settings } = await api.deps.rulebooks.current()
  expect(settings.dueSoonDays).toBe(saved?.json().dueSoonDays)
})

test('what a transaction has not committed is not current, though it goes by it', async () => {
  const { database, rulebooks } = api.deps
  const { dueSoonDays } = (await rulebooks.current()).settings
  api.clock.set(new Date(api.clock.now.getTime() + 60_000))
  const undone = inTransaction(database, async (tx) => {
    const { settings, versions } = await rulebooks.of(tx)
    const values = { ...settings, dueSoonDays: 29 }
    const version = versions.settings + 1
    await tx.settingsChange.create({ data: { version, recordedAt: api.clock.now, values } })
    expect((await rulebooks.of(tx)).settings.dueSoonDays).toBe(29)
    throw new Error('changed my mind')
  })
  await expect(undone).rejects.toThrow('changed my mind')
  expect((await rulebooks.current()).settings.dueSoonDays).toBe(dueSoonDays)
})

test('a change is in the history with what was before', async () => {
  const { version, ...before } = (await admin.get('/api/v1/settings')).json()
  const after = { ...before, maxExtensions: 4 }
  await admin.put('/api/v1/settings', after, { 'if-match': `"${version}"` })
  const event = await api.deps.database.prisma.event.findFirstOrThrow({
    where: { type: 'settings.changed' },
    orderBy: { sequence: 'desc' },
  })
  expect(event).toMatchObject({ role: 'admin', before, after })
})

test('all of them are sent, within their limits, with the version', async () => {
  const { maxUploadMiB, ...incomplete } = asTheyCame
  expect((await admin.put('/api/v1/settings', incomplete)).statusCode).toBe(400)
  const beyond = { ...asTheyCame, maxUploadMiB: 501 }
  const answer = await admin.put('/api/v1/settings', beyond, { 'if-match': '"1"' })
  expect(answer.json().errors).toMatchObject([{ pointer: '/maxUploadMiB' }])
  expect((await admin.put('/api/v1/settings', asTheyCame)).statusCode).toBe(428)
})

test('are the admin’s', async () => {
  const reviewer = await api.signInAs('reviewer')
  expect((await reviewer.get('/api/v1/settings')).statusCode).toBe(403)
  const change = await reviewer.put('/api/v1/settings', asTheyCame, { 'if-match': '"1"' })
  expect(change.statusCode).toBe(403)
})
