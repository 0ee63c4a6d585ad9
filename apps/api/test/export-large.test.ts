import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportsService } from '../src/modules/exports/exports.service.ts'
import { type Client, startTestApp, type TestApp } from './support/app.ts'
import { enter, expectProblem } from './support/line.ts'
import { insertManyAssignments } from './support/many-assignments.ts'
import { readSheet } from './support/read-xlsx.ts'

/* Lists of many pages: of one piece whatever happens meanwhile, ended when nobody reads them. */

/** One in eleven is withdrawn, and not listed. */
const many = 22_200
const office = '/api/v1/assignments/export'

let api: TestApp
let reviewer: Client
let unit: Client
let server: AddressInfo

beforeAll(async () => {
  api = await startTestApp({
    now: '2027-06-01T02:00:00.000Z',
    config: { exportLimits: { xlsx: 20_100, csv: 1_000_000 } },
  })
  reviewer = await api.signInAs('reviewer')
  unit = await api.signInAs('unit')
  await insertManyAssignments(api.deps.database, api.seed, many)
  await api.app.listen({ host: '127.0.0.1', port: 0 })
  server = api.app.server.address() as AddressInfo
}, 120_000)
afterAll(() => api.close())

const rowsOf = (csv: string | Buffer) =>
  parse(csv, { bom: true, columns: true }) as Record<string, string>[]
const idOf = (row: Record<string, string> | undefined) => row?.['Liên kết']?.split('/').pop()

test('more rows than a workbook may hold are refused before anything is sent', async () => {
  for (const asked of ['format=xlsx', 'format=xlsx&layout=register']) {
    const answer = await reviewer.get(`${office}?${asked}`)
    const problem = expectProblem(answer, 422, 'export-too-large')
    expect(problem.detail).toBe(
      'Bộ lọc này có 20.182 dòng; định dạng đã chọn xuất tối đa 20.100 dòng. Hãy thu hẹp bộ lọc hoặc chọn CSV.',
    )
    expect(answer.headers).not.toHaveProperty('content-disposition')
  }
  const narrower = await reviewer.get(`${office}?format=xlsx&dueFrom=2027-04-01`)
  expect(narrower.statusCode).toBe(200)
})

test('twenty thousand rows come whole and in order, each once, in either format', async () => {
  const asked = 'sort=-dueOn&dueFrom=2026-01-03'
  const csv = await reviewer.get(`${office}?format=csv&${asked}`)
  const rows = rowsOf(csv.rawPayload)
  expect(rows.length).toBeGreaterThan(20_000)
  expect(csv.headers['x-row-count']).toBe(String(rows.length))
  expect(new Set(rows.map(idOf)).size).toBe(rows.length)
  const keys = rows.map((row) => `${row['Thời hạn']} ${idOf(row)}`)
  expect(keys).toEqual([...keys].sort().reverse())

  const sheet = await readSheet((await reviewer.get(`${office}?format=xlsx&${asked}`)).rawPayload)
  expect(sheet.rows.length - 3).toBe(rows.length)
  expect(sheet.rows.slice(3).map((row) => row[6])).toEqual(
    rows.map((row) => row['Nội dung nhiệm vụ']),
  )
})

test('what happens while it is written is not in it', async () => {
  const tasks = [{ content: 'Việc cuối', dueOn: '2028-01-05', unitIds: [api.seed.units.unit.id] }]
  const order = await enter(api, await api.signInAs('specialist'), { tasks })
  const { id } = order.tasks[0].assignments[0]
  api.clock.set(new Date(api.clock.now.getTime() + 1000))
  const query = {
    format: 'csv',
    layout: 'list',
    sort: 'dueOn',
    units: 'as_assigned',
  } as const
  const actor = {
    accountId: api.seed.accounts.unit.id,
    roles: ['unit'],
    unitId: api.seed.units.unit.id,
    sessionId: '',
  } as const
  const ctx = {
    actor,
    now: api.clock.now,
    clock: () => api.clock.now,
    requestId: '',
    language: 'vi',
    idempotency: null,
  } as const
  const file = await exportsService(api.deps).take(ctx, query)
  const stream = (file.content as () => Readable)()
  const first = await new Promise<Buffer>((resolve) => stream.once('data', resolve))
  stream.pause()
  // The last of the list, of which nothing has been read, is received meanwhile.
  api.clock.set(new Date(api.clock.now.getTime() + 1000))
  expect((await unit.post(`/api/v1/assignments/${id}/receipt`)).statusCode).toBe(200)
  const rows = rowsOf(first.toString() + (await text(stream)))
  expect(rows).toHaveLength(file.rowCount ?? 0)
  expect(idOf(rows.at(-1))).toBe(id)
  expect(rows.at(-1)?.['Trạng thái']).toBe('Chưa tiếp nhận')
})

test('a few public lists are written at once, and the next has its turn when one is left', async () => {
  const lists = exportsService(api.deps)
  const open = async () => {
    const query = { sort: 'dueOn', units: 'as_assigned' } as const
    return ((await lists.takePublic(query, 'csv', 'vi')).content as () => Readable)()
  }
  const streams = [await open(), await open(), await open(), await open()]
  await expect(open()).rejects.toMatchObject({ problem: 'too-many-documents' })
  const left = new Promise((resolve) => streams[0]?.once('close', resolve))
  streams[0]?.destroy()
  await left
  streams.push(await open())
  for (const stream of streams) stream.destroy()
})

test('who goes away ends the reading', async () => {
  // More than what lies between the two ends, read ahead, could hold.
  const { prisma } = api.deps.database
  await prisma.$executeRaw`UPDATE task SET content = repeat('nội dung ', 300)`
  const whole = 3 * Math.ceil(many / 200)
  const asked = await api.countStatements(async () => {
    const answer = await ask(`${office}?format=csv`)
    await new Promise((resolve) => answer.once('data', resolve))
    answer.destroy()
    await drained()
  })
  expect(asked).toBeLessThan(whole / 2)
})

test('what breaks on the way is not taken for the whole', async () => {
  const { prisma } = api.deps.database
  for (const format of ['csv', 'xlsx&dueFrom=2026-02-01']) {
    const answer = await ask(`${office}?format=${format}`)
    answer.pause()
    await prisma.$executeRawUnsafe('ALTER TABLE report RENAME TO report_away')
    try {
      await expect(text(answer)).rejects.toThrow('aborted')
    } finally {
      await prisma.$executeRawUnsafe('ALTER TABLE report_away RENAME TO report')
    }
  }
})

/** Over the wire, so that it can be left or broken. */
function ask(path: string): Promise<IncomingMessage> {
  const { authorization } = reviewer.headers
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: server.port, path, headers: { authorization } }, resolve).on(
      'error',
      reject,
    )
  })
}

/** Resolves once nobody is connected, and what was being read for them has come. */
async function drained(): Promise<void> {
  const connected = () =>
    new Promise<number>((resolve) => api.app.server.getConnections((_, count) => resolve(count)))
  while ((await connected()) > 0) await new Promise(setImmediate)
  await api.deps.database.ping()
}
