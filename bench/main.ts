import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { cases } from './cases/all.ts'
import type { Setting } from './cases/case.ts'
import { drop, exists, make, sibling, withClient } from './data/database.ts'
import { type Server, startProduct, startReference } from './servers.ts'
import { type Line, tableOf } from './table.ts'

const usage = `pnpm bench [options]: how fast the product is, against bare routes over the same database

  --rows <number>      assignments to fill the database with (1000000)
  --small              50,000 of them, as for a laptop
  --smoke              2,000 of them and no time spent: only whether all of it runs
  --only <case>        one case alone; may be given several times
                       ${cases.map(({ name }) => name).join(', ')}
  --seconds <number>   how long each side of a comparison runs (15); 0: only whether all of it runs
  --server <url>       the PostgreSQL to measure on, with an account that may create databases
                       (BENCH_DATABASE_URL, or postgresql://postgres@127.0.0.1:5432/postgres)
  --database <name>    what its database is called (dunghan_bench)
  --keep               leaves the databases for the next run, and takes those of the last
  --check              ends with an error where a goal is missed
`

const { values } = parseArgs({
  options: {
    rows: { type: 'string' },
    small: { type: 'boolean', default: false },
    smoke: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    seconds: { type: 'string' },
    server: { type: 'string' },
    database: { type: 'string', default: 'dunghan_bench' },
    keep: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  process.stdout.write(usage)
  process.exit(0)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const say = (line: string) => process.stdout.write(`${line}\n`)
const serverUrl =
  values.server ?? process.env.BENCH_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres'
const usualRows = values.smoke ? 2000 : values.small ? 50_000 : 1_000_000
const rows = Number(values.rows ?? usualRows)
const chosen = cases.filter(({ name }) => !values.only || values.only.includes(name))
const sizes = [rows, Math.max(1000, Math.round(rows / 10))]
const nameOf = (size: number) => `${values.database}_${size}`
const running = new Map<string, Promise<Server>>()
const lines: Line[] = []

const once = (name: string, begin: () => Promise<Server>) => {
  const server = running.get(name) ?? begin()
  running.set(name, server)
  return server
}

try {
  await withClient(serverUrl, async (client) => {
    const { rows: said } = await client.query('SHOW server_version')
    say(
      `${rows.toLocaleString('en')} assignments · Node ${process.version} · PostgreSQL ${said[0].server_version}`,
    )
    say(
      `${availableParallelism()} cores · load ${loadavg()
        .map((one) => one.toFixed(1))
        .join(' ')}\n`,
    )
  })
  for (const size of sizes) {
    if (values.keep && (await exists(serverUrl, nameOf(size)))) continue
    say(`filling ${nameOf(size)}`)
    await make(serverUrl, nameOf(size), size, say)
  }
  const [databaseUrl, smallDatabaseUrl] = sizes.map((size) => sibling(serverUrl, nameOf(size)))
  if (!databaseUrl || !smallDatabaseUrl) throw new Error('Two databases are filled.')
  const setting: Setting = {
    databaseUrl,
    smallDatabaseUrl,
    rows,
    seconds: Number(values.seconds ?? (values.smoke ? 0 : 15)),
    product: (kind) =>
      once(kind, () =>
        startProduct({
          DATABASE_URL: databaseUrl,
          KEPT_ANSWERS_MIB: kind === 'hot' ? '64' : '0',
        }),
      ),
    reference: () => once('reference', () => startReference(databaseUrl)),
  }
  for (const one of chosen) {
    say(`measuring ${one.name} · load ${loadavg()[0]?.toFixed(1)}`)
    try {
      const found = await one.run(setting)
      lines.push(...found)
      say(tableOf(found))
    } catch (error) {
      // The others are worth knowing all the same.
      say(`could not be measured: ${(error as Error).message}`)
      process.exitCode = 1
    }
  }
} finally {
  for (const server of running.values()) await server.then(({ stop }) => stop()).catch(() => {})
  if (!values.keep) for (const size of sizes) await drop(serverUrl, nameOf(size))
}

say(`\n${tableOf(lines)}`)
if (values.check && lines.some(({ met }) => !met)) process.exitCode = 1
