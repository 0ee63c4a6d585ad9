import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type { ReadRows } from './read-rows.ts'

/**
 * Reads by the replica while it has everything, else by the primary; what is not a single read goes
 * to the primary always. Whatever goes wrong with the replica, the primary is asked the same again,
 * and what it says counts.
 * @param hasCaughtUp asked before each read; what was committed before it is there when it is true
 */
export function preferReplica(
  primary: SqlDriverAdapterFactory,
  replica: SqlDriverAdapterFactory,
  hasCaughtUp: () => Promise<boolean>,
): SqlDriverAdapterFactory {
  return {
    provider: primary.provider,
    adapterName: primary.adapterName,
    async connect() {
      const [here, there] = await Promise.all([primary.connect(), replica.connect()])
      return {
        provider: here.provider,
        adapterName: here.adapterName,
        async queryRaw(query) {
          if (!(await hasCaughtUp())) return here.queryRaw(query)
          return there.queryRaw(query).catch(() => here.queryRaw(query))
        },
        executeRaw: (query) => here.executeRaw(query),
        executeScript: (script) => here.executeScript(script),
        startTransaction: (isolationLevel) => here.startTransaction(isolationLevel),
        getConnectionInfo: () => here.getConnectionInfo?.() ?? { supportsRelationJoins: true },
        async dispose() {
          await Promise.all([here.dispose(), there.dispose()])
        },
      }
    },
  }
}

/** The same for what reads past Prisma. */
export function preferReplicaRows(
  primary: ReadRows,
  replica: ReadRows,
  hasCaughtUp: () => Promise<boolean>,
): ReadRows {
  return async (statement) => {
    if (!(await hasCaughtUp())) return primary(statement)
    return replica(statement).catch(() => primary(statement))
  }
}
