import { beforeEach, describe, expect, it, vi } from 'vitest'

/** A server in three lines: which token it takes, and whether the refresh cookie is good. */
let server: {
  token: string
  cookie: boolean
  refreshes: number
  bodies: string[]
  /** Whose the cookie is. */
  account: string
  /** What signing out is answered. */
  out: number
}

const answer = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
  })
const session = () =>
  answer(200, {
    accessToken: server.token,
    expiresAt: new Date(Date.now() + 600_000).toISOString(),
    limits: { maxUploadBytes: 1 },
    account: {
      id: server.account,
      username: 'lan',
      roles: ['specialist'],
      mustChangePassword: false,
    },
  })
const unauthenticated = () => answer(401, { type: '/problems/unauthenticated', title: 'x' })

async function serve(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(new URL(String((input as Request).url ?? input), 'http://x'), init)
  const path = new URL(request.url).pathname
  if (path === '/api/v1/session') {
    return request.method === 'DELETE' ? new Response(null, { status: server.out }) : session()
  }
  if (path === '/api/v1/session/refresh') {
    server.refreshes += 1
    await new Promise((resolve) => setTimeout(resolve, 1))
    return server.cookie ? session() : unauthenticated()
  }
  const sent = input as Request
  server.bodies.push(await sent.text())
  if (path === '/api/v1/wrong-password') {
    return answer(401, { type: '/problems/invalid-credentials', title: 'x' })
  }
  if (path.startsWith('/api/public/')) return answer(200, sent.headers.get('authorization'))
  const good = sent.headers.get('authorization') === `Bearer ${server.token}`
  return good ? answer(200, { ok: true }) : unauthenticated()
}

async function load() {
  vi.resetModules()
  const api = await import('./session.ts')
  const { sessionFetch } = await import('./session-fetch.ts')
  return { ...api, sessionFetch }
}

const ask = (path: string, body?: string) =>
  new Request(`http://x${path}`, body ? { method: 'POST', body } : {})

beforeEach(() => {
  server = { token: 'one', cookie: true, refreshes: 0, bodies: [], account: 'a', out: 204 }
  vi.stubGlobal('fetch', serve)
})

describe('a request of the desk', () => {
  it('brings the token, asked for once however many ask', async () => {
    const { sessionFetch } = await load()
    const answers = await Promise.all(
      ['/api/v1/a', '/api/v1/b', '/api/v1/c'].map((path) => sessionFetch(ask(path))),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(server.refreshes).toBe(1)
  })

  it('is sent again, whole, after the token was renewed', async () => {
    const { sessionFetch, signIn } = await load()
    await signIn('lan', 'x')
    server.token = 'two'
    const { status } = await sessionFetch(ask('/api/v1/a', '{"title":"Văn bản"}'))
    expect(status).toBe(200)
    expect(server.bodies).toEqual(['{"title":"Văn bản"}', '{"title":"Văn bản"}'])
  })

  it('waits until the person has signed in again when the session is over', async () => {
    const { sessionFetch, signIn, sessionState } = await load()
    await signIn('lan', 'x')
    server.token = 'two'
    server.cookie = false
    const waiting = sessionFetch(ask('/api/v1/a', 'typed'))
    await vi.waitFor(() => expect(sessionState().status).toBe('interrupted'))
    await signIn('lan', 'x')
    expect((await waiting).status).toBe(200)
    expect(server.bodies.at(-1)).toBe('typed')
  })

  it('is refused when the person would rather leave', async () => {
    const { sessionFetch, signIn, sessionState, giveUp } = await load()
    await signIn('lan', 'x')
    server.token = 'two'
    server.cookie = false
    const waiting = sessionFetch(ask('/api/v1/a'))
    await vi.waitFor(() => expect(sessionState().status).toBe('interrupted'))
    giveUp()
    expect((await waiting).status).toBe(401)
    expect(sessionState()).toEqual({ status: 'anonymous', account: null })
  })

  it('is never sent in the name of somebody who signed in meanwhile in another tab', async () => {
    const { sessionFetch, signIn, sessionState } = await load()
    await signIn('lan', 'x')
    Object.assign(server, { token: 'two', account: 'b' })
    await expect(sessionFetch(ask('/api/v1/a', 'typed'))).rejects.toMatchObject({ status: 401 })
    expect(sessionState().account?.id).toBe('b')
    expect(server.bodies).toEqual(['typed'])
  })

  it('is refused when somebody else signs in where the person was asked to', async () => {
    const { sessionFetch, signIn, sessionState } = await load()
    await signIn('lan', 'x')
    Object.assign(server, { token: 'two', cookie: false })
    const waiting = sessionFetch(ask('/api/v1/a', 'typed'))
    await vi.waitFor(() => expect(sessionState().status).toBe('interrupted'))
    server.account = 'b'
    await signIn('minh', 'x')
    expect((await waiting).status).toBe(401)
    expect(server.bodies).toEqual(['typed'])
  })

  it('takes a wrong password for what it is, not for the end of the session', async () => {
    const { sessionFetch, signIn } = await load()
    await signIn('lan', 'x')
    expect((await sessionFetch(ask('/api/v1/wrong-password', '{}'))).status).toBe(401)
    expect(server.refreshes).toBe(0)
  })
})

describe('signing out', () => {
  it('is not undone by a token that was asked for before and comes after', async () => {
    const { signIn, signOut, refreshSession, sessionState } = await load()
    await signIn('lan', 'x')
    const late = refreshSession()
    await signOut()
    expect(await late).toBe(false)
    expect(sessionState().status).toBe('anonymous')
  })

  it('is not said to be done while the server did not do it', async () => {
    const { signIn, signOut, sessionState } = await load()
    await signIn('lan', 'x')
    server.out = 503
    await expect(signOut()).rejects.toMatchObject({ status: 503 })
    expect(sessionState().status).toBe('signed-in')
  })
})

describe('a request of the public pages', () => {
  it('brings no token and asks for none', async () => {
    const { sessionFetch, signIn } = await load()
    await signIn('lan', 'x')
    const response = await sessionFetch(ask('/api/public/v1/statistics'))
    expect(await response.json()).toBeNull()
    expect(server.refreshes).toBe(0)
  })
})

describe('without a connection', () => {
  it('says so, and the session stays', async () => {
    const { sessionFetch, signIn, sessionState } = await load()
    await signIn('lan', 'x')
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    await expect(sessionFetch(ask('/api/v1/a'))).rejects.toMatchObject({ name: 'offline' })
    expect(sessionState().status).toBe('signed-in')
  })
})
