import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createZstdCompress, zstdCompressSync } from 'node:zlib'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { pack } from 'tar-stream'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sealing } from '../../src/copy/archive-seal.ts'
import type { backUp } from '../../src/copy/back-up.ts'
import type { BackupKey } from '../../src/copy/backup-key.ts'
import { readKeyFile } from '../../src/copy/backup-key.ts'
import { fittingMigrations } from '../../src/copy/fitting-migrations.ts'
import { postgresCopies } from '../../src/copy/postgres-copies.ts'
import { readBackup } from '../../src/copy/read-backup.ts'
import { verifyBackup } from '../../src/copy/restore.ts'
import { restoreHome } from '../../src/copy/restore-home.ts'
import { listTables } from '../../src/copy/tables.store.ts'
import { readMigrations } from '../../src/db/migrate.ts'
import { migrationsFolder } from '../../src/db/migrations-folder.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { emptyMachine, tempFolder, withBackups } from '../support/copies.ts'
import { enter } from '../support/line.ts'

const { folder, remove } = tempFolder()
// Databases are made from nothing: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const known = readMigrations(migrationsFolder)
let api: TestApp
let key: BackupKey
type Made = Awaited<ReturnType<typeof backUp>>
let [sha256, size]: [string, number] = ['', 0]
let lost: Made | undefined
let longer: Made | undefined
let shorter: Made | undefined
const kept = join(folder, 'kept.tar.zst')
const plain = join(folder, 'plain.tar.zst')
const locked = join(folder, 'locked.tar.zst.age')

beforeAll(async () => {
  api = await startTestApp()
  await enter(api, await api.signInAs('specialist'))
  const identity = await generateX25519Identity()
  key = { kind: 'keys', recipients: [await identityToRecipient(identity)], identities: [identity] }
  const { files } = api.deps
  const [file] = await api.deps.database.prisma.file.findMany({ take: 1 })
  sha256 = file?.sha256 ?? ''
  size = (await files.stat(sha256))?.size ?? 0
  const over = (change: object) => ({ files: { ...files, ...change } })
  await withBackups(api, async (make) => {
    await make(plain)
    await make(locked, { key })
    await expect(make(join(plain, 'below', 'x.tar.zst'))).rejects.toThrow(/ENOTDIR/)
    writeFileSync(kept, 'of yesterday')
    const gone = () => Promise.reject(new Error('gone'))
    await expect(make(kept, over({ stat: gone }))).rejects.toThrow('gone')
    const seen = (size: number | null) => over({ stat: async () => size && { size } })
    lost = await make(join(folder, 'lost.tar.zst'), seen(null))
    longer = await make(join(folder, 'longer.tar.zst'), seen(size + 100_000))
    shorter = await make(join(folder, 'shorter.tar.zst'), seen(size - 1))
  })
})
afterAll(async () => {
  await api.close()
  remove()
})

const written = (content: Buffer | string) => {
  const path = join(folder, 'other')
  writeFileSync(path, content)
  return path
}
const oneSentence = /^[^\n]+(altered|no back-up|cannot be used)[^\n]*$/

test('one that is cut short is known, wherever it is cut', async () => {
  for (const [path, opens] of [
    [plain, undefined],
    [locked, key],
  ] as const) {
    const whole = readFileSync(path)
    const far = [0, 1, 3, 21, 100, 200, 250, 65_000, 66_000, whole.length - 17, whole.length - 1]
    const evenly = Array.from({ length: 8 }, (_, i) => Math.floor((whole.length * i) / 8))
    for (const length of [...far, ...evenly].filter((length) => length < whole.length)) {
      const cut = written(whole.subarray(0, length))
      await expect(readBackup(cut, opens), `${path} at ${length}`).rejects.toThrow(oneSentence)
    }
    await expect(readBackup(written(Buffer.concat([whole, whole])), opens)).rejects.toThrow(
      /altered/,
    )
    await readBackup(path, opens)
  }
})

test('one with a byte altered is known', async () => {
  for (const [path, opens] of [
    [plain, undefined],
    [locked, key],
  ] as const) {
    const whole = readFileSync(path)
    for (let i = 0; i <= 24; i++) {
      const altered = Buffer.from(whole)
      const at = Math.min(whole.length - 1, Math.floor((whole.length * i) / 24))
      altered[at] = (altered[at] ?? 0) ^ 0xff
      await expect(readBackup(written(altered), opens), `byte ${at}`).rejects.toThrow(
        /altered|no back-up/,
      )
    }
  }
})

