import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { columns, dueSoonThrough, life, lists, statistics } from './sql.ts'

type Query = Record<string, string>

/** One statement each, answered as it comes. */
export function reads(app: FastifyInstance, pool: pg.Pool): void {
  const answer = (path: string, sql: string, valuesOf: (query: Query) => unknown[]) =>
    app.get<{ Querystring: Query }>(path, async ({ query }, reply) => {
      const { rows } = await pool.query(sql, valuesOf(query))
      return reply.type('application/json; charset=utf-8').send(JSON.stringify({ items: rows }))
    })
  const page = (condition: string, total = '') => `SELECT ${columns}${total} ${lists}
    WHERE p.valid_to IS NULL AND p.role = 'lead' AND p.state <> 'withdrawn'
      AND p.visibility <> 'internal' ${condition}
    ORDER BY p.due_on, p.assignment_id LIMIT 51`
  /** With how many there are in all, up to where the product counts. */
  const counted = (condition: string) =>
    page(
      condition,
      `, (SELECT count(*) FROM (SELECT FROM assignment_period p
            JOIN task t ON t.id = p.task_id JOIN unit u ON u.id = p.unit_id
           WHERE p.valid_to IS NULL AND p.role = 'lead' AND p.state <> 'withdrawn'
             AND p.visibility <> 'internal' ${condition} LIMIT 10001) AS counted) AS total`,
    )
  answer('/list', page(''), () => [])
  answer('/list/unit', counted('AND u.code = $1'), ({ unit }) => [unit])
  answer(
    '/list/overdue',
    counted(`AND p.state IN ('assigned', 'received', 'returned') AND p.effective_due_on < $1`),
    ({ today }) => [today],
  )
  answer(
    '/list/words',
    counted('AND t.search_text LIKE $1 AND t.search_text LIKE $2 AND t.search_text LIKE $3'),
    ({ q = '' }) => q.split(' ').map((word) => `%${word}%`),
  )
  answer('/life', life, ({ id }) => [id])
  const { now, ofType, asOf } = statistics
  answer('/statistics', now, ({ today }) => [today, dueSoonThrough(today)])
  answer('/statistics/type', ofType, ({ today, type }) => [today, dueSoonThrough(today), type])
  answer('/statistics/as-of', asOf, ({ today, at }) => [today, dueSoonThrough(today), at])
}
