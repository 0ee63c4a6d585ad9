import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../src/db/client.ts'
import { createFolderStore } from '../src/files/folder-store.ts'
import { type Fault, NotRun } from './fault.ts'
import { checkHome } from './support/check-home.ts'
import { send, signIn } from './support/client.ts'
import { comes, officeAtWork } from './support/office-at-work.ts'

/** By how much the clock is off, one after another. */
const jumps = ['-1h', '+365d', '+0', '-10m', '+0']
const mostRuns = 100

export const clockJumps: Fault = {
  name: 'clock-jumps',
  describe:
    'the clock of the machine goes back an hour, on a year and back while writing goes on: no stretch of an assignment ends before it begins, sessions and jobs recover',
  async run(context) {
    const clock = join(context.folder, 'clock')
    writeFileSync(clock, '+0\n')
    const home = { dataDir: join(context.folder, 'data') }
    const office = await officeAtWork(home, context, {
      env: {
        LD_PRELOAD: fakeTime(),
        FAKETIME_TIMESTAMP_FILE: clock,
        FAKETIME_NO_CACHE: '1',
        DONT_FAKE_MONOTONIC: '1',
      },
    })
    const { ledger, server } = office
    const broken: string[] = []
    for (const jump of ['+0', ...jumps]) {
      writeFileSync(clock, `${jump}\n`)
      if (!(await office.writes(10))) broken.push(`${jump}: writing did not go on`)
      if (!(await comes(office.ready, (answer) => answer === 'ok')))
        broken.push(`${jump}: not ready`)
      if (!(await runsWhenAsked(office.address))) broken.push(`${jump}: no job ran`)
      context.say(`clock at ${jump}: ${ledger.acknowledged.length} acknowledged so far`)
    }
    await office.rest()
    if (server.child.exitCode !== null) broken.push(`the server ended: ${server.seen.err}`)
    await server.stop()
    const files = createFolderStore(join(home.dataDir, 'files'))
    const found = await checkHome(home, ledger.acknowledged, files)
    const database = await openDatabase(home)
    const [row] = await database.prisma.$queryRaw<Record<string, number>[]>`
      SELECT (SELECT count(*)::int FROM assignment_period WHERE valid_to < valid_from) AS backwards,
             (SELECT count(*)::int FROM assignment_period p JOIN assignment_period n
                 ON n.assignment_id = p.assignment_id AND n.version = p.version + 1
               WHERE n.valid_from <> p.valid_to) AS apart,
             (SELECT count(*)::int FROM job_run) AS runs`
    await database.close()
    if (row?.backwards !== 0) broken.push(`${row?.backwards} stretches end before they begin`)
    if (row?.apart !== 0) broken.push(`${row?.apart} stretches do not begin where the last ended`)
    if ((row?.runs ?? 0) > mostRuns) broken.push(`jobs ran ${row?.runs} times`)
    return [
      {
        database: 'embedded',
        files: 'folder',
        rounds: jumps.length,
        acknowledged: ledger.acknowledged.length,
        lost: found.lost.length,
        halfDone: found.halfDone.length,
        broken: [
          ...broken,
          ...ledger.unexpected,
          ...found.lost,
          ...found.halfDone,
          ...found.broken,
        ],
        note: `jobs ran ${row?.runs} times`,
      },
    ]
  },
}

const job = 'fold-counts'

/** Whether a job that is asked for now runs anew, by the signs-in and waits of an admin. */
async function runsWhenAsked(address: string): Promise<boolean> {
  const token = await signIn(address, 'admin')
  const lastRun = async () => {
    const answer = await send(address, { method: 'GET', path: '/api/v1/jobs', token })
    const { items = [] } = (answer?.body ?? {}) as { items?: { name: string; lastRun: object }[] }
    return JSON.stringify(items.find(({ name }) => name === job)?.lastRun ?? null)
  }
  const before = await lastRun()
  const asked = await send(address, { path: `/api/v1/jobs/${job}/run`, token })
  return asked?.status === 202 && comes(lastRun, (run) => run !== before && run !== 'null', 60)
}

/** Debian's package `faketime`. */
function fakeTime(): string {
  const libraries = '/usr/lib'
  const folders = existsSync(libraries) ? readdirSync(libraries) : []
  const found = folders
    .map((folder) => join(libraries, folder, 'faketime/libfaketimeMT.so.1'))
    .find((path) => existsSync(path))
  if (!found) throw new NotRun('no libfaketime on this machine (Debian: apt install faketime)')
  return found
}
