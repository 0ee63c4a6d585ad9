import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { openDeps } from '../deps.ts'
import { createLogger } from '../logger.ts'
import { resetByOperator } from '../modules/accounts/reset-by-operator.ts'
import { sentenceFor } from '../start-up-errors.ts'

const usage = `pnpm reset-password <user name>

For when nobody who could do it on the screens can sign in. Voids the account's password, ends its
sessions, forgets its failed sign-ins, enables it if it was disabled, and prints a one-time password
that must be changed at the next sign-in. It stands in the history as done by nobody.

Uses the environment of the server. The server may go on running on PostgreSQL; on the embedded
database stop it first.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' } },
})
const [username, ...more] = positionals

if (values.help) {
  process.stdout.write(`${usage}\n`)
} else if (username === undefined || more.length > 0) {
  process.stderr.write(`${usage}\n`)
  process.exitCode = 2
} else {
  try {
    const clock = () => new Date()
    const deps = await openDeps(readConfig({ LOG_LEVEL: 'warn' }), clock, createLogger('silent'))
    try {
      const oneTimePassword = await resetByOperator(deps, username)
      if (oneTimePassword === null) {
        process.stderr.write(`No account has the user name ${username}.\n`)
        process.exitCode = 1
      } else {
        process.stdout.write(`${oneTimePassword}\n`)
      }
    } finally {
      await deps.database.close()
    }
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`)
    process.exitCode = 1
  }
}
