import { resolve } from 'node:path'
import { readKeyFile } from '../copy/backup-key.ts'
import { readBackup } from '../copy/read-backup.ts'
import { counted, readDataConfig, runCommand, say, sized, UsageError } from './run-command.ts'

const help = `Usage: pnpm verify-backup <file> [--key-file <file>]

Reads a back-up from its first byte to its last: whether the key opens it, whether it is whole, and
whether every table and every file in it is what it was. Touches nothing else.

  --key-file <file>  its passphrase, or the age identity (AGE-SECRET-KEY-…) that it was encrypted
                     for (default: BACKUP_KEY_FILE)

Exit codes: 0 whole; 1 not; 2 wrong arguments.
`

await runCommand(
  help,
  { options: { 'key-file': { type: 'string' } }, allowPositionals: true },
  async ({ values, positionals }) => {
    const [file, ...more] = positionals
    if (!file || more.length > 0) throw new UsageError('give the one back-up to be read.')
    const keyFile = values['key-file'] ?? readDataConfig().backupKeyFile
    const path = resolve(file)
    const { manifest, end } = await readBackup(
      path,
      keyFile ? await readKeyFile(keyFile) : undefined,
    )
    const rows = end.tables.reduce((sum, table) => sum + table.rows, 0)
    say(
      `${path} is whole: of ${manifest.createdAt}, by version ${manifest.product}, ` +
        `${counted(rows)} rows of ${end.tables.length} tables, ` +
        `${counted(end.files.count)} files (${sized(end.files.bytes)}).`,
    )
    return undefined
  },
)
