import { resolve } from 'node:path'
import { readKeyFile } from '../copy/backup-key.ts'
import { finishCopy } from '../copy/finish-copy.ts'
import { verifyBackup } from '../copy/restore.ts'
import { restoreHome } from '../copy/restore-home.ts'
import { readMigrations } from '../db/migrate.ts'
import { migrationsFolder } from '../db/migrations-folder.ts'
import { counted, readDataConfig, runCommand, say, sized, UsageError } from './run-command.ts'

const help = `Usage: pnpm restore <file> [--key-file <file>] [--replace] [--keep-files]

Fills an empty database and file store from a back-up, where DATA_DIR, DATABASE_URL and FILES_URL
say. No server may run on them. The whole back-up is read and found right before anything is
touched; afterwards all of it is read back and compared. Everybody has to sign in anew.

  --key-file <file>  its passphrase, or the age identity (AGE-SECRET-KEY-…) that it was encrypted
                     for (default: BACKUP_KEY_FILE)
  --replace          puts the embedded database and the files that are there beside, in
                     <DATA_DIR>/before-<instant>; a PostgreSQL database must be empty always
  --keep-files       leaves the stored files that are there, and adds those that are missing; what
                     no record names is swept after a day

Exit codes: 0 restored; 1 not, and what was there is as it was; 2 wrong arguments.
`

await runCommand(
  help,
  {
    options: {
      'key-file': { type: 'string' },
      replace: { type: 'boolean', default: false },
      'keep-files': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  },
  async ({ values, positionals }) => {
    const [file, ...more] = positionals
    if (!file || more.length > 0) throw new UsageError('give the one back-up to be restored.')
    const config = readDataConfig()
    const keyFile = values['key-file'] ?? config.backupKeyFile
    const key = keyFile ? await readKeyFile(keyFile) : undefined
    const backup = await verifyBackup(resolve(file), key, readMigrations(migrationsFolder))
    say(`The back-up of ${backup.manifest.createdAt} is whole; restoring.`)
    const { aside, remarks } = await restoreHome(backup, {
      config,
      replace: values.replace,
      keepFiles: values['keep-files'],
      now: new Date(),
      finish: finishCopy,
    })
    const { tables, files } = backup.end
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    say(
      `Restored and read back: ${counted(rows)} rows of ${tables.length} tables, ` +
        `${counted(files.count - files.damaged.length)} files (${sized(files.bytes)}).`,
    )
    if (aside) say(`What was there before is in ${aside}.`)
    const lost = files.missing.length + files.damaged.length
    if (lost > 0) say(`${lost} stored files were missing or damaged already when it was made.`)
    for (const remark of remarks) say(remark)
    return undefined
  },
)
