import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { finishCopy } from '../../src/copy/finish-copy.ts'
import { readBackup } from '../../src/copy/read-backup.ts'
import { verifyBackup } from '../../src/copy/restore.ts'
import { restoreHome } from '../../src/copy/restore-home.ts'
import { readMigrations } from '../../src/db/migrate.ts'
import { migrationsFolder } from '../../src/db/migrations-folder.ts'
import { type Client, startTestApp, type TestApp } from '../support/app.ts'
import { emptyMachine, tempFolder, withBackups } from '../support/copies.ts'
import { enter, report } from '../support/line.ts'
import { wholeDatabase } from '../support/whole-database.ts'

// Databases are made from nothing: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const known = readMigrations(migrationsFolder)
const { folder, remove } = tempFolder()
const now = new Date('2026-11-23T03:00:00Z')
let api: TestApp
let specialist: Client
let unit: Client

beforeAll(async () => {
  api = await startTestApp()
  specialist = await api.signInAs('specialist')
  unit = await api.signInAs('unit')
  const { assignments } = (await enter(api, specialist)).tasks[0]
  await unit.post(`/api/v1/assignments/${assignments[0].id}/receipt`)
  await report(api, unit, assignments[0].id, {
    summary: 'Dòng một\nDòng hai\tcột hai \\ gạch chéo ngược, và \\N.',
  })
  await enter(api, specialist, { visibility: 'internal' })
})
afterAll(async () => {
  await api.close()
  remove()
})

const questions = [
  '/api/v1/assignments',
  '/api/v1/directives',
  '/api/v1/statistics?groupBy=unit',
  '/api/v1/statistics?groupBy=status',
  '/api/v1/units',
  '/api/v1/leaders',
  '/api/v1/calendar/2026',
  '/api/v1/notifications',
  '/api/public/v1/assignments',
  '/api/public/v1/statistics?groupBy=unit',
]

describe('a back-up', () => {
  test('is put back on an empty machine, which then answers the same and goes on', async () => {
    const identity = await generateX25519Identity()
    const recipients = [await identityToRecipient(identity)]
    const path = join(folder, 'whole.tar.zst.age')
    const key = { kind: 'keys' as const, recipients, identities: [] }
    const { end } = await withBackups(api, (make) => make(path, { key }))
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path).toString('latin1', 0, 21)).toBe('age-encryption.org/v1')
    const contents = await api.deps.database.prisma.file.groupBy({ by: 'sha256' })
    expect(end.files).toMatchObject({ count: contents.length, missing: [], damaged: [] })

    const backup = await verifyBackup(
      path,
      { kind: 'keys', recipients, identities: [identity] },
      known,
    )
    const machine = await emptyMachine()
    const home = {
      config: machine.config,
      replace: false,
      keepFiles: false,
      now,
      finish: finishCopy,
    }
    expect(await restoreHome(backup, home)).toEqual({ aside: null, remarks: [] })

    const served = await machine.serve(api)
    const asked = async ({ app }: Pick<TestApp, 'app'>, who: Client, url: string) => {
      const answer = await app.inject({ url, headers: who.headers })
      return { status: answer.statusCode, body: answer.body.replaceAll(/"requestId":"[^"]+"/g, '') }
    }
    for (const who of [specialist, unit]) {
      for (const url of questions) {
        expect([url, await asked(served, who, url)]).toEqual([url, await asked(api, who, url)])
      }
    }
    const [file] = await api.deps.database.prisma.file.findMany({ take: 1 })
    const content = await asked(served, specialist, `/api/v1/files/${file?.id}/content`)
    expect(content).toEqual(await asked(api, specialist, `/api/v1/files/${file?.id}/content`))
    expect(content.status).toBe(200)

    // Each server numbers its own transactions, and sessions of before are over.
    const {
      event: _e,
      notification: _n,
      session: _s,
      ...is
    } = await wholeDatabase(served.deps.database)
    expect(await wholeDatabase(api.deps.database)).toMatchObject(is)
    const going = await served.deps.database.prisma.session.count({ where: { endedAt: null } })
    expect(going).toBe(0)

    const next = { ...api, app: served.app, deps: served.deps }
    const post = (url: string, body: object) =>
      served.app.inject({ method: 'POST', url, headers: specialist.headers, payload: body })
    const entered = await enter(next, { ...specialist, post } as Client)
    const listed = await asked(served, unit, '/api/v1/assignments')
    expect(listed.body).toContain(entered.tasks[0].assignments[0].id)
    await served.close()

    // What is there now is not overwritten.
    await expect(restoreHome(backup, home)).rejects.toThrow(/There are files in .* --replace/)
    await expect(restoreHome(backup, { ...home, keepFiles: true })).rejects.toThrow(/not empty/)
    await machine.remove()
  })

  test('holds one instant, while others write', async () => {
    let ended = false
    const path = join(folder, 'busy.tar.zst')
    const writing = (async () => {
      let entered = 0
      for (; !ended || entered < 3; entered++) await enter(api, specialist)
      return entered
    })()
    await withBackups(api, (make) => make(path)).finally(() => {
      ended = true
    })
    expect(await writing).toBeGreaterThan(2)
    const ids = new Map<string, Set<string>>()
    const events: string[][] = []
    await readBackup(path, undefined, {
      async table(name, columns, chunks) {
        for await (const chunk of chunks) {
          const rows = chunk.toString().trimEnd().split('\n')
          for (const row of rows.map((line) => line.split('\t'))) {
            const at = (column: string) => row[columns.indexOf(column)] ?? ''
            if (name === 'event') events.push([at('type'), at('subject_id')])
            ids.set(name, (ids.get(name) ?? new Set()).add(at(columns[0] ?? '')))
          }
        }
      },
    })
    const recorded = events.filter(([type]) => type === 'directive.recorded').map(([, id]) => id)
    expect(new Set(recorded)).toEqual(ids.get('directive'))
    expect(ids.get('assignment_period')).toEqual(ids.get('assignment'))
  })
})
