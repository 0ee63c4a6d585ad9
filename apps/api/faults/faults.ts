import { clockJumps } from './clock-jumps.ts'
import { databaseGone } from './database-gone.ts'
import { diskFull } from './disk-full.ts'
import type { Fault } from './fault.ts'
import { filesGone } from './files-gone.ts'
import { killServer } from './kill-server.ts'
import { migrationCutShort } from './migration-cut-short.ts'
import { powerCut } from './power-cut.ts'
import { replica } from './replica.ts'
import { twoStarts } from './two-starts.ts'

/** In the order in which they run. */
export const faults: readonly Fault[] = [
  killServer,
  databaseGone,
  replica,
  filesGone,
  diskFull,
  clockJumps,
  powerCut,
  twoStarts,
  migrationCutShort,
]
