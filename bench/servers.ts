import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A server in a process of its own. */
export interface Server {
  address: string
  /** Milliseconds from being started until it said where it listens. */
  startedIn: number
  /** Resident memory, in MiB. */
  rss(): number
  stop(): Promise<void>
}

const running = new Map<string, ChildProcess>()

/** Milliseconds of processor time that the server at an address has used; without its database's. */
export function cpuOf(address: string): number {
  const pid = running.get(address)?.pid
  if (pid === undefined) return 0
  // Fields 14 and 15 after the name, which may hold blanks; in hundredths of a second.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const root = join(import.meta.dirname, '..')

/**
 * The product as it is started in service, but for its limit of requests per address, since all come
 * from one. @param environment what is configured besides
 */
export function startProduct(environment: NodeJS.ProcessEnv): Promise<Server> {
  const own = environment.DATA_DIR ? undefined : mkdtempSync(join(tmpdir(), 'dunghan-bench-'))
  return start(
    join(root, 'apps/api/src/main.ts'),
    {
      PORT: '0',
      RATE_LIMIT: '0',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      JWT_SECRET: 'a secret of the bench, at least thirty-two characters',
      ...(own ? { DATA_DIR: own } : {}),
      ...environment,
    },
    () => own && rmSync(own, { recursive: true, force: true }),
  )
}

/** What the product is measured against: bare routes over the same database. */
export function startReference(databaseUrl: string): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'dunghan-reference-'))
  return start(
    join(import.meta.dirname, 'reference/main.ts'),
    { NODE_ENV: 'production', REFERENCE_DATABASE_URL: databaseUrl, REFERENCE_FOLDER: folder },
    () => rmSync(folder, { recursive: true, force: true }),
  )
}

async function start(
  script: string,
  environment: NodeJS.ProcessEnv,
  cleanUp: () => unknown,
): Promise<Server> {
  const begun = performance.now()
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // Whoever ends the bench ends what it started.
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    cleanUp()
  }
  try {
    const address = await addressSaid(child)
    running.set(address, child)
    return { address, startedIn: performance.now() - begun, rss: () => rssOf(child), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function addressSaid(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (text: string) => {
      said += text
      const [address] = /http:\/\/[\w.]+:\d+/.exec(said) ?? []
      if (address) resolve(address.replace('localhost', '127.0.0.1'))
    }
    child.stdout?.setEncoding('utf8').on('data', hear)
    child.stderr?.setEncoding('utf8').on('data', (text: string) => process.stderr.write(text))
    child.once('exit', (code) => reject(new Error(`A server ended by itself (${code}): ${said}`)))
  })
}

function rssOf({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}
