import { parseArgs } from 'node:util'
import { bin, run } from './run.ts'

const help = `pnpm fuzz [--requests <n>] [--seed <n>]

Sends every operation of the OpenAPI document requests nobody should send, and prints how many of
each there were, how they were answered, and which operations were never done. Fails on an answer
of 500 or more, on a refusal that is no whole problem, and in 20000 requests or more on an operation
that was never done. On the embedded database, or where TEST_DATABASE_URL points.

  --requests  how many (default 20000)
  --seed      which; the same seed makes up the same requests (default: by the clock)`

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) console.log(help)
else {
  await run(bin('vitest'), ['run', '--project', 'api', 'fuzz'], {
    env: { FUZZ_REQUESTS: values.requests, FUZZ_SEED: values.seed },
  })
}
