import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerProblem } from '../src/http/problem.ts'
import { publicAnswers } from '../src/http/public-answers.ts'
import { Refusal } from '../src/refusal.ts'

let app: FastifyInstance

beforeAll(async () => {
  app = Fastify()
  app.setErrorHandler(answerProblem)
  await app.register(
    async (scope) => {
      await scope.register(publicAnswers)
      scope.get('/list', async () => ({ items: ['Đông'] }))
      scope.get('/kept', async (_request, reply) => {
        reply.header('Cache-Control', 'public, max-age=60').header('ETag', '"own"')
        return { items: [] }
      })
      scope.get('/refused', async () => {
        throw new Refusal('invalid-request')
      })
    },
    { prefix: '/public' },
  )
  app.get('/private', async () => ({}))
  await app.ready()
})
afterAll(() => app.close())

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

test('any site may read, with a tag that says whether it changed', async () => {
  const answer = await get('/public/list', { origin: 'https://portal.example' })
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=0, must-revalidate',
    'cross-origin-resource-policy': 'cross-origin',
    vary: 'Accept-Language',
    etag: expect.stringMatching(/^W\/"[\w-]+"$/),
  })
  expect(answer.headers['access-control-expose-headers']).toContain('ETag')
})

test('one that has it gets 304 and nothing more, whatever the method and however it lists its tags', async () => {
  const { etag } = (await get('/public/list')).headers as { etag: string }
  for (const header of [etag, `"other", ${etag}`, etag.replace('W/', ''), '*']) {
    for (const method of ['GET', 'HEAD'] as const) {
      const answer = await app.inject({
        method,
        url: '/public/list',
        headers: { 'if-none-match': header },
      })
      expect(answer.statusCode).toBe(304)
      expect(answer.body).toBe('')
      expect(answer.headers.etag).toBe(etag)
      expect(answer.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
      expect(answer.headers).not.toHaveProperty('content-type')
    }
  }
  expect((await get('/public/list', { 'if-none-match': '"other"' })).statusCode).toBe(200)
})

test('HEAD answers as GET would, without the body', async () => {
  const whole = await get('/public/list')
  const head = await app.inject({ method: 'HEAD', url: '/public/list' })
  expect(head.headers.etag).toBe(whole.headers.etag)
  expect(head.headers['content-length']).toBe(whole.headers['content-length'])
})

test('a route that knows better keeps its own headers', async () => {
  const answer = await get('/public/kept')
  expect(answer.headers).toMatchObject({ 'cache-control': 'public, max-age=60', etag: '"own"' })
  expect((await get('/public/kept', { 'if-none-match': '"own"' })).statusCode).toBe(304)
})

test('a problem is open to any site too, and never kept', async () => {
  for (const url of ['/public/refused', '/public/nothing']) {
    const answer = await get(url)
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
      'content-type': 'application/problem+json; charset=utf-8',
    })
    expect(answer.headers).not.toHaveProperty('etag')
  }
})

test('a browser that asks first learns that it may only read', async () => {
  const answer = await app.inject({
    method: 'OPTIONS',
    url: '/public/list',
    headers: { origin: 'https://portal.example', 'access-control-request-method': 'GET' },
  })
  expect(answer.statusCode).toBe(204)
  expect(answer.headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS')
  expect((await app.inject({ method: 'POST', url: '/public/list' })).statusCode).toBe(404)
  expect((await app.inject({ method: 'OPTIONS', url: '/public/list' })).statusCode).toBe(204)
})

test('outside the public scope nothing of it holds', async () => {
  const { headers } = await get('/private', { origin: 'https://portal.example' })
  expect(headers).not.toHaveProperty('access-control-allow-origin')
  expect(headers).not.toHaveProperty('etag')
})
