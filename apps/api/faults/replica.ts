import { join } from 'node:path'
import { civilDateAt } from '@dunghan/domain'
import pg from 'pg'
import type { Fault } from './fault.ts'
import { signInAll } from './support/clerk.ts'
import { send } from './support/client.ts'
import { prepareHome } from './support/home.ts'
import { makePostgres } from './support/postgres-instance.ts'
import { startServer, upAt } from './support/server.ts'

export const replica: Fault = {
  name: 'replica',
  describe:
    'public pages read by a streaming standby: never older than an acknowledged write, whether it serves, lags, freezes, dies or is back',
  async run(context) {
    const primary = await makePostgres(context)
    const databaseUrl = primary.createDatabase('replica')
    const home = { dataDir: join(context.folder, 'data'), databaseUrl }
    const seed = await prepareHome(home)
    const standby = await makePostgres(context, primary)
    const standbyUrl = standby.url('replica')
    const broken: string[] = []

    const stranger = await makePostgres(context)
    for (const [wrong, sentence] of [
      [primary.url('replica'), /no standby/],
      [stranger.createDatabase('replica'), /no standby/],
      [standby.url('postgres'), /another database/],
    ] as const) {
      const refused = startServer(home, context, { env: { DATABASE_REPLICA_URL: wrong } })
      if ((await refused.ended) !== 1 || !sentence.test(refused.seen.err)) {
        broken.push(`a wrong replica was not refused in a sentence: ${refused.seen.err}`)
      }
    }

    const server = startServer(home, context, {
      env: { DATABASE_REPLICA_URL: standbyUrl, KEPT_ANSWERS_MIB: '0', LOG_LEVEL: 'info' },
    })
    const address = await upAt(server)
    const { specialist } = await signInAll(address)
    let acknowledged = 0
    let late = 0

    /** Writes an order, and looks for it among what anybody may read once it is acknowledged. */
    const writeAndRead = async () => {
      const today = civilDateAt(new Date())
      const mark = `ban-sao-${acknowledged + 1}-${process.pid}`
      const paper = await send(address, {
        path: '/api/v1/files',
        token: specialist,
        file: { name: 'van-ban.pdf', content: Buffer.from(`%PDF-1.7 ${mark} %%EOF`) },
      })
      const written = await send(address, {
        path: '/api/v1/directives',
        token: specialist,
        json: {
          kind: 'opinion_poll',
          title: mark,
          issuedOn: today,
          directedById: seed.leaders.chairman.id,
          signedBy: 'Trần Văn Ký',
          visibility: 'public',
          files: [{ fileId: paper?.body.id, role: 'signed_document' }],
          tasks: [{ content: mark, dueOn: today, unitIds: [seed.units.unit.id] }],
        },
      })
      if (written?.status !== 201) throw new Error(`Writing: ${JSON.stringify(written?.body)}`)
      acknowledged += 1
      const path = `/api/public/v1/assignments?q=${mark}`
      const read = await send(address, { method: 'GET', path })
      if (read?.status !== 200 || (read.body.items as unknown[]).length !== 1) late += 1
    }
    const readOnly = async (times: number) => {
      for (let i = 0; i < times; i++) {
        const read = await send(address, { method: 'GET', path: '/api/public/v1/assignments' })
        if (read?.status !== 200) broken.push(`a public list was answered ${read?.status}`)
      }
    }

    const rounds = context.rounds ?? 20
    for (let i = 0; i < rounds; i++) await writeAndRead()
    const before = await scans(standbyUrl)
    await readOnly(20)
    const served = (await scans(standbyUrl)) - before
    if (served === 0) broken.push('the replica served no public page')
    context.say(`reading beside writing: ${acknowledged} acknowledged, ${late} not seen at once`)

    const ways = [
      [
        'behind',
        () => ask(standbyUrl, 'SELECT pg_wal_replay_pause()'),
        () => ask(standbyUrl, 'SELECT pg_wal_replay_resume()'),
      ],
      ['frozen', standby.freeze, standby.thaw],
      ['killed', standby.kill, standby.start],
    ] as const
    for (const [way, lose, giveBack] of ways) {
      await lose()
      for (let i = 0; i < 5; i++) await writeAndRead()
      await readOnly(3)
      await giveBack()
      for (let i = 0; i < 5; i++) await writeAndRead()
      context.say(`${way} and back: ${acknowledged} acknowledged, ${late} not seen at once`)
    }
    const told = (word: RegExp) => server.seen.out.match(word)?.length ?? 0
    const gone = told(/The replica does not answer/g)
    const back = told(/The replica answers again/g)
    if (gone < 1 || gone > ways.length) broken.push(`it was told ${gone} times that it is gone`)
    await server.stop()
    return [
      {
        database: 'PostgreSQL',
        files: '-',
        rounds,
        acknowledged,
        lost: late,
        halfDone: 0,
        broken,
        note: `the replica read tables ${served} times for 20 lists; gone told ${gone} times, back ${back}`,
      },
    ]
  },
}

/** How often tables were read there. */
const scans = async (url: string) => {
  // What a session has counted is told to others within a second.
  await ask(url, 'SELECT pg_sleep(1.5)')
  const row = await ask(
    url,
    'SELECT sum(seq_scan + coalesce(idx_scan, 0))::int AS scans FROM pg_stat_user_tables',
  )
  return Number(row?.scans)
}

async function ask(url: string, sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]
  } finally {
    await client.end()
  }
}
