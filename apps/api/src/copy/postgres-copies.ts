import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { withConnection } from '../db/postgres.ts'
import { wholeLines } from './copy-lines.ts'
import { type CopyEngine, type CopySession, plainText } from './copy-session.ts'

const settings = `${plainText};
  SET statement_timeout = 0; SET lock_timeout = '20s'; SET idle_in_transaction_session_timeout = 0;
  SET max_parallel_workers_per_gather = 0; SET client_encoding = 'UTF8'`

export function postgresCopies(databaseUrl: string): CopyEngine {
  const inTransaction = <T>(begin: string, work: (session: CopySession) => Promise<T>) =>
    withConnection(databaseUrl, async (client) => {
      // The connection ends with this function, and with it, on an error, the transaction.
      await client.query(`${settings}; ${begin}`)
      const done = await work(sessionOn(client))
      await client.query('COMMIT')
      return done
    })
  return {
    read: (work) => inTransaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work),
    write: (work) => inTransaction('BEGIN', work),
  }
}

function sessionOn(client: pg.Client): CopySession {
  return {
    async run(sql) {
      const results = await client.query(sql)
      return (Array.isArray(results) ? results.at(-1) : results).rows
    },
    copyOut: (select) => wholeLines(client.query(copyTo(`COPY (${select}) TO STDOUT`))),
    copyIn: (target, chunks) =>
      pipeline(Readable.from(chunks), client.query(copyFrom(`COPY ${target} FROM STDIN`))),
  }
}
