import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createFolderStore } from '../src/files/folder-store.ts'
import type { Fault } from './fault.ts'
import { checkHome } from './support/check-home.ts'
import { comes, officeAtWork } from './support/office-at-work.ts'
import { makePostgres } from './support/postgres-instance.ts'

/** Milliseconds within which a write is told that the database is gone, on a machine at rest. */
const promised = 2000
/** One on which our own timers come later than this, in milliseconds, is not at rest. */
const restless = 100

export const databaseGone: Fault = {
  name: 'database-gone',
  describe:
    'PostgreSQL killed, stopped or frozen, and back: 503 not-ready, /readyz names it, no hand needed, nothing lost',
  async run(context) {
    const postgres = await makePostgres(context)
    const databaseUrl = postgres.createDatabase('gone')
    const home = { dataDir: join(context.folder, 'data'), databaseUrl }
    const office = await officeAtWork(home, context)
    const broken: string[] = []
    const ways = [
      ['killed', () => postgres.kill(), () => postgres.start()],
      ['frozen', () => postgres.freeze(), () => postgres.thaw()],
      ['stopped', () => postgres.stop(), () => postgres.start()],
    ] as const
    const rounds = context.rounds ?? ways.length
    const told: string[] = []
    for (let round = 0; round < rounds; round++) {
      const [way, lose, giveBack] = ways[round % ways.length] as (typeof ways)[number]
      if (!(await office.writes(12))) broken.push(`${way}: nothing was written before`)
      const { ledger } = office
      const before = ledger.notReady
      lose()
      ledger.slowestNotReady = 0
      const lateness = monitorEventLoopDelay({ resolution: 10 })
      lateness.enable()
      if (!(await comes(office.ready, (answer) => answer === '/database'))) {
        broken.push(`${way}: /readyz did not name the database`)
      }
      if (
        !(await comes(
          async () => ledger.notReady,
          (count) => count > before,
        ))
      ) {
        broken.push(`${way}: no write was answered 503 not-ready`)
      }
      lateness.disable()
      const slowest = Math.round(ledger.slowestNotReady)
      const late = Math.round(lateness.max / 1e6)
      const judged = late <= restless
      told.push(`${way}: told in ${slowest} ms${judged ? '' : ` (timers ${late} ms late)`}`)
      if (slowest > promised && judged) {
        broken.push(`${way}: told after ${slowest} ms, timers were at most ${late} ms late`)
      }
      context.say(`${told.at(-1)}`)
      giveBack()
      if (!(await office.writes(6))) broken.push(`${way}: it did not go on by itself`)
      if (!(await comes(office.ready, (answer) => answer === 'ok'))) {
        broken.push(`${way}: /readyz did not recover`)
      }
      context.say(`${way} and back: ${ledger.acknowledged.length} acknowledged so far`)
    }
    await office.rest()
    if (office.server.child.exitCode !== null) broken.push('the server ended')
    await office.server.stop()
    const { acknowledged, unexpected } = office.ledger
    const files = createFolderStore(join(home.dataDir, 'files'))
    const found = await checkHome(home, acknowledged, files)
    return [
      {
        database: 'PostgreSQL',
        files: 'folder',
        rounds,
        acknowledged: acknowledged.length,
        lost: found.lost.length,
        halfDone: found.halfDone.length,
        broken: [...broken, ...unexpected, ...found.lost, ...found.halfDone, ...found.broken],
        note: told.join('; '),
      },
    ]
  },
}
