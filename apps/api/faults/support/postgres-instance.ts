import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { type FaultContext, NotRun } from '../fault.ts'

export interface PostgresInstance {
  url(database: string): string
  createDatabase(name: string): string
  start(): void
  /** Every process of it, at once, as when the machine fails it. */
  kill(): void
  stop(): void
  freeze(): void
  thaw(): void
}

const versions = '/usr/lib/postgresql'

/**
 * A PostgreSQL server of the fault's own, which may be killed; a standby of another, if it follows
 * one. @throws NotRun without its programs
 */
export async function makePostgres(
  context: Pick<FaultContext, 'afterwards'>,
  follows?: PostgresInstance,
): Promise<PostgresInstance> {
  const bin = findPrograms()
  const asPostgres = process.getuid?.() === 0
  const run = (program: string, args: string[]) => {
    const path = join(bin, program)
    const [command, ...all] = asPostgres
      ? ['runuser', '-u', 'postgres', '--', path, ...args]
      : [path, ...args]
    // Output goes nowhere: the server would keep a pipe open for ever.
    const { status, error } = spawnSync(command as string, all, { stdio: 'ignore', cwd: '/' })
    if (error || status !== 0) throw error ?? new Error(`${program} ended with ${status}`)
  }
  const folder = mkdtempSync('/tmp/dunghan-faults-pg-')
  context.afterwards(() => rmSync(folder, { recursive: true, force: true }))
  if (asPostgres) execFileSync('chown', ['postgres', folder])
  const data = join(folder, 'data')
  if (follows) run('pg_basebackup', ['-d', follows.url('postgres'), '-D', data, '-R', '-c', 'fast'])
  else run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'])
  const port = await freePort()
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=60 -c shared_buffers=32MB`
  const processes = () => {
    const file = join(data, 'postmaster.pid')
    if (!existsSync(file)) return []
    const head = Number(readFileSync(file, 'utf8').split('\n', 1)[0])
    const listed = spawnSync('ps', ['-o', 'pid=', '--ppid', String(head)], { encoding: 'utf8' })
    return [head, ...listed.stdout.split('\n').map(Number).filter(Boolean)]
  }
  const signal = (name: NodeJS.Signals) => {
    for (const pid of processes()) {
      try {
        process.kill(pid, name)
      } catch {
        // Gone meanwhile.
      }
    }
  }
  const server: PostgresInstance = {
    url: (database) => `postgresql://postgres@127.0.0.1:${port}/${database}`,
    createDatabase(name) {
      run('createdb', ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', name])
      return server.url(name)
    },
    start() {
      for (let i = 0; i < 600 && existsSync(join(data, 'postmaster.pid')); i++) pause(100)
      run('pg_ctl', [
        '-D',
        data,
        '-o',
        options,
        '-l',
        join(folder, 'log'),
        '-w',
        '-t',
        '120',
        'start',
      ])
    },
    kill() {
      signal('SIGKILL')
      // Its number may be kept by a process nobody took leave of; after a crash of a machine it is not.
      rmSync(join(data, 'postmaster.pid'), { force: true })
      rmSync(join(folder, `.s.PGSQL.${port}.lock`), { force: true })
    },
    // Not waited for: who looks at a watch meanwhile must not stand still.
    stop: () => run('pg_ctl', ['-D', data, '-m', 'fast', '-W', 'stop']),
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
  }
  server.start()
  context.afterwards(() => {
    server.thaw()
    server.kill()
  })
  return server
}

const pause = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

function findPrograms(): string {
  const installed = existsSync(versions)
    ? readdirSync(versions)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(versions, version, 'bin'))
    : []
  const places = [...installed, ...(process.env.PATH ?? '').split(delimiter)]
  const found = places.find((place) => existsSync(join(place, 'pg_ctl')))
  if (!found) throw new NotRun('no PostgreSQL programs (initdb, pg_ctl) on this machine')
  return found
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
    probe.on('error', reject)
  })
}
