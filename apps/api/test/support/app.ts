import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jobNames } from '@dunghan/contract'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  InjectOptions,
  LightMyRequestResponse,
} from 'fastify'
import { buildApp } from '../../src/app.ts'
import type { Config } from '../../src/config.ts'
import { createFreshness } from '../../src/db/freshness.ts'
import { slowStatements } from '../../src/db/slow-statements.ts'
import type { Deps } from '../../src/deps.ts'
import { observedStore } from '../../src/files/observed-store.ts'
import { openFileStore } from '../../src/files/open-file-store.ts'
import { createJobQueue } from '../../src/jobs/job-queue.ts'
import { createMetrics } from '../../src/metrics/metrics.ts'
import { createRulebooks } from '../../src/modules/calendar/rulebooks.ts'
import { createEventTail } from '../../src/modules/events/event-tail.ts'
import type { AccessClaims } from '../../src/modules/session/access-claims.ts'
import { checkingSerializer } from './checking-serializer.ts'
import { createTestDatabase } from './database.ts'
import { ownPlace } from './s3.ts'
import { type Person, type Seed, seed } from './seed.ts'

/** What a test sends beside method and address. */
export interface Ask {
  body?: unknown
  headers?: Record<string, string | undefined>
}

/** One account's requests. `body` travels as JSON. */
export interface Client {
  headers: { authorization: string }
  get(url: string, headers?: Ask['headers']): Promise<LightMyRequestResponse>
  post(url: string, body?: unknown, headers?: Ask['headers']): Promise<LightMyRequestResponse>
  put(url: string, body: unknown, headers?: Ask['headers']): Promise<LightMyRequestResponse>
  patch(url: string, body: unknown, headers?: Ask['headers']): Promise<LightMyRequestResponse>
  delete(url: string, headers?: Ask['headers']): Promise<LightMyRequestResponse>
}

export interface TestApp {
  app: FastifyInstance
  deps: Deps
  /** To open the same database once more, as another process would. PostgreSQL alone has one. */
  databaseUrl: string | undefined
  /** The server's only clock; it stands still until it is set. */
  clock: { now: Date; set(instant: Date | string): void }
  seed: Seed
  /** A client with a token of that account; its name in the seed, or an account's id. */
  signInAs(who: Person | string): Promise<Client>
  /** Anyone. */
  anonymous: Omit<Client, 'headers'>
  /** How many round trips to the database `work` made. */
  countStatements(work: () => Promise<unknown>): Promise<number>
  close(): Promise<void>
}

/**
 * The whole API on a database of its own, with one account of every role, two units with their
 * accounts and two leaders. Answers are checked against their schemas. Files are in a folder, or in
 * the bucket of the run when TEST_FILES says `s3`.
 * @param now where the clock stands (default Monday 23/11/2026, 09:00 in Việt Nam)
 * @param logger what it logs to; as a rule it logs nothing
 * @param inFolder for what is done to the folder itself, wherever files are in this run
 * @param config what is configured otherwise than for most tests, which may ask at any speed
 */
export async function startTestApp({
  now = '2026-11-23T02:00:00.000Z',
  config = {},
  logger,
  inFolder = false,
}: {
  now?: string
  config?: Partial<Config>
  logger?: FastifyBaseLogger
  inFolder?: boolean
} = {}): Promise<TestApp> {
  const clock = {
    now: new Date(now),
    set(instant: Date | string) {
      clock.now = new Date(instant)
    },
  }
  const metrics = createMetrics()
  const tellIfSlow = logger ? slowStatements(logger, config.slowQueryMs ?? 0) : undefined
  const opened = await createTestDatabase((statement) => {
    metrics.statementEnded(statement)
    tellIfSlow?.(statement)
  })
  const { database, url, countStatements, close: closeDatabase } = opened
  const dataDir = mkdtempSync(join(tmpdir(), 'dunghan-app-'))
  const place = process.env.TEST_FILES === 's3' && !inFolder ? { files: ownPlace() } : {}
  const { files, incomingDir } = openFileStore({ dataDir, ...place })
  const readClock = () => clock.now
  const deps: Deps = {
    config: {
      host: '127.0.0.1',
      port: 0,
      dataDir,
      databaseUrl: undefined,
      publicUrl: 'http://localhost:3000',
      trustedProxies: [],
      rateLimit: 0,
      keptAnswersMiB: 0,
      jwtSecret: 'a secret of tests, at least thirty-two characters',
      admin: { username: 'admin', password: undefined },
      slowQueryMs: 0,
      trustedRoots: undefined,
      logLevel: 'silent',
      ...place,
      ...config,
    },
    clock: readClock,
    database,
    files: observedStore(files, metrics.fileCallEnded),
    incomingDir,
    trustedRoots: [],
    rulebooks: createRulebooks(database, readClock),
    freshness: createFreshness(database, readClock),
    jobs: createJobQueue(database, jobNames, undefined, 0.5),
    events: createEventTail(database, readClock),
    metrics,
  }
  const app = await buildApp(deps, { serializer: checkingSerializer, ...(logger && { logger }) })
  await app.ready()
  const seeded = await seed(database, clock.now)

  return {
    app,
    deps,
    databaseUrl: url,
    clock,
    seed: seeded,
    anonymous: clientOf(app, {}),
    countStatements,
    async signInAs(who) {
      const id = who in seeded.accounts ? seeded.accounts[who as Person].id : who
      const account = await database.prisma.account.findUniqueOrThrow({ where: { id } })
      const claims: AccessClaims = {
        sub: id,
        sid: await seeded.insertSession(id),
        roles: account.roles as AccessClaims['roles'],
        unitId: account.unitId,
        mustChangePassword: account.mustChangePassword,
        // Tests move the clock about; how long a token lives is a matter of the session's tests.
        exp: new Date('2100-01-01').getTime() / 1000,
      }
      const headers = { authorization: `Bearer ${app.jwt.sign(claims)}` }
      return { headers, ...clientOf(app, headers) }
    },
    async close() {
      await deps.jobs.stop()
      await app.close()
      await closeDatabase()
      if (place.files) for await (const { sha256 } of files.list()) await files.delete(sha256)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function clientOf(app: FastifyInstance, own: Record<string, string>): Omit<Client, 'headers'> {
  const ask = (method: InjectOptions['method'], url: string, { body, headers }: Ask) =>
    app.inject({
      method,
      url,
      headers: { ...own, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    })
  return {
    get: (url, headers) => ask('GET', url, { headers }),
    post: (url, body, headers) => ask('POST', url, { body, headers }),
    put: (url, body, headers) => ask('PUT', url, { body, headers }),
    patch: (url, body, headers) => ask('PATCH', url, { body, headers }),
    delete: (url, headers) => ask('DELETE', url, { headers }),
  }
}
