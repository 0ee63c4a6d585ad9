/** The database does not answer: the request may be tried again later (503). */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable'

  constructor(cause?: unknown) {
    super('The database does not answer.', { cause })
  }
}

/**
 * What a statement failed of. `constraint` is the name in the database (`account_username_key`),
 * the same on both engines, whether the statement was Prisma's or `$queryRaw`.
 */
export type DatabaseFault =
  | { kind: 'unique' | 'foreign-key' | 'check'; constraint: string | undefined }
  | { kind: 'not-null' }
  /** Two transactions could not both go on: deadlock or serialization. */
  | { kind: 'conflict' }
  /** A statement, a lock or a transaction took longer than it may. */
  | { kind: 'timeout' }
  /** A trigger of ours said no (`RAISE EXCEPTION`), such as on a change of append-only history. */
  | { kind: 'raised'; message: string }
  | { kind: 'unavailable' }

/** Tells what kind of database error this is; null for any other error. */
export function databaseFault(error: unknown): DatabaseFault | null {
  if (error instanceof DatabaseUnavailable) return { kind: 'unavailable' }
  const { sqlState, message, prismaCode, driverKind, constraint } = anatomy(error)
  if (sqlState !== undefined) {
    const name = constraint ?? quotedLast(message)
    switch (sqlState) {
      case '23505':
        return { kind: 'unique', constraint: name }
      case '23503':
      case '23001':
        return { kind: 'foreign-key', constraint: name }
      case '23514':
        return { kind: 'check', constraint: name }
      case '23502':
        return { kind: 'not-null' }
      case '40001':
      case '40P01':
        return { kind: 'conflict' }
      case '57014':
      case '55P03':
      case '25P03':
        return { kind: 'timeout' }
      case 'P0001':
        return { kind: 'raised', message }
    }
    // Connection exceptions, out of connections or resources, shutting down or starting up, or
    // closed to connections for maintenance (55000: no statement of ours can meet it otherwise).
    if (/^(08|53)|^57P0|^55000$/.test(sqlState)) return { kind: 'unavailable' }
    return null
  }
  if (driverKind && /^(ConnectionClosed|DatabaseNotReachable|SocketTimeout)$/.test(driverKind)) {
    return { kind: 'unavailable' }
  }
  if (prismaCode && /^(P1001|P1002|P1008|P1017|P2024|P2037)$/.test(prismaCode)) {
    return { kind: 'unavailable' }
  }
  // P2028 is every misfortune of a transaction: it began too late, took too long, or was given up
  // on. To use one that was committed is a mistake of ours.
  const late = prismaCode === 'P2028' && !/committed/i.test(message)
  return late ? { kind: 'timeout' } : null
}

/** @param constraint name in the database; without it any broken unique key answers true. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const fault = databaseFault(error)
  return fault?.kind === 'unique' && (constraint === undefined || fault.constraint === constraint)
}

/** Whether the same request may well succeed a little later: nobody made a mistake. */
export function isPassing(error: unknown): boolean {
  const kind = databaseFault(error)?.kind
  return kind === 'unavailable' || kind === 'timeout' || kind === 'conflict'
}

type Cause = {
  kind?: string
  originalCode?: string
  originalMessage?: string
  constraint?: { index?: string }
}

/** Finds the parts wherever they are: Prisma's errors carry the driver's, commits throw it bare. */
function anatomy(error: unknown) {
  const outer = (error ?? {}) as { code?: unknown; message?: unknown; cause?: Cause; meta?: object }
  const driver = (outer.meta as { driverAdapterError?: { cause?: Cause } })?.driverAdapterError
  const cause: Cause = driver?.cause ?? outer.cause ?? {}
  const code = typeof outer.code === 'string' ? outer.code : undefined
  const isSqlState = code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !/^P[123]\d{3}$/.test(code)
  return {
    sqlState: cause.originalCode ?? (isSqlState ? code : undefined),
    message: cause.originalMessage ?? String(outer.message ?? ''),
    prismaCode: code,
    driverKind: cause.kind,
    constraint: cause.constraint?.index,
  }
}

/** PostgreSQL names the constraint last, in quotes of its language: "x", „x“ or «x». */
function quotedLast(message: string): string | undefined {
  return /["„“«]([^"“”«»„]+)["“”»][^"“”«»„]*$/.exec(message.split('\n', 1)[0] ?? '')?.[1]
}
