import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jobRunStore } from '../src/jobs/job-run.store.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { seededPassword } from './support/seed.ts'

let api: TestApp
let address: string

beforeAll(async () => {
  api = await startTestApp({ inFolder: true })
  address = await api.app.listen({ port: 0 })
})
afterAll(() => api.close())

const ask = (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1', of = api) =>
  of.app.inject({ url: '/metrics', headers, remoteAddress })

/** The value of a series by its name and labels as they are written. */
async function series(name: string): Promise<number | undefined> {
  const lines = (await ask()).body.split('\n')
  const line = lines.find((each) => each.startsWith(`${name} `))
  return line === undefined ? undefined : Number(line.slice(name.length + 1))
}

const requests = (labels: string) => `dunghan_http_request_duration_seconds_count{${labels}}`

describe('/metrics', () => {
  test('knows requests by their operation, never by their address', async () => {
    const unit = await api.signInAs('unit')
    const { id } = api.seed.units.unit
    for (const path of ['/api/v1/units', `/api/v1/units/${id}`, '/api/v1/units/khong-co-ai']) {
      await unit.get(path)
    }
    await api.anonymous.get('/api/v1/me')
    await api.anonymous.get('/khong-co/o-day?q=Nguyễn')
    expect(await series(requests('operation="listUnits",method="GET",status="2xx"'))).toBe(1)
    expect(await series(requests('operation="getUnit",method="GET",status="2xx"'))).toBe(1)
    expect(await series(requests('operation="getUnit",method="GET",status="4xx"'))).toBe(1)
    expect(await series(requests('operation="page",method="GET",status="4xx"'))).toBe(1)
    const problem = 'dunghan_http_problems_total{operation="getMe",problem="unauthenticated"}'
    expect(await series(problem)).toBe(1)
    const { body } = await ask()
    for (const part of [id, 'khong-co', 'Nguy']) expect(body).not.toContain(part)
    // Its own request alone.
    expect(await series('dunghan_http_requests_under_way')).toBe(1)
  })

  test('counts failed sign-ins', async () => {
    await api.anonymous.post('/api/v1/session', { username: 'admin', password: 'sai mật khẩu' })
    const failed = 'dunghan_http_problems_total{operation="signIn",problem="invalid-credentials"}'
    expect(await series(failed)).toBe(1)
  })

  test('knows the database’s connections, round trips and the process', async () => {
    await api.anonymous.post('/api/v1/session', { username: 'unit', password: seededPassword })
    const { body } = await ask()
    const count = (call: string) =>
      `dunghan_database_call_duration_seconds_count{call="${call}",outcome="ok"}`
    expect(await series(count('statement'))).toBeGreaterThan(5)
    expect(await series(count('begin'))).toBeGreaterThan(0)
    expect(await series('dunghan_database_waiting')).toBe(0)
    for (const name of [
      'dunghan_build_info{',
      'dunghan_database_connections{state="busy"}',
      'dunghan_data_disk_free_bytes ',
      'nodejs_eventloop_lag_p99_seconds ',
      'nodejs_eventloop_utilization ',
      'nodejs_heap_size_used_bytes ',
      'process_resident_memory_bytes ',
      'process_cpu_seconds_total ',
    ]) {
      expect(body).toContain(`\n${name}`)
    }
  })

  test('knows the jobs and the mail from the database, whichever process ran them', async () => {
    const { prisma } = api.deps.database
    const runs = jobRunStore(prisma)
    const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 2, 0, second))
    await runs.saveFailed(await runs.begin('sweep', at(0)), at(2), 'nothing to be done')
    await runs.saveDone(await runs.begin('sweep', at(10)), at(13), { files: 1 })
    await prisma.mail.create({
      data: {
        id: crypto.randomUUID(),
        accountId: api.seed.accounts.unit.id,
        address: 'unit@example.vn',
        state: 'waiting',
        createdAt: at(20),
      },
    })
    const epoch = (second: number) => at(second).getTime() / 1000
    const job = '{job="sweep"}'
    expect(await series(`dunghan_job_last_success_timestamp_seconds${job}`)).toBe(epoch(13))
    expect(await series(`dunghan_job_last_failure_timestamp_seconds${job}`)).toBe(epoch(2))
    expect(await series(`dunghan_job_last_duration_seconds${job}`)).toBe(3)
    expect(await series('dunghan_mails{state="waiting"}')).toBe(1)
    expect(await series('dunghan_mails{state="failed"}')).toBe(0)
    expect(await series('dunghan_mail_oldest_waiting_timestamp_seconds')).toBe(epoch(20))
  })

  test('counts streams of events while they are open', async () => {
    const leader = await api.signInAs('leader')
    const tab = new AbortController()
    await fetch(`${address}/api/v1/events`, { headers: leader.headers, signal: tab.signal })
    expect(await series('dunghan_event_streams')).toBe(1)
    tab.abort()
    await expect.poll(() => series('dunghan_event_streams')).toBe(0)
    // A stream that was left is an answer that was given.
    const seen = requests('operation="streamEvents",method="GET",status="2xx"')
    await expect.poll(() => series(seen)).toBe(1)
  })

  test('answers while the file store does not, and says so', async () => {
    expect(await series('dunghan_part_up{part="files"}')).toBe(1)
    const folder = join(api.deps.config.dataDir, 'files')
    await rename(folder, `${folder}-away`)
    expect(await series('dunghan_part_up{part="files"}')).toBe(0)
    expect(await series('dunghan_part_up{part="database"}')).toBe(1)
    const failed = 'dunghan_file_store_call_duration_seconds_count{call="ping",outcome="failed"}'
    expect(await series(failed)).toBeGreaterThan(0)
    await rename(`${folder}-away`, folder)
  })

  test('is not in the API’s document', async () => {
    const { paths } = (await api.anonymous.get('/api/openapi.json')).json()
    expect(Object.keys(paths).filter((path) => /metrics|healthz|readyz/.test(path))).toEqual([])
  })
})

describe('who may read /metrics', () => {
  test('without a token: who asks on this machine, and through no proxy', async () => {
    expect((await ask()).statusCode).toBe(200)
    expect((await ask({}, '::1')).statusCode).toBe(200)
    expect((await ask({}, '::ffff:127.0.0.1')).statusCode).toBe(200)
    for (const elsewhere of ['10.0.0.1', '192.0.2.7', 'fd00::1', '::ffff:10.0.0.1']) {
      expect((await ask({}, elsewhere)).statusCode, elsewhere).toBe(404)
    }
    for (const trace of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via']) {
      expect((await ask({ [trace]: '127.0.0.1' })).statusCode, trace).toBe(404)
    }
  })

  test('with one: who bears it, from anywhere', async () => {
    const guarded = await startTestApp({ config: { metricsToken: 'a token of sixteen' } })
    const status = async (authorization?: string, from?: string) =>
      (await ask(authorization ? { authorization } : {}, from, guarded)).statusCode
    expect(await status()).toBe(401)
    expect(await status('Bearer a token of sixteem')).toBe(401)
    expect(await status('Bearer ')).toBe(401)
    expect(await status('Bearer a token of sixteen', '192.0.2.7')).toBe(200)
    await guarded.close()
  })
})
