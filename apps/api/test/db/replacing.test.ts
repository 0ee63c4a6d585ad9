import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockDataFolder } from '../../src/db/lock.ts'
import { ReplacingCutShort } from '../../src/db/replacing.ts'

const putAside = join(import.meta.dirname, '../../src/copy/put-aside.ts')
const places = ['files', 'database']

/** A process of its own that is killed when it has renamed so many times. */
const killed = (dataDir: string, renames: number) =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `
      import fs from 'node:fs'
      import { syncBuiltinESMExports } from 'node:module'
      const { renameSync } = fs
      let left = ${renames}
      fs.renameSync = (from, to) => {
        if (left-- === 0) process.kill(process.pid, 'SIGKILL')
        renameSync(from, to)
      }
      syncBuiltinESMExports()
      const { replaceFolders } = await import(${JSON.stringify(putAside)})
      const dataDir = ${JSON.stringify(dataDir)}
      const moves = ['files', 'database'].map((name) => ({
        from: dataDir + '/restoring/' + name, to: dataDir + '/' + name,
      }))
      replaceFolders(dataDir, moves, new Date(0))
      `,
    ],
    { encoding: 'utf8' },
  )

function folderToReplace(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'dunghan-replacing-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  for (const [folder, mark] of [
    ['', 'old'],
    ['restoring', 'new'],
  ] as const) {
    for (const place of places) {
      mkdirSync(join(dataDir, folder, place), { recursive: true })
      writeFileSync(join(dataDir, folder, place, 'mark'), mark)
    }
  }
  return dataDir
}

const marks = (folder: string) =>
  places.map((place) => readFileSync(join(folder, place, 'mark'), 'utf8'))

// The first rename is of the plan itself.
test.each([0, 1, 2, 3, 4, 5])('killed after %i renames: all old or all new', (renames) => {
  const dataDir = folderToReplace()
  const { signal, status, stderr } = killed(dataDir, renames)
  expect(stderr).toBe('')
  expect(signal ?? status).toBe(renames < 5 ? 'SIGKILL' : 0)
  lockDataFolder(dataDir).release()
  expect(marks(dataDir)).toEqual(renames === 0 ? ['old', 'old'] : ['new', 'new'])
  const aside = join(dataDir, 'before-19700101000000000')
  if (renames > 0) expect(marks(aside)).toEqual(['old', 'old'])
  expect(readdirSync(dataDir)).not.toContain('replacing.json')
  lockDataFolder(dataDir).release()
})

test('what was to take the place is gone: nobody works on the folder, and is told where the old is', () => {
  const dataDir = folderToReplace()
  killed(dataDir, 3)
  rmSync(join(dataDir, 'restoring'), { recursive: true })
  for (let i = 0; i < 2; i++) {
    // Refused, and not held on to.
    expect(() => lockDataFolder(dataDir)).toThrow(ReplacingCutShort)
    expect(() => lockDataFolder(dataDir)).toThrow(/put what is in .*before-19700101000000000 back/)
  }
  expect(existsSync(join(dataDir, 'database'))).toBe(false)
})
