import { join } from 'node:path'
import { environmentWith } from '../config.ts'
import type { CopyEngine } from '../copy/copy-session.ts'
import { moveFiles } from '../copy/move-files.ts'
import { withEmbedded } from '../copy/open-source.ts'
import { postgresCopies } from '../copy/postgres-copies.ts'
import { openFileStore } from '../files/open-file-store.ts'
import { counted, readDataConfig, runCommand, say, sized, UsageError } from './run-command.ts'

const help = `Usage: pnpm move-files --to s3://bucket/prefix?endpoint=…
       pnpm move-files --to folder

Copies every stored file that the records name into a bucket, or from the bucket that FILES_URL names
into the folder <DATA_DIR>/files, and reads each back by its size and SHA-256. The server may go on
running; what is uploaded meanwhile comes with the next run. A run that was broken off goes on with
the next. Where files come from, nothing is changed.

The environment is the server's: DATA_DIR, DATABASE_URL, FILES_URL, AWS_ACCESS_KEY_ID,
AWS_SECRET_ACCESS_KEY.

  --to <where>  an address as in FILES_URL, or "folder"

Exit codes: 0 all are there; 1 not all are; 2 wrong arguments.
`

await runCommand(help, { options: { to: { type: 'string' } } }, async ({ values: { to } }) => {
  const config = readDataConfig()
  const target = to === 'folder' ? undefined : bucketAt(to)
  if (!target === !config.files) {
    throw new UsageError(
      target
        ? '--to names a bucket, and FILES_URL does too: move to the folder first.'
        : '--to folder needs FILES_URL, which says where the files come from.',
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, breakOff)
  const { files: from, incomingDir } = openFileStore(config)
  const { files: into } = openFileStore({
    dataDir: config.dataDir,
    ...(target && { files: target }),
  })
  const move = (engine: CopyEngine) => moveFiles({ engine, from, to: into, incomingDir })
  const { count, bytes, copied, missing, damaged } = config.databaseUrl
    ? await move(postgresCopies(config.databaseUrl))
    : await withEmbedded(config.dataDir, move)

  const place = target ? `s3://${target.bucket}/${target.prefix}` : join(config.dataDir, 'files')
  say(
    `${counted(count)} files (${sized(bytes)}) are in ${place}, each read back and as its name says: ` +
      `${counted(copied)} copied now, ${counted(count - copied)} were there.`,
  )
  if (missing.length + damaged.length > 0) {
    process.stderr.write(
      `Not there: ${missing.length} files are missing and ${damaged.length} damaged where they come ` +
        `from: ${[...missing, ...damaged].slice(0, 5).join(', ')}.\n`,
    )
    return 1
  }
  say(
    `Now stop the server, run this once more if it ran meanwhile, and start it ${
      target ? 'with FILES_URL set to that address' : 'without FILES_URL'
    }. Where the files were, they still are; remove them when you are sure.`,
  )
  return undefined
})

function bucketAt(to: string | undefined) {
  if (!to?.startsWith('s3:')) throw new UsageError('--to must be s3://… or folder.')
  try {
    return readDataConfig(environmentWith({ FILES_URL: to })).files
  } catch (error) {
    throw new UsageError((error as Error).message.replace(/^FILES_URL: /, '--to '))
  }
}

function breakOff() {
  process.stderr.write('Broken off: nothing is lost, run this again and it goes on.\n')
  process.exit(130)
}
