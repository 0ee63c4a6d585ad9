import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { resolve } from 'node:path'
import { serialize } from 'node:v8'
import type { DiskOperation } from './disk-operation.ts'

/*
 * Preloaded into a server: writes down what its embedded engine asks of the disk below RECORD_ROOT,
 * each with its instant, in the order in which the kernel is asked.
 */

const root = resolve(process.env.RECORD_ROOT ?? '')
const log = fs.openSync(process.env.RECORD_LOG ?? '', 'a')
const { openSync, closeSync, writeSync, fsyncSync, truncateSync, ftruncateSync } = fs
const { renameSync, unlinkSync, mkdirSync, rmdirSync, writeFileSync } = fs
const ours = new Set<number>()

function note(operation: Omit<DiskOperation, 'at'>): void {
  const bytes = serialize({ ...operation, at: process.hrtime.bigint() })
  const length = Buffer.alloc(4)
  length.writeUInt32LE(bytes.length)
  writeSync(log, Buffer.concat([length, bytes]))
}
const inside = (path: unknown) => typeof path === 'string' && resolve(path).startsWith(root)
const name = (path: unknown) => resolve(String(path)).slice(root.length + 1)

note({ kind: 'start' })
Object.assign(fs, {
  openSync(...args: Parameters<typeof openSync>) {
    const fd = openSync(...args)
    if (inside(args[0])) {
      ours.add(fd)
      note({ kind: 'open', path: name(args[0]), fd })
    }
    return fd
  },
  closeSync(fd: number) {
    closeSync(fd)
    ours.delete(fd)
  },
  writeSync(fd: number, data: NodeJS.ArrayBufferView, offset = 0, length = 0, position = 0) {
    const written = writeSync(fd, data, offset, length, position)
    if (ours.has(fd)) {
      const bytes = Buffer.from(data.buffer, data.byteOffset + offset, written)
      note({ kind: 'write', fd, position, bytes: Buffer.from(bytes) })
    }
    return written
  },
  fsyncSync(fd: number) {
    fsyncSync(fd)
    if (ours.has(fd)) note({ kind: 'fsync', fd })
  },
  truncateSync(path: string, size = 0) {
    truncateSync(path, size)
    if (inside(path)) note({ kind: 'truncate', path: name(path), size })
  },
  ftruncateSync(fd: number, size = 0) {
    ftruncateSync(fd, size)
    if (ours.has(fd)) note({ kind: 'truncate', fd, size })
  },
  renameSync(from: string, to: string) {
    renameSync(from, to)
    if (inside(from)) note({ kind: 'rename', path: name(from), to: name(to) })
  },
  unlinkSync(path: string) {
    unlinkSync(path)
    if (inside(path)) note({ kind: 'unlink', path: name(path) })
  },
  mkdirSync(path: string, mode?: number) {
    const made = mkdirSync(path, mode)
    if (inside(path)) note({ kind: 'mkdir', path: name(path) })
    return made
  },
  rmdirSync(path: string) {
    rmdirSync(path)
    if (inside(path)) note({ kind: 'unlink', path: name(path) })
  },
  writeFileSync(...args: Parameters<typeof writeFileSync>) {
    writeFileSync(...args)
    if (!inside(args[0])) return
    const bytes = Buffer.from(args[1] as string)
    note({ kind: 'create', path: name(args[0]), bytes })
  },
})
syncBuiltinESMExports()
