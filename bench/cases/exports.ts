import { growthDuring } from '../memory.ts'
import { startProduct } from '../servers.ts'
import { atMost, inMs, lineOf } from '../table.ts'
import type { Case } from './case.ts'

const day = 86_400_000
const civil = (at: number) => new Date(at + 7 * 3_600_000).toISOString().slice(0, 10)

/** Reads an answer to its end. */
async function take(url: string): Promise<{ rows: number; firstByte: number; seconds: number }> {
  const begun = performance.now()
  const answer = await fetch(url)
  if (!answer.ok || !answer.body) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  let firstByte = 0
  for await (const _ of answer.body) firstByte ||= performance.now() - begun
  const rows = Number(answer.headers.get('x-row-count'))
  return { rows, firstByte, seconds: (performance.now() - begun) / 1000 }
}

export const exports: Case = {
  name: 'exports',
  async run({ databaseUrl }) {
    // A tenth of it all, and the whole.
    const lately = civil(Date.now() - 115 * day)
    const lines = []
    for (const [name, path] of [
      ['export XLSX', `/api/public/v1/assignments.xlsx?issuedFrom=${lately}`],
      ['export CSV', '/api/public/v1/assignments.csv'],
    ] as const) {
      const server = await startProduct({ DATABASE_URL: databaseUrl })
      try {
        await take(
          `${server.address}/api/public/v1/assignments.csv?issuedFrom=${civil(Date.now() - day)}`,
        )
        const { growth, result } = await growthDuring(server, () => take(server.address + path))
        const took = `${result.seconds.toFixed(1)} s`
        lines.push(
          lineOf(
            `${name}, memory over idle`,
            { ours: `${growth.toFixed(0)} MiB in ${took}`, value: growth },
            atMost(100, 'MiB'),
            result.rows,
          ),
          lineOf(
            `${name}, first byte`,
            { ours: inMs(result.firstByte), value: result.firstByte / 1000 },
            atMost(1, 's'),
            result.rows,
          ),
        )
      } finally {
        await server.stop()
      }
    }
    return lines
  },
}
