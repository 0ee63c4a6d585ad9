import { spawnSync } from 'node:child_process'
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createFolderStore } from '../src/files/folder-store.ts'
import { type Fault, type FaultContext, NotRun, type Outcome } from './fault.ts'
import { checkHome } from './support/check-home.ts'
import { signInAll } from './support/clerk.ts'
import { comes, officeAtWork } from './support/office-at-work.ts'
import { startServer } from './support/server.ts'

const mib = 1024 * 1024

export const diskFull: Fault = {
  name: 'disk-full',
  describe:
    'the disk of the embedded database and the files full: 503 before the last bytes are gone, on by itself when there is room; full to the last byte the process ends and the next start is clean',
  async run(context) {
    const disk = join(context.folder, 'disk')
    mkdirSync(disk)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=220m', 'tmpfs', disk])
    if (mounted.error || mounted.status !== 0) {
      throw new NotRun('this account may not mount a small disk (mount -t tmpfs)')
    }
    context.afterwards(() => spawnSync('umount', ['-l', disk]))
    return [await fillUp(disk, context)]
  },
}

async function fillUp(disk: string, context: FaultContext): Promise<Outcome> {
  const home = { dataDir: join(disk, 'data') }
  const ballast = join(disk, 'ballast')
  const office = await officeAtWork(home, context)
  const { ledger } = office
  const broken: string[] = []
  const rounds = context.rounds ?? 2
  for (let round = 1; round <= rounds; round++) {
    if (!(await office.writes(12))) broken.push('nothing was written before')
    const before = ledger.notReady
    fill(ballast, disk, 20 * mib)
    if (
      !(await comes(
        async () => ledger.notReady,
        (count) => count > before,
      ))
    ) {
      broken.push('no write was answered 503 not-ready')
    }
    if ((await office.ready()) !== '/database') broken.push('/readyz did not name the database')
    rmSync(ballast)
    if (!(await office.writes(6))) broken.push('it did not go on by itself')
    if (office.server.child.exitCode !== null) broken.push('the server ended')
    context.say(`full and emptied: ${ledger.acknowledged.length} acknowledged so far`)
  }
  // To the last byte, faster than is looked: whatever the engine meets, nothing may be lost.
  fill(ballast, disk, 0)
  await sleep(3000)
  await office.rest()
  await office.server.kill()
  const full = startServer(home, context)
  const upWhenFull = (await Promise.race([full.address, sleep(120_000, null)])) !== null
  if (!upWhenFull && full.child.exitCode === null) broken.push('a start on a full disk hangs')
  await full.kill()
  rmSync(ballast)
  const again = startServer(home, context)
  const address = await again.address
  if (address === null) broken.push(`it did not start with room again: ${again.seen.err}`)
  else await signInAll(address)
  await again.stop()
  const found = await checkHome(
    home,
    ledger.acknowledged,
    createFolderStore(join(home.dataDir, 'files')),
  )
  return {
    database: 'embedded',
    files: 'folder',
    rounds,
    acknowledged: ledger.acknowledged.length,
    lost: found.lost.length,
    halfDone: found.halfDone.length,
    broken: [...broken, ...ledger.unexpected, ...found.lost, ...found.halfDone, ...found.broken],
    note: `${ledger.notReady} times 503; a start on the full disk ${upWhenFull ? 'serves' : 'is refused'}`,
  }
}

/** Takes all of the disk but so many bytes. */
function fill(path: string, disk: string, spare: number): void {
  const file = openSync(path, 'w')
  const piece = Buffer.alloc(mib)
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(disk)
      const room = bavail * bsize - spare
      if (room <= 0) break
      writeSync(file, piece, 0, Math.min(room, mib))
    }
    fsyncSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(file)
  }
}
