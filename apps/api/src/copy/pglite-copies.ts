import type { PGlite, Transaction } from '@electric-sql/pglite'
import { copyLine, wholeLines } from './copy-lines.ts'
import { type CopyEngine, type CopySession, plainText } from './copy-session.ts'

/** Rows fetched at once: what the engine's memory holds of a table while it is read. */
const batch = 500

/**
 * The embedded engine has one session: while a copy is read everything else waits. So this is for
 * an engine that nobody else uses.
 */
export function pgliteCopies(pglite: PGlite): CopyEngine {
  const inTransaction = async <T>(begin: string, work: (session: CopySession) => Promise<T>) => {
    await pglite.exec(plainText)
    return pglite.transaction(async (tx) => {
      await tx.exec(begin)
      return work(sessionOn(tx))
    })
  }
  return {
    read: (work) => inTransaction('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ', work),
    // Rows come in several COPYs: one may refer to another of the next. The other engine looks.
    write: (work) => inTransaction('SET LOCAL session_replication_role = replica', work),
  }
}

function sessionOn(tx: Transaction): CopySession {
  return {
    run: async (sql) => (await tx.exec(sql)).at(-1)?.rows ?? [],
    copyOut: (select, types) => wholeLines(readRows(tx, select, types)),
    async copyIn(target, chunks) {
      for await (const chunk of chunks) {
        const blob = new Blob([new Uint8Array(chunk)])
        await tx.query(`COPY ${target} FROM '/dev/blob'`, [], { blob })
      }
    },
  }
}

async function* readRows(
  tx: Transaction,
  select: string,
  types: readonly number[],
): AsyncGenerator<Buffer> {
  const asItIs = (text: string) => text
  const parsers = Object.fromEntries(types.map((type) => [type, asItIs]))
  await tx.exec(`DECLARE copied NO SCROLL CURSOR FOR ${select}`)
  for (;;) {
    const options = { rowMode: 'array', parsers } as const
    const { rows } = await tx.query(`FETCH ${batch} FROM copied`, [], options)
    if (rows.length === 0) break
    yield Buffer.from((rows as (string | null)[][]).map(copyLine).join(''))
  }
  await tx.exec('CLOSE copied')
}
