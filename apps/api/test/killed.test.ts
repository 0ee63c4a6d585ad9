import { mkdtempSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { killAgainAndAgain } from '../faults/kill-server.ts'
import { createDatabase, databaseUrl, dropDatabase } from './support/database-template.ts'

/* A short round of `pnpm faults kill-server`, on the database of this run. */

test('killed in the middle of writes: all that was acknowledged is there, whole and once', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'dunghan-killed-'))
  const ends: (() => unknown)[] = [() => rmSync(dataDir, { recursive: true, force: true })]
  onTestFinished(async () => {
    for (const end of ends.reverse()) await end()
  })
  const template = inject('databaseTemplate')
  const home: { dataDir: string; databaseUrl?: string } = { dataDir }
  if (template.kind === 'pglite') {
    await cp(join(template.dataDir, 'database'), join(dataDir, 'database'), { recursive: true })
  } else {
    const name = await createDatabase(template.serverUrl, template.name)
    ends.push(() => dropDatabase(template.serverUrl, name))
    home.databaseUrl = databaseUrl(template.serverUrl, name)
  }
  const outcome = await killAgainAndAgain(home, {
    rounds: 1,
    say: () => {},
    afterwards: (end) => ends.push(end),
  })
  expect(outcome).toMatchObject({ lost: 0, halfDone: 0, broken: [] })
  expect(outcome.acknowledged).toBeGreaterThanOrEqual(6)
})
