import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { middle, timesOf } from '../measure.ts'
import { startProduct } from '../servers.ts'
import { atMost, inMs, lineOf } from '../table.ts'
import type { Case } from './case.ts'

const most = 3

async function startedIn(times: number, environment: NodeJS.ProcessEnv): Promise<number> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const server = await startProduct(environment)
    taken.push(server.startedIn)
    await server.stop()
  }
  return middle(taken)
}

export const start: Case = {
  name: 'start',
  async run({ databaseUrl, rows, seconds }) {
    const times = timesOf(seconds, most)
    const folder = mkdtempSync(join(tmpdir(), 'dunghan-start-'))
    try {
      const onServer = await startedIn(times, { DATABASE_URL: databaseUrl, DATA_DIR: folder })
      // The first start makes the database; it is the later ones that are asked about.
      await (await startProduct({ DATA_DIR: folder })).stop()
      const embedded = await startedIn(times, { DATA_DIR: folder })
      return [
        lineOf(
          'start on PostgreSQL',
          { ours: inMs(onServer), value: onServer / 1000 },
          atMost(1.5, 's'),
          rows,
        ),
        lineOf(
          'start on the embedded database',
          { ours: inMs(embedded), value: embedded / 1000 },
          atMost(3, 's'),
          0,
        ),
      ]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
