import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from './support/app.ts'
import { expectProblem } from './support/line.ts'

let api: TestApp

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())

test('an address with broken escapes is refused with a problem and all the usual headers', async () => {
  const broken = ['%', '%zz', '%ff', '%c3%28', '%ed%a0%80', 'x'.repeat(3000)]
  for (const id of broken) {
    const answer = await api.anonymous.get(`/api/public/v1/assignments/${id}?q=%ff`)
    expectProblem(answer, 400, 'invalid-request')
    expect(answer.headers['x-request-id']).toBeTruthy()
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expectProblem(await api.anonymous.get(`/api/v1/assignments/${id}`), 401, 'unauthenticated')
    expectProblem(await api.anonymous.get(`/nowhere/${id}`), 404, 'not-found')
  }
})

test('good escapes mean what they say', async () => {
  const code = api.seed.units.unit.code.replace('s', '%73')
  expect((await api.anonymous.get(`/api/public/v1/units/${code}`)).statusCode).toBe(200)
})

test('what is no HTTP, or too much of it, is refused with a problem too', async () => {
  await api.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = api.app.server.address() as AddressInfo
  for (const sent of [
    'nonsense\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'a'.repeat(20_000)}\r\n\r\n`,
    'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n',
  ]) {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(sent)
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
    expect(head).toMatch(/^HTTP\/1\.1 400 /)
    expect(head).toMatch(/\r\nContent-Type: application\/problem\+json/i)
    const problem = JSON.parse(body)
    expect(problem).toMatchObject({ type: '/problems/invalid-request', status: 400 })
    expect(head).toContain(problem.requestId)
  }
})
