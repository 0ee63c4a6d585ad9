import { inspect } from 'node:util'
import { ConfigError } from './config.ts'
import { CopyRefused } from './copy/copy-refused.ts'
import { DatabaseUnavailable } from './db/errors.ts'
import { DatabaseInUse } from './db/lock.ts'
import { MigrationRefused } from './db/migrate.ts'
import { EmbeddedDatabaseUnusable } from './db/pglite.ts'
import { ReplacingCutShort } from './db/replacing.ts'
import { ReplicaRefused } from './db/replica-questions.ts'
import { FileStoreDown, FileStoreRefuses } from './files/file-store.ts'

/** Errors whose message is the operator's sentence already. */
const saidInASentence = [
  CopyRefused,
  DatabaseInUse,
  EmbeddedDatabaseUnusable,
  FileStoreRefuses,
  MigrationRefused,
  ReplacingCutShort,
  ReplicaRefused,
]

/** What keeps the server from starting, in one sentence for the operator; a fault of ours, in full. */
export function sentenceFor(error: unknown): string {
  if (error instanceof ConfigError) return `Configuration: ${error.message}`
  if (saidInASentence.some((kind) => error instanceof kind)) return (error as Error).message
  if (doesNotAnswer(error)) {
    return 'The database does not answer: check DATABASE_URL and that the server is running.'
  }
  if (error instanceof FileStoreDown) {
    const { code, message } = error.cause as NodeJS.ErrnoException
    return `The file store does not answer (${code ?? message}): check DATA_DIR or FILES_URL.`
  }
  const { code, syscall, address, port, path, severity, message } = error as SystemError
  if (severity === 'FATAL') return `The database refuses the connection: ${message}.`
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${address} is already in use: stop that program or set PORT to another.`
  }
  if (syscall === 'listen')
    return `Cannot listen on ${address}:${port} (${code}): set HOST and PORT.`
  if (path !== undefined && code !== undefined) return `Cannot use ${path} (${code}).`
  return inspect(error)
}

/** As Node.js says it of the system, or the driver of the database's refusal to let us in. */
type SystemError = NodeJS.ErrnoException & { address?: string; port?: number; severity?: string }

/** Also when the driver itself says so, while migrating, past what knows of an unavailable database. */
function doesNotAnswer(error: unknown): boolean {
  const { syscall, message } = error as SystemError
  return (
    error instanceof DatabaseUnavailable ||
    syscall === 'connect' ||
    syscall === 'getaddrinfo' ||
    /^(timeout expired|Connection terminated)/.test(message)
  )
}
