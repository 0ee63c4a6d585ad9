import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { createMetrics } from '../../src/metrics/metrics.ts'
import { type Client, startTestApp, type TestApp } from '../support/app.ts'
import { enter, expectProblem, upload } from '../support/line.ts'
import { makePdf } from '../support/signed-pdf.ts'

/* Addresses, hosts and names that would lead elsewhere, and answers kept for others. */

let api: TestApp
let app: FastifyInstance
let specialist: Client
const folder = mkdtempSync(join(tmpdir(), 'dunghan-attacks-'))

beforeAll(async () => {
  api = await startTestApp()
  specialist = await api.signInAs('specialist')
  await enter(api, specialist)
  const webDir = join(folder, 'web')
  mkdirSync(join(webDir, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'SECRET')
  writeFileSync(join(webDir, 'assets/a.js'), '1')
  writeFileSync(join(webDir, 'index.html'), '<html lang="vi"><!-- page --><!-- /page --></html>')
  app = await buildApp({ ...api.deps, metrics: createMetrics() }, { webDir })
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await api.close()
  rmSync(folder, { recursive: true })
})

const open = [
  '/api/public/v1/assignments',
  '/api/public/v1/units',
  '/api/public/v1/feed.atom',
  '/api/public/v1/units/so-xay-dung/due.ics',
  '/api/public/v1/catalog.jsonld',
  '/api/openapi.json',
  '/sitemap.xml',
  '/robots.txt',
  '/nhung/so-lieu',
  '/cong-khai/nhiem-vu',
]

test('paths that lead out of a folder lead nowhere', async () => {
  for (const up of ['..%2f', '%2e%2e/', '..%5c', '..%252f', '%2e%2e%2f', '....//', '../', '..;/']) {
    for (const from of ['/', '/assets/', '/problems/', '/api/docs/static/', '/nhung/']) {
      const answer = await app.inject({ url: `${from}${up}${up}secret.txt` })
      expect(answer.body, `${from}${up}`).not.toContain('SECRET')
      expect(answer.statusCode, `${from}${up}`).toBeLessThan(500)
    }
  }
})

test('no host that is asked for, nor any a header tells, stands in an answer', async () => {
  for (const url of open) {
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'javascript',
      'x-original-url': '/api/v1/accounts',
      forwarded: 'host=evil.example',
      accept: url.startsWith('/cong-khai') ? 'text/html' : '*/*',
    }
    const answer = await app.inject({ url, headers })
    expect(answer.statusCode, url).toBe(200)
    expect(answer.body, url).not.toContain('evil.example')
    expect(JSON.stringify(answer.headers), url).not.toContain('evil.example')
  }
})

test('what is kept of a public answer is what anybody would be given', async () => {
  const admin = await api.signInAs('admin')
  const url = '/api/public/v1/units'
  const strange = {
    ...admin.headers,
    host: 'evil.example',
    cookie: 'refresh=x; theme=dark',
    range: 'bytes=0-3',
    origin: 'https://evil.example',
    'accept-encoding': 'identity',
  }
  const head = await app.inject({ method: 'HEAD', url, headers: strange })
  expect(head.body).toBe('')
  const first = await app.inject({ url, headers: strange })
  const then = await app.inject({ url })
  expect(first.statusCode).toBe(200)
  expect(then.body).toBe(first.body)
  expect(then.json().items.length).toBeGreaterThan(0)
  expect(first.headers['set-cookie']).toBeUndefined()
  expect(then.headers.etag).toBe(first.headers.etag)
  expect(then.headers.vary).toContain('Accept-Language')
  expect(then.headers['x-request-id']).not.toBe(first.headers['x-request-id'])
  const refused = '/api/public/v1/assignments?q=%00'
  const inOther = await app.inject({ url: refused, headers: { 'accept-language': 'en' } })
  const inOwn = await app.inject({ url: refused, headers: { 'accept-language': 'vi' } })
  expect([inOther.statusCode, inOwn.statusCode]).toEqual([400, 400])
  expect(inOwn.json().title).not.toBe(inOther.json().title)
  expect(inOwn.headers['cache-control']).toBe('no-store')
})

