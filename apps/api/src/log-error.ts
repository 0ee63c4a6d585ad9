import { databaseFault } from './db/errors.ts'

/** An error as the log has it. */
export interface LoggedError {
  type: string
  message?: string
  /** Of the system, of PostgreSQL (five signs), or of a library. */
  code?: string
  constraint?: string
  /** Where it was thrown: functions and lines of the program alone. */
  stack: string
  cause?: LoggedError
}

const deepest = 3

/**
 * An error without what it may quote of anybody. Those of a database repeat values in their words
 * and details: of them the kind, the code and the constraint are told, and the words only where
 * they speak of the server, a permission or a name in the schema.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, stack: '' }
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  const from = databaseSays(error)
  const fault = databaseFault(error)
  const constraint = fault && 'constraint' in fault ? fault.constraint : undefined
  const said = from ? from.message : error.message
  const known = from?.code ?? (typeof code === 'string' ? code : undefined)
  return {
    type: error.name,
    ...(said ? { message: said } : {}),
    ...(known ? { code: known } : {}),
    ...(constraint ? { constraint } : {}),
    stack: framesOf(error),
    ...(cause instanceof Error && depth < deepest ? { cause: loggedError(cause, depth + 1) } : {}),
  }
}

/** Classes of PostgreSQL's codes whose words name no value: connections, schema, server. */
const withoutValues = /^(08|25|28|3D|40|42|53|54|55|57|58|XX)/

/** @returns null for an error that is none of a database, or of what stands before it */
function databaseSays(error: Error): { code?: string; message?: string } | null {
  type Cause = { kind?: string; originalCode?: string; originalMessage?: string }
  const { meta, cause, code, severity } = error as Error & {
    meta?: { driverAdapterError?: { cause?: Cause } }
    cause?: Cause
    code?: string
    severity?: string
  }
  const driver = meta?.driverAdapterError?.cause ?? cause
  const ofPrisma = /^(Prisma|DriverAdapter)/.test(error.name)
  if (!ofPrisma && severity === undefined) return null
  const state = driver?.originalCode ?? code
  const message = driver?.originalMessage ?? error.message
  if (state && withoutValues.test(state)) return { code: state, message }
  const kind = driver?.kind
  return { ...(state ? { code: state } : {}), ...(kind ? { message: kind } : {}) }
}

function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
}
