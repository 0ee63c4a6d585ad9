import { currentLanguage } from '../lib/language.ts'
import { offlineProblem } from './problem.ts'
import { accessToken, refreshSession, signInAgain } from './session.ts'

/**
 * `fetch` for the API: the language of the page, the token of the session, renewed when it ends. If
 * the session is over in the middle of work, the request waits until the person has signed in again
 * and is then sent once more: nothing typed is lost.
 */
export async function sessionFetch(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', currentLanguage())
  if (isPublic(request)) return send(request)

  const response = await send(await withToken(request.clone()))
  if (!(await isSessionOver(response))) return response
  if ((await refreshSession()) || (await signInAgain())) return send(await withToken(request))
  return response
}

function isPublic(request: Request): boolean {
  return new URL(request.url).pathname.startsWith('/api/public/')
}

async function withToken(request: Request): Promise<Request> {
  const token = await accessToken()
  if (token) request.headers.set('Authorization', `Bearer ${token}`)
  return request
}

async function send(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    // A page that was left aborts its requests: that is no failure to tell.
    if (request.signal.aborted) throw error
    throw offlineProblem()
  }
}

/** Not every 401 means that: a wrong present password is one too. */
async function isSessionOver(response: Response): Promise<boolean> {
  if (response.status !== 401) return false
  const problem = await response
    .clone()
    .json()
    .catch(() => null)
  return problem?.type === '/problems/unauthenticated'
}
