import { apiPaths } from '../lib/api-paths.ts'
import { currentLanguage } from '../lib/language.ts'
import { ApiProblem, offlineProblem, problemOf } from './problem.ts'
import { accessToken, isStill, refreshSession, sessionState, signInAgain } from './session.ts'
import type { Schema } from './types.ts'

export interface UploadOptions {
  onProgress: (share: number) => void
  signal: AbortSignal
}

/**
 * Sends one file. `fetch` tells nothing of how far an upload is, so this is an XMLHttpRequest. A
 * session that is over is begun again first, by the same account: never in the name of another.
 */
export async function uploadFile(file: File, options: UploadOptions): Promise<Schema<'File'>> {
  const asker = sessionState().account
  try {
    return await send(file, options)
  } catch (error) {
    const sessionIsOver = error instanceof ApiProblem && error.name === 'unauthenticated'
    if (!sessionIsOver) throw error
    if (!(await refreshSession()) && !(await signInAgain())) throw error
    if (!isStill(asker)) throw error
    return send(file, options)
  }
}

async function send(file: File, { onProgress, signal }: UploadOptions): Promise<Schema<'File'>> {
  const token = await accessToken()
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', apiPaths.files())
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`)
    request.setRequestHeader('Accept-Language', currentLanguage())
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.onload = () => {
      const body = parse(request.responseText)
      if (request.status === 201) resolve(body as Schema<'File'>)
      else reject(problemOf(responseOf(request), body))
    }
    request.onerror = () => reject(offlineProblem())
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function responseOf(request: XMLHttpRequest): Response {
  const headers = new Headers()
  for (const name of ['retry-after', 'x-request-id']) {
    const value = request.getResponseHeader(name)
    if (value) headers.set(name, value)
  }
  return new Response(null, { status: request.status, headers })
}
