import type { PGlite, Transaction as PgliteTransaction } from '@electric-sql/pglite'
import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type Transaction,
} from '@prisma/driver-adapter-utils'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { createStatements, type QueryStatement } from './pglite-statements.ts'

/**
 * Prisma over the embedded engine. Values are converted by `pglite-prisma-adapter`; transactions
 * are held here, because that package reports a failed COMMIT as done, sets the isolation level
 * outside the transaction it is meant for, and knows no savepoints.
 *
 * The engine has one session. Its own mutex makes every transaction and every statement outside
 * one wait for its turn, so nothing ever joins a transaction that is not its own.
 *
 * @param hasRoom whether the disk can take more; while not, no transaction begins
 */
export function pgliteAdapter(pglite: PGlite, hasRoom = () => true): SqlDriverAdapterFactory {
  const statements = createStatements(pglite)
  return {
    provider: 'postgres',
    adapterName: 'dunghan-pglite',
    async connect(): Promise<SqlDriverAdapter> {
      const outside = await converting(pglite)
      return {
        provider: 'postgres',
        adapterName: 'dunghan-pglite',
        queryRaw: (query) => outside.queryRaw(query),
        executeRaw: (query) => outside.executeRaw(query),
        executeScript: async (script) => void (await pglite.exec(script)),
        startTransaction: async (isolationLevel) => {
          if (!hasRoom()) throw new DriverAdapterError({ kind: 'DatabaseNotReachable' })
          return begin(pglite, statements, isolationLevel)
        },
        getConnectionInfo: () => ({ supportsRelationJoins: true }),
        dispose: async () => {},
      }
    },
  }
}

function converting(session: PGlite | { query: QueryStatement }): Promise<SqlDriverAdapter> {
  // The package asks nothing of its client but `query`.
  return new PrismaPGlite(session as PGlite).connect()
}

const rolledBack = Symbol('rolled back')

async function begin(
  pglite: PGlite,
  statements: QueryStatement,
  isolationLevel?: IsolationLevel,
): Promise<Transaction> {
  const opened = Promise.withResolvers<PgliteTransaction>()
  const ending = Promise.withResolvers<void>()
  const ended = pglite.transaction((session) => {
    opened.resolve(session)
    return ending.promise
  })
  // Whatever ends the engine's transaction early (a failed BEGIN, a closed engine) is told to
  // whoever waits for it to open; afterwards `commit` and `rollback` tell.
  ended.catch(opened.reject)

  const session = await opened.promise
  const inside = await converting({ query: statements })
  const run = async (sql: string) => void (await session.exec(sql))
  const transaction: Transaction = {
    provider: 'postgres',
    adapterName: 'dunghan-pglite',
    options: { usePhantomQuery: true },
    queryRaw: (query) => inside.queryRaw(query),
    executeRaw: (query) => inside.executeRaw(query),
    createSavepoint: (name) => run(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => run(`ROLLBACK TO SAVEPOINT ${name}`),
    releaseSavepoint: (name) => run(`RELEASE SAVEPOINT ${name}`),
    commit() {
      ending.resolve()
      return ended
    },
    async rollback() {
      ending.reject(rolledBack)
      await ended.catch((reason) => {
        if (reason !== rolledBack) throw reason
      })
    },
  }
  if (isolationLevel) {
    await run(`SET TRANSACTION ISOLATION LEVEL ${isolationLevel}`).catch(async (error) => {
      await transaction.rollback()
      throw error
    })
  }
  return transaction
}
