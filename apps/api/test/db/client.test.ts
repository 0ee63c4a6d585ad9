import { execFile } from 'node:child_process'
import fs, { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openDatabase } from '../../src/db/client.ts'
import { DatabaseUnavailable } from '../../src/db/errors.ts'
import { DatabaseInUse } from '../../src/db/lock.ts'

let dataDir: string

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'dunghan-client-'))
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test('the embedded database is held by one, keeps its rows, and has its extensions', async () => {
  // What a process killed while it made the database leaves behind.
  mkdirSync(join(dataDir, 'database.creating'))
  writeFileSync(join(dataDir, 'database.creating/PG_VERSION'), '18')

  const first = await openDatabase({ dataDir })
  expect(first.kind).toBe('pglite')
  await first.ping()
  await first.scripts.inTransaction((run) =>
    run(`
      CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent; CREATE EXTENSION btree_gin;
      CREATE TABLE note (words text);
      CREATE INDEX note_words ON note USING gin (words gin_trgm_ops);
      INSERT INTO note VALUES ('Quyết định')`),
  )

  await expect(openDatabase({ dataDir })).rejects.toBeInstanceOf(DatabaseInUse)
  await expect(openElsewhere(dataDir)).rejects.toMatchObject({
    stderr: expect.stringContaining('is in use by another running process'),
  })

  await first.close()
  await expect(first.ping()).rejects.toBeInstanceOf(DatabaseUnavailable)
  expect((await openElsewhere(dataDir)).stdout).toBe('opened')

  const again = await openDatabase({ dataDir })
  expect(await again.prisma.$queryRaw`SELECT public.unaccent(words) AS words FROM note`).toEqual([
    { words: 'Quyet dinh' },
  ])
  await again.close()
})

test('an embedded commit is on the disk before it is answered', async () => {
  const flushed = vi.spyOn(fs, 'fsyncSync')
  syncBuiltinESMExports()
  const database = await openDatabase({ dataDir })
  const rows = await database.prisma.$queryRaw`SELECT current_setting('fsync') AS fsync`
  expect(rows).toEqual([{ fsync: 'on' }])
  for (const words of ['một', 'hai', 'ba']) {
    flushed.mockClear()
    await database.prisma.$executeRaw`INSERT INTO note VALUES (${words})`
    expect(flushed).toHaveBeenCalled()
  }
  flushed.mockClear()
  await database.prisma.$queryRaw`SELECT * FROM note`
  expect(flushed).not.toHaveBeenCalled()
  await database.close()
  flushed.mockRestore()
  syncBuiltinESMExports()
})

function openElsewhere(folder: string) {
  const client = join(import.meta.dirname, '../../src/db/client.ts')
  const script = `
    const { openDatabase } = await import(${JSON.stringify(client)})
    const database = await openDatabase({ dataDir: ${JSON.stringify(folder)} })
    await database.close()
    process.stdout.write('opened')`
  return promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])
}