test('the same filter in another order, or twice, is never another’s answer', async () => {
  const ask = (query: string) => app.inject({ url: `/api/public/v1/assignments?${query}` })
  const all = (await ask('status=in_progress')).json().total
  expect(all).toBe(1)
  for (const none of ['status=in_progress&q=khong-co', 'q=khong-co&status=in_progress']) {
    expect((await ask(none)).json().total, none).toBe(0)
  }
  for (const query of ['q=a&q=b', 'limit=1&limit=2', 'Q=a', 'status[]=overdue', 'status[x]=y']) {
    expect((await ask(query)).statusCode, query).toBe(400)
  }
  expect((await ask('status=in_progress')).json().total).toBe(all)
})

test('a file’s name ends no header and opens no other', async () => {
  for (const name of ['a%0d%0aX-Evil: 1.pdf', 'a\\"; filename=x.html; y=\\".pdf', 'ệ;=😀%22.pdf']) {
    const made = await upload(api, specialist, await makePdf('Văn bản'), { name })
    expect(made.statusCode, made.body).toBe(201)
    const file = await specialist.get(`/api/v1/files/${made.json().id}/content`)
    expect(file.headers['x-evil']).toBeUndefined()
    expect(file.headers['content-type']).toBe('application/pdf')
    expect(String(file.headers['content-disposition'])).toMatch(
      /^inline; filename="[^"\\\r\n]*\.pdf"; filename\*=UTF-8''[\w.!~%-]*\.pdf$/,
    )
  }
})

test('a form whose part names no field is refused', async () => {
  const answer = await api.app.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: { ...specialist.headers, 'content-type': 'multipart/form-data; boundary=x' },
    payload:
      '--x\r\nContent-Disposition: form-data\r\nContent-Type: application/pdf\r\n\r\n%PDF-\r\n--x--\r\n',
  })
  expectProblem(answer, 400, 'invalid-request')
})

test('what is no PDF, picture or office file inside is refused whatever it calls itself', async () => {
  const active = ['<html><script>alert(1)</script>', '<svg xmlns="x" onload="alert(1)"/>', 'MZ\x90']
  for (const content of [...active, '#!/bin/sh', '<?php 1 ?>', '\xff\xfe<\0s\0']) {
    for (const name of ['a.pdf', 'a.png', 'a.docx']) {
      const made = await upload(api, specialist, Buffer.from(content, 'latin1'), { name })
      expect(made.statusCode, content).toBe(415)
    }
  }
  const both = Buffer.concat([Buffer.from('<script>alert(1)</script>'), await makePdf('Văn bản')])
  const made = await upload(api, specialist, both, { name: 'a.html' })
  const file = await specialist.get(`/api/v1/files/${made.json().id}/content`)
  expect(file.headers).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  })
})

test('every kind of answer carries the headers that hold a browser', async () => {
  for (const url of [
    ...open,
    '/',
    '/assets/a.js',
    '/healthz',
    '/problems/internal',
    '/api/v1/me',
  ]) {
    const { headers } = await app.inject({ url, headers: { accept: 'text/html,*/*' } })
    const policy = String(headers['content-security-policy'])
    expect(policy, url).toContain('frame-ancestors')
    expect(policy.match(/script-src[^;]*/)?.[0] ?? '', url).not.toContain('unsafe')
    expect(headers, url).toMatchObject({
      'x-content-type-options': 'nosniff',
      'permissions-policy': expect.stringContaining('camera=()'),
      'referrer-policy': expect.any(String),
    })
  }
})

test('the metrics are nothing to the public', async () => {
  for (const headers of [{}, { 'x-forwarded-for': '127.0.0.1' }, { authorization: 'Bearer x' }]) {
    const answer = await app.inject({ url: '/metrics', headers, remoteAddress: '203.0.113.9' })
    expect([401, 404]).toContain(answer.statusCode)
  }
})
