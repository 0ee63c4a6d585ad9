import { randomUUID } from 'node:crypto'
import { seededPassword } from '../../test/support/seed.ts'

export interface Answer {
  status: number
  body: Record<string, unknown> & { id?: string }
  milliseconds: number
}

export interface Sending {
  method?: string
  path: string
  token?: string
  key?: string
  json?: unknown
  file?: { name: string; content: Buffer }
  headers?: Record<string, string>
}

/** One request with a connection of its own. @returns null when no whole answer came */
export async function send(address: string, sending: Sending): Promise<Answer | null> {
  const { method = 'POST', path, token, key, json, file, headers } = sending
  const form = file && new FormData()
  if (form && file) form.append('file', new Blob([Uint8Array.from(file.content)]), file.name)
  const begun = performance.now()
  try {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: {
        connection: 'close',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
        ...(json !== undefined ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(form ? { body: form } : json !== undefined ? { body: JSON.stringify(json) } : {}),
      signal: AbortSignal.timeout(60_000),
    })
    const text = await answer.text()
    const body = text.startsWith('{') ? JSON.parse(text) : {}
    return { status: answer.status, body, milliseconds: performance.now() - begun }
  } catch {
    return null
  }
}

export const newKey = () => randomUUID()

/** @returns a token of one of the seeded accounts */
export async function signIn(address: string, username: string): Promise<string> {
  const json = { username, password: seededPassword }
  const answer = await send(address, { path: '/api/v1/session', json })
  if (answer?.status !== 200) throw new Error(`Signing in: ${JSON.stringify(answer)}`)
  return String(answer.body.accessToken)
}
