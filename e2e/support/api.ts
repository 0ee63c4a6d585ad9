import { password } from './furnish.ts'
import { adminPassword } from './server.ts'

/** The API as an account has it, for what has to be there before a test looks. */
export interface Api {
  get<Answer>(path: string): Promise<Answer>
  post<Answer>(path: string, body: unknown): Promise<Answer>
  put<Answer>(path: string, body: unknown): Promise<Answer>
  /** @param version the one that is changed */
  patch<Answer>(path: string, version: number, body: unknown): Promise<Answer>
  upload(file: { name: string; mimeType: string; buffer: Buffer }): Promise<{ id: string }>
}

/** @param url where the server is; that of the first office, unless another is named */
export async function apiOf(
  username: string,
  url = process.env.E2E_URL,
  secret = username === 'admin' ? adminPassword : password,
): Promise<Api> {
  const call = callsTo(`${url}/api/v1`)
  const { accessToken } = await call<{ accessToken: string }>('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: secret }),
  })
  const authorization = `Bearer ${accessToken}`
  const send = <Answer>(method: string, path: string, body: unknown, more?: object) =>
    call<Answer>(path, {
      method,
      headers: { authorization, 'content-type': 'application/json', ...more },
      body: JSON.stringify(body),
    })
  return {
    get: (path) => call(path, { headers: { authorization } }),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    patch: (path, version, body) => send('PATCH', path, body, { 'if-match': `"${version}"` }),
    upload({ name, mimeType, buffer }) {
      const form = new FormData()
      form.set('file', new Blob([new Uint8Array(buffer)], { type: mimeType }), name)
      return call('/files', { method: 'POST', headers: { authorization }, body: form })
    },
  }
}

const callsTo =
  (root: string) =>
  async <Answer>(path: string, init: RequestInit): Promise<Answer> => {
    const answer = await fetch(`${root}${path}`, init)
    if (!answer.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${await answer.text()}`)
    return (answer.status === 204 ? null : await answer.json()) as Answer
  }
