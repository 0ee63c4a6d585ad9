import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FaultContext } from '../fault.ts'

export interface Home {
  dataDir: string
  databaseUrl?: string
}

export interface ServerOptions {
  env?: Record<string, string>
  /** Modules to run in the process before the server's own. */
  preload?: string[]
}

export interface Server {
  child: ChildProcess
  /** All it wrote. */
  seen: { out: string; err: string }
  /** Resolves with the address once it listens; null when it ended before. */
  address: Promise<string | null>
  /** Its exit code; null when a signal ended it. */
  ended: Promise<number | null>
  kill(): Promise<void>
  stop(): Promise<number | null>
}

const main = join(import.meta.dirname, '../../src/main.ts')
export const adminPassword = 'mật khẩu thử lỗi 2026'

/** The server as an operator starts it, on a port the system gives. It ends with the fault. */
export function startServer(
  { dataDir, databaseUrl }: Home,
  context: Pick<FaultContext, 'afterwards'>,
  { env = {}, preload = [] }: ServerOptions = {},
): Server {
  mkdirSync(dataDir, { recursive: true })
  const imports = preload.flatMap((file) => ['--import', file])
  const child = spawn(process.execPath, [...imports, main], {
    cwd: dataDir,
    env: {
      PATH: '',
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'warn',
      RATE_LIMIT: '0',
      ADMIN_PASSWORD: adminPassword,
      JWT_SECRET: 'of the faults alone, at least thirty-two signs',
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      ...env,
    },
  })
  const seen = { out: '', err: '' }
  const ended = once(child, 'close').then(([code]) => code as number | null)
  let over = false
  void ended.then(() => {
    over = true
  })
  const address = new Promise<string | null>((resolve) => {
    child.stdout.on('data', (chunk) => {
      seen.out += chunk
      const found = /is running at (http\S+)/.exec(seen.out)?.[1]
      if (found) resolve(found.replace('localhost', '127.0.0.1'))
    })
    void ended.then(() => resolve(null))
  })
  child.stderr.on('data', (chunk) => {
    seen.err += chunk
  })
  const kill = async () => {
    if (!over) child.kill('SIGKILL')
    await ended
  }
  context.afterwards(kill)
  return {
    child,
    seen,
    address,
    ended,
    kill,
    async stop() {
      child.kill('SIGTERM')
      return Promise.race([ended, sleep(20_000, null)])
    },
  }
}

/** @throws Error with what it said, when it does not come up */
export async function upAt(server: Server): Promise<string> {
  const address = await server.address
  if (address === null) throw new Error(`The server ended: ${server.seen.err || server.seen.out}`)
  return address
}
