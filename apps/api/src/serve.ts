import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import { type Config, readConfig } from './config.ts'
import { offerSnapshots } from './copy/snapshot-socket.ts'
import { type Deps, openDeps } from './deps.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { createLogger } from './logger.ts'
import { ensureFirstAdmin, type FirstAdmin } from './modules/accounts/first-admin.ts'
import { sentenceFor } from './start-up-errors.ts'

/** How long requests under way may take when the process is asked to end, in milliseconds. */
const patience = 10_000

export interface ServeOptions {
  /** Stand in for variables that the environment does not set. */
  defaults?: NodeJS.ProcessEnv
  /** Runs before the first request is answered. @returns lines to print once it listens */
  prepare?: (deps: Deps) => Promise<readonly string[]>
}

/** The whole process: from the environment to a listening server, and to its end. */
export async function serve({ defaults, prepare }: ServeOptions = {}): Promise<void> {
  try {
    await start(readConfig(defaults), prepare)
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`)
    process.exit(1)
  }
}

async function start(config: Config, prepare?: ServeOptions['prepare']): Promise<void> {
  const clock = () => new Date()
  const log = createLogger(config.logLevel)
  endOnFault(log)
  const deps = await openDeps(config, clock, log)
  try {
    const prepared = (await prepare?.(deps)) ?? []
    const app = await buildApp(deps, { logger: log, webDir: builtScreens() })
    const firstAdmin = await ensureFirstAdmin(deps)
    await app.listen({ host: config.host, port: config.port })
    const closeSocket = await offerBackups(deps, log)
    const stopJobs = startJobs(deps, log)
    endOnSignal(app, deps, () => Promise.all([closeSocket(), stopJobs()]))
    announce(addressOf(app, config), firstAdmin, prepared)
  } catch (error) {
    await deps.database.close()
    throw error
  }
}

/** What lets `pnpm backup` work beside us on the embedded database. Without it the rest goes on. */
async function offerBackups(
  { config, clock, database }: Deps,
  log: FastifyBaseLogger,
): Promise<() => Promise<void>> {
  const nothing = async () => {}
  if (!database.copyTo) return nothing
  return offerSnapshots(config.dataDir, database.copyTo, clock()).catch((error) => {
    log.warn({ err: error }, 'no back-up can be made while this server runs')
    return nothing
  })
}

/** The screens, where they have been built; else the API alone is served. */
function builtScreens(): string | undefined {
  const folder = join(import.meta.dirname, '../../web/dist')
  return existsSync(join(folder, 'index.html')) ? folder : undefined
}

/** First no new requests, then those under way, then the database. */
function endOnSignal(app: FastifyInstance, { database }: Deps, stopRest: () => Promise<unknown>) {
  let ending = false
  const end = async (signal: NodeJS.Signals) => {
    if (ending) process.exit(1)
    ending = true
    app.log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), patience).unref()
    try {
      await stopRest()
      await app.close()
      await database.close()
    } catch (error) {
      app.log.error({ err: error }, 'did not stop cleanly')
      process.exit(1)
    }
    process.exit(0)
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

/** What nobody caught may have left anything half done in memory: the next start begins anew. */
function endOnFault(log: FastifyBaseLogger): void {
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'the process ends over a fault')
    process.exit(1)
  })
}

/** Where a browser on this machine finds it; the port may have been left to the system. */
function addressOf(app: FastifyInstance, { host, port, publicUrl }: Config): string {
  if (port !== 0) return publicUrl
  const [bound] = app.addresses()
  const name = host === '127.0.0.1' ? 'localhost' : host
  return `http://${name}:${typeof bound === 'object' ? bound.port : port}`
}

/** What the person who started it needs to read, once; the log has none of it. */
function announce(address: string, admin: FirstAdmin | null, prepared: readonly string[]): void {
  const lines = [
    `Đúng Hạn đang chạy tại ${address}`,
    `Đúng Hạn is running at ${address}`,
    ...prepared,
  ]
  if (admin?.password) {
    lines.push(
      '',
      'Tài khoản quản trị đầu tiên (chỉ hiện một lần, phải đổi mật khẩu khi đăng nhập):',
      'The first administrator (shown only once; the password is changed at the first sign-in):',
      `  ${admin.username}`,
      `  ${admin.password}`,
    )
  }
  process.stdout.write(`\n${lines.join('\n')}\n\n`)
}
