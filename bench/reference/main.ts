import Fastify from 'fastify'
import pg from 'pg'
import { acts } from './acts.ts'
import { reads } from './reads.ts'
import { uploads } from './uploads.ts'

/*
 * What the product is measured against: routes that run one hand-written statement through `pg` and
 * answer with JSON.stringify. No validation, no sessions, no headers of its own: close to the limit
 * of what Node.js and the database give.
 */

const pool = new pg.Pool({
  connectionString: process.env.REFERENCE_DATABASE_URL,
  max: 10,
  options: '-c TimeZone=UTC -c max_parallel_workers_per_gather=0 -c jit=off',
})
const app = Fastify()
app.get('/hello', async () => ({ hello: 'world' }))
reads(app, pool)
acts(app, pool)
uploads(app, process.env.REFERENCE_FOLDER ?? '.')
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`)
process.once('SIGTERM', () => process.exit(0))