test('a key that is missing or another is named', async () => {
  const other = await generateX25519Identity()
  const another: BackupKey = { kind: 'keys', recipients: [], identities: [other] }
  await expect(readBackup(locked, undefined)).rejects.toThrow(/is encrypted: give its key/)
  await expect(readBackup(locked, another)).rejects.toThrow(/^The key does not open /)
  const locks: BackupKey = { ...key, identities: [] } as BackupKey
  await expect(readBackup(locked, locks)).rejects.toThrow(/recipients alone/)
  const words: BackupKey = { kind: 'passphrase', passphrase: 'ba con voi đi qua cầu' }
  await expect(readBackup(locked, words)).rejects.toThrow(/^The key does not open /)
})

test('a key file is read for what it is, or refused', async () => {
  const [identity] = key.kind === 'keys' ? key.identities : []
  const read = (text: string) => readKeyFile(written(text))
  expect(await read(`# của tỉnh\n${identity}\n`)).toEqual(key)
  expect(await read('một câu mật khẩu dài\n')).toEqual({
    kind: 'passphrase',
    passphrase: 'một câu mật khẩu dài',
  })
  await expect(read('ngắn')).rejects.toThrow(/at least 12 characters/)
  await expect(read('')).rejects.toThrow(/at least 12 characters/)
  await expect(read('age1khôngphảikhóa')).rejects.toThrow(/no age key/)
  await expect(read(`${identity}\nvà chữ khác`)).rejects.toThrow(/mixes/)
  await expect(readKeyFile(join(folder, 'nowhere'))).rejects.toThrow(/cannot be read \(ENOENT\)/)
})

test('what is no back-up, or a newer one, is said to be so', async () => {
  const archive = async (manifest: unknown) => {
    const tar = pack()
    tar.entry({ name: 'manifest.json' }, JSON.stringify(manifest))
    tar.finalize()
    const compressed = Readable.from(tar).pipe(createZstdCompress())
    return Buffer.concat(await Readable.from(sealing(compressed)).toArray())
  }
  const reading = async (content: Buffer | string) => readBackup(written(content), undefined)
  await expect(reading('PGDMP')).rejects.toThrow(/is no back-up of this product/)
  await expect(reading(zstdCompressSync('not a tar'))).rejects.toThrow(/no back-up|altered/)
  await expect(reading(await archive({ a: 1 }))).rejects.toThrow(/is no back-up of this product/)
  const newer = { format: 'dunghan-backup', formatVersion: 2, other: true }
  await expect(reading(await archive(newer))).rejects.toThrow(/made by a newer version/)
  await expect(reading(await archive({ ...newer, formatVersion: 1 }))).rejects.toThrow(/altered/)
  await expect(readBackup(join(folder, 'nowhere'), undefined)).rejects.toThrow(/cannot be read/)
  expect(() => fittingMigrations([{ name: '2099', checksum: 'x' }], known, '9.0')).toThrow(
    /version 9.0, which is newer than this program/,
  )
})

test('one that cannot be written leaves nothing, and what has its name stays', () => {
  expect(readFileSync(kept, 'utf8')).toBe('of yesterday')
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('stored files that are lost or damaged do not keep the rest from being saved', async () => {
  expect(lost?.end.files).toEqual({ count: 0, bytes: 0, missing: [sha256], damaged: [] })
  const damaged = { count: 1, missing: [], damaged: [sha256] }
  expect(longer?.end.files).toEqual({ ...damaged, bytes: size + 100_000 })
  expect(shorter?.end.files).toEqual({ ...damaged, bytes: size - 1 })
  for (const name of ['lost', 'longer', 'shorter']) {
    await readBackup(join(folder, `${name}.tar.zst`), undefined)
  }
})

test('a restoration that fails half-way leaves nothing behind', async () => {
  const machine = await emptyMachine()
  const backup = await verifyBackup(plain, undefined, known)
  const [first, ...tables] = backup.end.tables
  if (!first) throw new Error('no tables')
  const another = { ...first, sha256: '0'.repeat(64) }
  const wrong = { ...backup, end: { ...backup.end, tables: [another, ...tables] } }
  const finish = async () => []
  const home = {
    config: machine.config,
    replace: false,
    keepFiles: false,
    now: new Date(0),
    finish,
  }
  await expect(restoreHome(wrong, home)).rejects.toThrow(/came out otherwise than it went in/)
  for (const name of ['database', 'restoring']) {
    expect(existsSync(join(machine.config.dataDir, name))).toBe(false)
  }
  if (machine.config.databaseUrl) {
    const tables = await postgresCopies(machine.config.databaseUrl).read(({ run }) =>
      listTables(run),
    )
    expect(tables).toEqual([])
  }
  await machine.remove()
})
