import { inspect } from 'node:util'
import { ConfigError } from './config.ts'
import { DatabaseUnavailable } from './db/errors.ts'
import { DatabaseInUse } from './db/lock.ts'
import { MigrationRefused } from './db/migrate.ts'

/** What keeps the server from starting, in one sentence for the operator; a fault of ours, in full. */
export function sentenceFor(error: unknown): string {
  if (error instanceof ConfigError) return `Configuration: ${error.message}`
  if (error instanceof DatabaseInUse || error instanceof MigrationRefused) return error.message
  if (error instanceof DatabaseUnavailable) {
    return 'The database does not answer: check DATABASE_URL and that the server is running.'
  }
  const { code, syscall, address, port, path } = error as NodeJS.ErrnoException & {
    address?: string
    port?: number
  }
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${address} is already in use: stop that program or set PORT to another.`
  }
  if (syscall === 'listen') return `Cannot listen on ${address}:${port} (${code}): set HOST and PORT.`
  if (path !== undefined && code !== undefined) return `Cannot use ${path} (${code}).`
  return inspect(error)
}
