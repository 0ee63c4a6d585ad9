import { AsyncLocalStorage } from 'node:async_hooks'
import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  Transaction,
} from '@prisma/driver-adapter-utils'
import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import { toDriverError } from './driver-error.ts'
import type { ReadRows } from './read-rows.ts'

/** What the current chain of calls is inside of: set by `inTransaction` around its callback. */
export const currentTransaction = new AsyncLocalStorage<{ open: boolean }>()

/**
 * Runs one driver call; may refuse or abandon it, as the watch over a lost database does.
 * @param sql the statement's text, without the values
 */
export type Supervise = <T>(call: () => Promise<T>, sql?: string) => Promise<T>

/**
 * Holds both engines' adapters to the same rules:
 *
 * - statements of one transaction run one after another, and one that comes after its end is
 *   refused; unguarded, it would run on a session that is nobody's or, worse, in another caller's
 *   transaction;
 * - a transaction in which a statement failed cannot be committed; PostgreSQL itself answers such
 *   a COMMIT with a silent ROLLBACK, and an act that kept nothing would be reported as done;
 * - inside `inTransaction` the outer client is refused at once; unguarded, it waits for the very
 *   transaction that waits for it: always on the embedded engine, on PostgreSQL under load;
 * - every error of a driver comes out in Prisma's own form, so `errors.ts` can tell them apart.
 */
export function guardAdapter(
  factory: SqlDriverAdapterFactory,
  supervise: Supervise = (call) => call(),
): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect()
      const outside = outsideBy(supervise)
      const guarded: SqlDriverAdapter = {
        ...queryable(adapter, outside),
        executeScript: (script) => outside(() => adapter.executeScript(script)),
        startTransaction: async (isolationLevel) => {
          let begun: Promise<Transaction> | undefined
          const begin = () => (begun = adapter.startTransaction(isolationLevel))
          const transaction = await outside(begin, 'BEGIN').catch((error) => {
            begun?.then(discard).catch(() => {}) // given up on, yet it may still come
            throw error
          })
          return guardTransaction(transaction, supervise)
        },
        getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
        dispose: () => adapter.dispose(),
      }
      return guarded
    },
  }
}

/** Holds what reads past Prisma to the same rules. */
export function guardReads(readRows: ReadRows, supervise: Supervise = (call) => call()): ReadRows {
  const outside = outsideBy(supervise)
  return (statement) => outside(() => readRows(statement), statement.text)
}

const outsideBy =
  (supervise: Supervise): Supervise =>
  (call, sql) => {
    if (currentTransaction.getStore()?.open) return Promise.reject(outerClientUsed())
    return supervise(call, sql).catch(rethrow)
  }

async function discard(transaction: Transaction): Promise<void> {
  const sql = { sql: 'ROLLBACK', args: [], argTypes: [] }
  if (!transaction.options.usePhantomQuery) await transaction.executeRaw(sql).catch(() => {})
  await transaction.rollback()
}

function guardTransaction(transaction: Transaction, supervise: Supervise): Transaction {
  let ended = false
  let failed = false
  let last: Promise<unknown> = Promise.resolve()

  // One session, one statement at a time, even when a caller starts several at once.
  const inTurn = <T>(call: () => Promise<T>): Promise<T> => {
    const turn = last.then(call).catch(rethrow)
    last = turn.catch(() => {})
    return turn
  }
  const inside: Supervise = async (call, sql) => {
    if (ended) throw closed('The transaction had ended before this statement.')
    return inTurn(() => supervise(call, sql)).catch((error) => {
      failed = true
      throw error
    })
  }
  // Not supervised itself: what gives a connection back must happen, above all with a lost server.
  const end = <T>(call: () => Promise<T>): Promise<T> => {
    ended = true
    return inTurn(call)
  }
  const endOf = (query: SqlQuery) => () => supervise(() => transaction.executeRaw(query), query.sql)
  const statements = queryable(transaction, inside)
  const savepoint = (call?: (name: string) => Promise<void>) =>
    call && ((name: string) => inside(() => call.call(transaction, name)))

  return {
    ...statements,
    options: transaction.options,
    // Prisma sends COMMIT and ROLLBACK as statements to one engine and as calls to the other.
    async executeRaw(query: SqlQuery): Promise<number> {
      if (query.sql === 'ROLLBACK') return end(endOf(query))
      if (query.sql !== 'COMMIT') return statements.executeRaw(query)
      return end(async () => {
        if (!failed) return endOf(query)()
        await endOf({ ...query, sql: 'ROLLBACK' })()
        throw notCommitted()
      })
    },
    commit() {
      const unsaid = !ended
      return end(async () => {
        if (!(unsaid && failed)) return transaction.commit()
        await transaction.rollback()
        throw notCommitted()
      })
    },
    rollback: () => end(() => transaction.rollback()),
    createSavepoint: savepoint(transaction.createSavepoint),
    async rollbackToSavepoint(name: string) {
      await inside(() => transaction.rollbackToSavepoint?.(name) ?? Promise.reject(noSavepoints()))
      failed = false
    },
    releaseSavepoint: savepoint(transaction.releaseSavepoint),
  }
}

function queryable(target: SqlQueryable, run: Supervise): SqlQueryable {
  return {
    provider: target.provider,
    adapterName: target.adapterName,
    queryRaw: (query) => run(() => target.queryRaw(query), query.sql),
    executeRaw: (query) => run(() => target.executeRaw(query), query.sql),
  }
}

function rethrow(error: unknown): never {
  throw toDriverError(error)
}

const closed = (cause: string) =>
  new DriverAdapterError({ kind: 'TransactionAlreadyClosed', cause })

const notCommitted = () =>
  closed('A statement of this transaction had failed: it was rolled back, not committed.')

const noSavepoints = () => new Error('This adapter has no savepoints.')

/** Runs what has a session of its own, or needs the only one: inside a transaction it is refused. */
export function outsideTransactions<T>(call: () => Promise<T>): Promise<T> {
  return currentTransaction.getStore()?.open ? Promise.reject(outerClientUsed()) : call()
}

const outerClientUsed = () =>
  new Error('Inside a transaction only its own client may be used: pass tx down to this store.')
