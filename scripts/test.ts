import { connect } from 'node:net'
import { e2e } from './e2e.ts'
import { bin, run, runSteps } from './run.ts'
import { verification } from './verify.ts'

/*
 * What a clean machine must pass: the checks, the tests on the embedded database, the API's once
 * more on PostgreSQL where one answers, and the browser's.
 */

const postgres = process.env.TEST_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres'
const required = process.env.TEST_DATABASE_URL !== undefined

/** Whether something listens where the URL points; nothing is asked of it yet. */
function answers(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 5432), timeout: 1000 })
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('connect', () => end(true))
    socket.on('error', () => end(false))
    socket.on('timeout', () => end(false))
  })
}

const onPostgres: [string, () => Promise<void>] = [
  'tests on PostgreSQL',
  () => run(bin('vitest'), ['run', '--project', 'api'], { env: { TEST_DATABASE_URL: postgres } }),
]
const hasPostgres = required || (await answers(postgres))
if (!hasPostgres)
  console.log('No PostgreSQL answers: the API is tested on the embedded database alone.')

await runSteps([
  ...verification,
  ['tests', () => run(bin('vitest'), ['run'], { env: { TEST_DATABASE_URL: undefined } })],
  ...(hasPostgres ? [onPostgres] : []),
  ['browser tests', e2e],
])
