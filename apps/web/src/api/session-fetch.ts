import { currentLanguage } from '../lib/language.ts'
import { m } from '../paraglide/messages.js'
import { ApiProblem, offlineProblem } from './problem.ts'
import { accessToken, isStill, refreshSession, sessionState, signInAgain } from './session.ts'
import type { SignedInAccount } from './types.ts'

/**
 * `fetch` for the API: the language of the page, the token of the session, renewed when it ends. If
 * the session is over in the middle of work, the request waits until the person has signed in again
 * and is then sent once more: nothing typed is lost. If somebody else signed in meanwhile, here or in
 * another tab, it is not sent in their name.
 */
export async function sessionFetch(request: Request): Promise<Response> {
  request.headers.set('Accept-Language', currentLanguage())
  if (isPublic(request)) return send(request)

  const asker = sessionState().account
  const response = await send(await withToken(request.clone(), asker))
  if (!(await isSessionOver(response))) return response
  if ((await refreshSession()) || (await signInAgain()))
    return send(await withToken(request, asker))
  return response
}

function isPublic(request: Request): boolean {
  return new URL(request.url).pathname.startsWith('/api/public/')
}

async function withToken(request: Request, asker: SignedInAccount | null): Promise<Request> {
  const token = await accessToken()
  if (!isStill(asker)) {
    throw new ApiProblem({ name: 'unauthenticated', status: 401, title: m.session_again_title() })
  }
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
