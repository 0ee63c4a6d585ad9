import { randomUUID } from 'node:crypto'
import { chmodSync, readdirSync, rmSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { join } from 'node:path'
import { CopyRefused } from './copy-refused.ts'

/*
 * One process alone may open the embedded database. So a back-up asks the running server for a copy
 * of its folder, over a socket that only the folder's owner can reach, and works on that copy.
 */

export const socketPath = (dataDir: string) => join(dataDir, 'backup.sock')
const prefix = 'snapshot-'
/** Milliseconds after which a copy is nobody's any more. */
const longestUse = 24 * 3_600_000

/**
 * Answers to those who ask for a copy, until the returned function is called.
 * @param copyTo makes it
 * @throws what keeps the socket from being opened
 */
export async function offerSnapshots(
  dataDir: string,
  copyTo: (folder: string) => Promise<void>,
  now: Date,
): Promise<() => Promise<void>> {
  removeForgotten(dataDir, now)
  const path = socketPath(dataDir)
  rmSync(path, { force: true }) // whoever held it is gone: the data folder is ours
  const server = createServer(async (asked, answer) => {
    const folder = join(dataDir, `${prefix}${randomUUID()}`)
    const say = (status: number, body: object) =>
      answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (asked.method !== 'POST' || asked.url !== '/snapshot') return say(404, {})
    try {
      await copyTo(folder)
      if (answer.destroyed) await rm(folder, { recursive: true, force: true })
      else say(201, { folder })
    } catch (error) {
      say(500, { code: (error as NodeJS.ErrnoException).code ?? (error as Error).message })
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  chmodSync(path, 0o600)
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
}

function removeForgotten(dataDir: string, now: Date): void {
  for (const name of readdirSync(dataDir).filter((name) => name.startsWith(prefix))) {
    const path = join(dataDir, name)
    const age = now.getTime() - statSync(path).mtimeMs
    if (age > longestUse) rmSync(path, { recursive: true, force: true })
  }
}

/**
 * Asks the running server for a copy of its database's folder, which is the caller's to remove.
 * @throws CopyRefused when nobody answers, or the copy could not be made
 */
export async function askForSnapshot(dataDir: string): Promise<string> {
  const { status, body } = await post(socketPath(dataDir)).catch(() => {
    throw new CopyRefused(
      `The database in ${dataDir} is in use by a process that takes no questions of this command: ` +
        'stop it, or try again when it has started.',
    )
  })
  if (status === 201 && body.folder) return body.folder
  throw new CopyRefused(
    body.code === 'ENOSPC'
      ? `The disk of ${dataDir} has no room for the copy of the database that a back-up is made from.`
      : `The running server could not copy its database (${body.code ?? status}).`,
  )
}

function post(path: string): Promise<{ status: number; body: { folder?: string; code?: string } }> {
  return new Promise((resolve, reject) => {
    const asking = request(
      { socketPath: path, path: '/snapshot', method: 'POST' },
      async (answer) => {
        try {
          const text = (await answer.setEncoding('utf8').toArray()).join('')
          resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) })
        } catch (error) {
          reject(error)
        }
      },
    )
    asking.on('error', reject)
    asking.end()
  })
}
