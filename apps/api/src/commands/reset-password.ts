import { openDeps } from '../deps.ts'
import { createLogger } from '../logger.ts'
import { resetByOperator } from '../modules/accounts/reset-by-operator.ts'
import { readDataConfig, runCommand, say, UsageError } from './run-command.ts'

const help = `Usage: pnpm reset-password <user name>

For when nobody who could do it on the screens can sign in. Voids the account's password, ends its
sessions, forgets its failed sign-ins, enables it if it was disabled, and prints a one-time password
that must be changed at the next sign-in. In the history it stands as done by nobody.

The environment is the server's. On PostgreSQL it may go on running; on the embedded database stop it
first.

Exit codes: 0 reset; 1 not; 2 wrong arguments.
`

await runCommand(help, { allowPositionals: true }, async ({ positionals }) => {
  const [username, ...more] = positionals as string[]
  if (username === undefined || more.length > 0) throw new UsageError('Give one user name.')
  const deps = await openDeps(readDataConfig(), () => new Date(), createLogger('silent'))
  try {
    const password = await resetByOperator(deps, username)
    if (password !== null) say(password)
    else process.stderr.write(`No account has the user name ${username}.\n`)
    return password === null ? 1 : 0
  } finally {
    await deps.database.close()
  }
})
