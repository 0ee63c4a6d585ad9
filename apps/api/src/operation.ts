import { AsyncLocalStorage } from 'node:async_hooks'

/** On whose behalf code runs: an operation of the API with its request, or a job. */
export interface CurrentOperation {
  /** The operation's id, or `job:<name>`: few and known beforehand. */
  operation: string
  requestId?: string
}

/** Read where a call no longer knows what it serves, as by what watches over the database. */
export const currentOperation = new AsyncLocalStorage<CurrentOperation>()
