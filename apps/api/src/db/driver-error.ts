import { DriverAdapterError, isDriverAdapterError } from '@prisma/driver-adapter-utils'

/** What both engines' drivers put on an error that the database itself answered with. */
type ServerError = Error & {
  code: string
  severity: string
  detail?: string
  column?: string
  hint?: string
}

/** What `pg` says, without any code, when a connection could not be had or broke. */
const CONNECTION_LOST =
  /connection (terminated|ended|error)|timeout expired|timeout exceeded|was closed|is closed/i

/** Node's codes for a server that is not there, does not answer or went away. */
const SOCKET_CODE =
  /^(ECONN\w+|EPIPE|EHOSTUNREACH|ENETUNREACH|ENETDOWN|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENOENT)$/

/**
 * Gives a driver's error the one form Prisma carries whole to the caller: a `DriverAdapterError`
 * whose `cause` has `originalCode` (SQLSTATE) and `originalMessage`. The adapters miss some: what
 * they don't know they throw bare, and Prisma keeps of that no more than a text.
 */
export function toDriverError(error: unknown): unknown {
  if (!(error instanceof Error) || isDriverAdapterError(error)) return error
  const { code } = error as { code?: unknown }
  if (isServerError(error)) {
    return new DriverAdapterError({
      kind: 'postgres',
      code: error.code,
      severity: error.severity,
      message: error.message,
      detail: error.detail,
      column: error.column,
      hint: error.hint,
      originalCode: error.code,
      originalMessage: error.message,
    })
  }
  const lost = CONNECTION_LOST.test(error.message) || SOCKET_CODE.test(String(code))
  if (!lost) return error
  return new DriverAdapterError({ kind: 'ConnectionClosed', originalMessage: error.message })
}

function isServerError(error: Error): error is ServerError {
  const { code, severity } = error as Partial<ServerError>
  return typeof code === 'string' && typeof severity === 'string'
}
