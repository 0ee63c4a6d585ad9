import { execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { createFolderStore, incomingFolder } from '../../src/files/folder-store.ts'
import { removeStaleTempFiles } from '../../src/files/list-folder.ts'
import { tempFolder } from './temp-folder.ts'

const script = (name: string) => join(import.meta.dirname, name)

test('killed in the middle of writing, again and again: what was acknowledged is there, whole', async () => {
  const folder = join(await tempFolder(), 'files')
  const acknowledged = new Set<string>()
  for (const linesToKillAfter of [1, 7, 20, 33]) {
    const child = spawn(process.execPath, [script('put-forever.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let lines = 0
    for await (const line of createInterface(child.stdout)) {
      if (line.length === 64) acknowledged.add(line)
      lines += 1
      if (lines === linesToKillAfter) child.kill('SIGKILL')
    }
  }

  const store = createFolderStore(folder)
  const stored = new Set<string>()
  for await (const { sha256 } of store.list()) {
    const hash = createHash('sha256')
    await pipeline(await store.open(sha256), hash)
    expect(hash.digest('hex')).toBe(sha256)
    stored.add(sha256)
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(61)
  expect([...acknowledged].filter((sha256) => !stored.has(sha256))).toEqual([])

  await removeStaleTempFiles(incomingFolder(folder), new Date('2100-01-01'))
  expect(await readdir(incomingFolder(folder))).toEqual([])
})

test('eight uploads of 50 MiB at once need the memory of a few buffers', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    script('upload-memory.ts'),
    await tempFolder(),
  ])
  // Seen: 5 MiB. The files themselves are 400.
  expect(Number(stdout)).toBeLessThan(40 << 20)
})
