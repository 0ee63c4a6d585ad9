import { join, resolve } from 'node:path'
import { backUp } from '../copy/back-up.ts'
import { readKeyFile } from '../copy/backup-key.ts'
import type { CopyEngine } from '../copy/copy-session.ts'
import { withEmbedded } from '../copy/open-source.ts'
import { postgresCopies } from '../copy/postgres-copies.ts'
import { productVersion } from '../copy/product-version.ts'
import { placeFor, rotate } from '../copy/rotate.ts'
import { openFileStore } from '../files/open-file-store.ts'
import { counted, readDataConfig, runCommand, say, sized, UsageError } from './run-command.ts'

const help = `Usage: pnpm backup [--to <folder or file>] [--key-file <file>] [--keep <n>]

Makes one file of the whole database, as it is at one instant, and of every stored file. The server
may go on running. The environment is the server's: DATA_DIR, DATABASE_URL, FILES_URL.

  --to <path>        a folder, in which the file is named after the instant, or the file itself,
                     which then ends in .tar.zst or .tar.zst.age (default: <DATA_DIR>/backups)
  --key-file <file>  encrypts it (age): the file holds age recipients, or one line that is a
                     passphrase of 12 characters or more (default: BACKUP_KEY_FILE)
  --keep <n>         of the back-ups in the folder keeps the newest n and removes the others,
                     unless this one lacks stored files

Exit codes: 0 made; 1 not made, and nothing of it is left; 2 wrong arguments; 3 made, but some of the
stored files that the records name were missing or damaged in the store.
`

await runCommand(
  help,
  {
    options: {
      to: { type: 'string' },
      'key-file': { type: 'string' },
      keep: { type: 'string' },
    },
  },
  async ({ values }) => {
    const config = readDataConfig()
    const keep = values.keep === undefined ? null : Number(values.keep)
    if (keep !== null && !(Number.isInteger(keep) && keep > 0)) {
      throw new UsageError('--keep must be a whole number above 0.')
    }
    const keyFile = values['key-file'] ?? config.backupKeyFile
    const key = keyFile ? await readKeyFile(keyFile) : undefined
    const now = new Date()
    const to = resolve(values.to ?? join(config.dataDir, 'backups'))
    const { path, folder } = placeFor(to, key !== undefined, now)
    if (keep !== null && folder === null) throw new UsageError('--keep needs a folder in --to.')
    const { files } = openFileStore(config)
    const make = (engine: CopyEngine) =>
      backUp({ engine, files, product: productVersion() }, path, { key, now })
    const { end, size } = config.databaseUrl
      ? await make(postgresCopies(config.databaseUrl))
      : await withEmbedded(config.dataDir, make)
    const rows = end.tables.reduce((sum, table) => sum + table.rows, 0)
    say(
      `${path}: ${counted(rows)} rows of ${end.tables.length} tables, ` +
        `${counted(end.files.count)} files (${sized(end.files.bytes)}); ` +
        `${sized(size)}, ${key ? 'encrypted' : 'not encrypted'}.`,
    )
    const lost = end.files.missing.length + end.files.damaged.length
    // One that lacks files does not push out those that may have them.
    if (folder !== null && keep !== null && lost === 0) {
      const removed = rotate(folder, keep, now)
      if (removed > 0) say(`Removed ${removed} older back-ups.`)
    }
    return tellOfLost(end.files)
  },
)

function tellOfLost({ missing, damaged }: { missing: string[]; damaged: string[] }) {
  if (missing.length + damaged.length === 0) return undefined
  process.stderr.write(
    `Of the stored files that the records name, ${missing.length} are missing and ` +
      `${damaged.length} damaged: ${[...missing, ...damaged].slice(0, 5).join(', ')}.\n`,
  )
  return 3
}
