import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const bench = join(import.meta.dirname, '../../../bench/main.ts')

test('the bench fills its database and every case of it runs', { timeout: 900_000 }, async () => {
  const server = process.env.TEST_DATABASE_URL ?? ''
  const { stdout } = await promisify(execFile)(process.execPath, [
    bench,
    ...['--server', server, '--database', `dunghan_bench_test_${process.pid}`],
    ...['--rows', '2000', '--seconds', '0'],
  ])
  expect(stdout).not.toContain('could not be measured')
  const [table = ''] = stdout.split('\n\n').slice(-1)
  expect(table.trim().split('\n').length).toBeGreaterThan(20)
})
