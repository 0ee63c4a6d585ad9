import type { Duplex } from 'node:stream'
import pg from 'pg'

/** How long a new connection may take: a server that is gone must be known within 2 s. */
const CONNECT_MS = 1_500
/** How long a call may wait for a connection while all are busy. */
const QUEUE_MS = 10_000
/** How long a server may take over each step of saying that it is there. */
const PROBE_MS = 600
const IDLE_CONNECTION_MS = 60_000
/** Connections the library of jobs may hold, and how long a server may take over what it asks. */
const JOB_CONNECTIONS = 3
const JOB_QUERY_MS = 60_000

/**
 * Settings of every session. UTC and ISO dates because the adapter reads timestamps as such.
 * Parallel workers help one grouping query alone and lower throughput when many ask at once.
 * Compiling plans takes half a second of each act while tables are not analyzed yet. No statement
 * outlives 30 s or waits 10 s for a lock; a transaction idle for a minute belongs to a process that
 * hangs.
 *
 * Sent as a statement, not as start-up options: a pooler in transaction mode refuses those.
 */
const SESSION = `
  SET TIME ZONE 'UTC'; SET datestyle = 'ISO, YMD'; SET max_parallel_workers_per_gather = 0;
  SET jit = off; SET statement_timeout = '30s'; SET lock_timeout = '10s';
  SET idle_in_transaction_session_timeout = '60s'`

/** The pool's own limit covers the queue; a connection itself must be there much sooner. */
class Client extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    const patience = Math.min(config?.connectionTimeoutMillis || CONNECT_MS, CONNECT_MS)
    super({ ...config, connectionTimeoutMillis: patience })
    // A connection that breaks rejects what runs on it; unheard, its event would end the process.
    this.on('error', () => {})
  }
}

/** @param poolSize connections this process may hold; further calls wait their turn. */
export function createPool(databaseUrl: string, poolSize: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'dunghan',
    Client,
    max: poolSize,
    connectionTimeoutMillis: QUEUE_MS,
    idleTimeoutMillis: IDLE_CONNECTION_MS,
    keepAlive: true,
    verify: (client, ready) => void client.query(SESSION).then(() => ready(), ready),
  })
  pool.on('error', () => {}) // an idle connection broke: the pool has dropped it already
  pool.query = ((query: pg.QueryConfig) => queryOnce(pool, query)) as typeof pool.query
  return pool
}

/** The pool of the library of jobs, whose scripts leave nothing open: see `postgresQueue`. */
export function createQueuePool(databaseUrl: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'dunghan-jobs',
    Client,
    max: JOB_CONNECTIONS,
    connectionTimeoutMillis: QUEUE_MS,
    idleTimeoutMillis: IDLE_CONNECTION_MS,
    query_timeout: JOB_QUERY_MS,
    keepAlive: true,
    verify: (client, ready) => void client.query(SESSION).then(() => ready(), ready),
  })
  pool.on('error', () => {}) // an idle connection broke: the pool has dropped it already
  return pool
}

/**
 * One statement on a connection of the pool. The pool's own `query` closes the connection after
 * any error, even a broken unique key; this one keeps it when the server answered.
 */
async function queryOnce(pool: pg.Pool, query: pg.QueryConfig): Promise<pg.QueryResult> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    return await client.query(query)
  } catch (error) {
    if ((error as { severity?: string }).severity !== 'ERROR') broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}

/** Breaks every connection of the pool, so that what waits on them fails now; new ones may open. */
export function breakConnections(pool: pg.Pool): void {
  const clients = (pool as unknown as { _clients: { connection: { stream: Duplex } }[] })._clients
  for (const { connection } of [...clients]) {
    connection.stream.destroy(new Error('Connection terminated: the server does not answer'))
  }
}

/** Resolves when the server answers a new connection; rejects within 2 × 600 ms when not. */
export async function probeServer(databaseUrl: string): Promise<void> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'dunghan',
    connectionTimeoutMillis: PROBE_MS,
    query_timeout: PROBE_MS,
  })
  try {
    await client.connect()
    await client.query('SELECT 1')
  } catch (error) {
    // Out of connections is an answer too.
    if ((error as { code?: string }).code !== '53300') throw error
  } finally {
    void client.end().catch(() => {})
  }
}

/** A connection of its own, outside the pool and without its time limits: for migrations. */
export async function withConnection<T>(
  databaseUrl: string,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'dunghan' })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end().catch(() => {})
  }
}
