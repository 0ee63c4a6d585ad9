import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { problemNames } from '@dunghan/contract'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerProblem } from '../src/http/problem.ts'
import { problemPages } from '../src/http/problem-pages.ts'
import { problemStatus } from '../src/http/problem-status.ts'
import { spa } from '../src/http/spa.ts'

const webDir = mkdtempSync(join(tmpdir(), 'dunghan-web-'))
const navigation = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
let app: FastifyInstance

async function start(options: { webDir?: string }): Promise<FastifyInstance> {
  const started = Fastify()
  started.setErrorHandler(answerProblem)
  await started.register(problemPages)
  await started.register(spa, options)
  return started
}

beforeAll(async () => {
  mkdirSync(join(webDir, 'assets'))
  writeFileSync(
    join(webDir, 'index.html'),
    '<!doctype html><html lang="vi"><!-- page --><title>Đúng Hạn</title><!-- /page -->',
  )
  writeFileSync(join(webDir, 'favicon.svg'), '<svg/>')
  writeFileSync(join(webDir, 'assets/index-abc123.js'), 'export {}')
  app = await start({ webDir })
})
afterAll(async () => {
  await app.close()
  rmSync(webDir, { recursive: true })
})

describe('the page of a problem', () => {
  test.each(problemNames)('%s says in both languages what it is, self-contained', async (name) => {
    const answer = await app.inject({ url: `/problems/${name}` })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.body).toContain(`HTTP ${problemStatus[name]}`)
    expect(answer.body).toContain('<section lang="en">')
    expect(answer.body).not.toMatch(/<script|<link|<img|style=|\{\w+\}/)
  })

  test('nobody knows is a problem itself', async () => {
    for (const name of ['nonsense', 'toString', '__proto__', '%3Cscript%3E']) {
      const answer = await app.inject({ url: `/problems/${name}`, headers: navigation })
      expect(answer.statusCode).toBe(404)
      expect(answer.json().type).toBe('/problems/not-found')
    }
  })
})

describe('the screens', () => {
  test('are asked for anew, their hashed parts kept for ever', async () => {
    const index = await app.inject({ url: '/' })
    expect(index.headers['cache-control']).toBe('no-cache')
    expect(index.body).toContain('Đúng Hạn')
    const script = await app.inject({ url: '/assets/index-abc123.js' })
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(script.headers['content-type']).toContain('javascript')
    expect((await app.inject({ url: '/favicon.svg' })).headers['cache-control']).toBe('no-cache')
  })

  test('answer a browser that goes to any of their addresses', async () => {
    for (const url of ['/giao-viec/123?x=1', '/don-vi', '/apiary']) {
      const answer = await app.inject({ url, headers: navigation })
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['cache-control']).toBe('no-cache')
      expect(answer.body).toContain('<title>')
    }
  })

  test('do not answer for the server’s own addresses, programs or other methods', async () => {
    for (const [method, url, accept] of [
      ['GET', '/api/v1/nothing', navigation.accept],
      ['GET', '/api', navigation.accept],
      ['GET', '/assets/old-1.js', navigation.accept],
      ['GET', '/don-vi', 'application/json'],
      ['POST', '/don-vi', navigation.accept],
      ['GET', '/../package.json', '*/*'],
      ['GET', '/%2e%2e/package.json', '*/*'],
    ] as const) {
      const answer = await app.inject({ method, url, headers: { accept } })
      expect(answer.statusCode).toBe(404)
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    }
  })

  test('that were never built leave the API alone', async () => {
    const bare = await start({})
    const answer = await bare.inject({ url: '/', headers: navigation })
    expect(answer.json()).toMatchObject({ type: '/problems/not-found', status: 404 })
    await bare.close()
  })
})
