import { password } from './furnish.ts'
import { adminPassword } from './server.ts'

/** The API as an account has it, for what has to be there before a test looks. */
export interface Api {
  get<Answer>(path: string): Promise<Answer>
  post<Answer>(path: string, body: unknown): Promise<Answer>
  upload(file: { name: string; mimeType: string; buffer: Buffer }): Promise<{ id: string }>
}

export async function apiOf(username: string): Promise<Api> {
  const secret = username === 'admin' ? adminPassword : password
  const { accessToken } = await call<{ accessToken: string }>('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: secret }),
  })
  const authorization = `Bearer ${accessToken}`
  return {
    get: (path) => call(path, { headers: { authorization } }),
    post: (path, body) =>
      call(path, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    upload({ name, mimeType, buffer }) {
      const form = new FormData()
      form.set('file', new Blob([new Uint8Array(buffer)], { type: mimeType }), name)
      return call('/files', { method: 'POST', headers: { authorization }, body: form })
    },
  }
}

async function call<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const answer = await fetch(`${process.env.E2E_URL}/api/v1${path}`, init)
  if (!answer.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${await answer.text()}`)
  return answer.json() as Promise<Answer>
}
