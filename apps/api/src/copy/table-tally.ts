import { createHash } from 'node:crypto'
import { countLines } from './copy-lines.ts'
import type { CopySession } from './copy-session.ts'
import { selectAll, type TableShape } from './tables.store.ts'

/** What a table holds: equal for two tables if and only if all their rows are. */
export interface TableTally {
  name: string
  rows: number
  /** Of all rows in their order, as lines of COPY's text format. */
  sha256: string
}

/** Passes a table's lines on while it counts and hashes them. */
export function createTally(name: string) {
  const hash = createHash('sha256')
  let rows = 0
  return {
    async *through(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        hash.update(chunk)
        rows += countLines(chunk)
        yield chunk
      }
    },
    result: (): TableTally => ({ name, rows, sha256: hash.digest('hex') }),
  }
}

export async function tallyTable(session: CopySession, table: TableShape): Promise<TableTally> {
  const tally = createTally(table.name)
  for await (const _ of tally.through(session.copyOut(selectAll(table), table.types)));
  return tally.result()
}
