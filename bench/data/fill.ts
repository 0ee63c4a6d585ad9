import { foldText } from '@dunghan/domain'
import type pg from 'pg'
import { lives } from './lives.ts'
import { people } from './people.ts'
import { whileUnindexed } from './unindexed.ts'

/** What a database is filled with: one in ten assignments supports another's task. */
export interface Filling {
  assignments: number
  units: number
  specialists: number
  /** Of every account: to sign in by. */
  passwordHash: string
}

/**
 * Fills a migrated, empty database with three years of a province's orders, on the server itself:
 * each assignment with all stretches of its life, reports, reviews and history. One statement for
 * each table, so that what triggers keep beside them is kept as by any act.
 * @param tell is told of each step, with how long it took
 */
export async function fill(
  client: pg.Client,
  filling: Filling,
  tell: (step: string, seconds: number) => void,
): Promise<void> {
  const step = async (name: string, sql: string) => {
    const begun = performance.now()
    await client.query(sql)
    tell(name, (performance.now() - begun) / 1000)
  }
  await client.query(`SET work_mem = '256MB'; SET maintenance_work_mem = '512MB';
    SET synchronous_commit = off; SET statement_timeout = 0; SET TIME ZONE 'UTC'`)
  // Of what lies before, counts need not know when it was: most of it then leaves no change to fold.
  await client.query('UPDATE assignment_count_state SET folded_to = now()')
  for (const [name, sql] of people(filling, foldText)) await step(name, sql)
  const steps = lives(filling, foldText)
  const filled = [
    'directive',
    'task',
    'assignment',
    'assignment_period',
    'report',
    'review',
    'file',
    'directive_file',
    'report_file',
    'event',
  ]
  await whileUnindexed(client, filled, step, async () => {
    for (const [name, sql] of steps) await step(name, sql)
  })
  // The whole history would be verified at the first start, while something else is measured.
  await client.query(`INSERT INTO job_run (id, job, started_at, ended_at, outcome, result)
    VALUES (gen_random_uuid(), 'verify-history', now(), now(), 'done', '{}')`)
  await step('analyze', 'VACUUM (ANALYZE)')
}
