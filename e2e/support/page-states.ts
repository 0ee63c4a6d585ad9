import type { Page, Route } from '@playwright/test'

/** How the server answers what a page asks for. */
export type State = 'empty' | 'loading' | 'failing' | 'offline'

export const states: State[] = ['empty', 'loading', 'failing', 'offline']

const isSession = (url: string) => /\/api\/v1\/(session|me)\b/.test(url)

/** Answers every read but those of who is signed in as the state has it. */
export async function inState(page: Page, state: State): Promise<() => Promise<void>> {
  const held: Route[] = []
  const answer = async (route: Route) => {
    const request = route.request()
    if (isSession(request.url()) || request.method() !== 'GET') return route.fallback()
    if (state === 'loading') return void held.push(route)
    if (state === 'offline') return route.abort('internetdisconnected')
    if (state === 'failing') return route.fulfill(failure)
    return emptied(route)
  }
  await page.route('**/api/**', answer)
  return async () => {
    await page.unroute('**/api/**', answer)
    for (const route of held) await route.abort().catch(() => {})
  }
}

const failure = {
  status: 500,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    type: '/problems/internal-error',
    title: 'Máy chủ gặp lỗi',
    status: 500,
    detail: 'Chưa thực hiện được. Thử lại sau ít phút.',
    requestId: 'req-1',
  }),
}

/** The same answer with no rows in any of its lists of rows. */
async function emptied(route: Route): Promise<void> {
  const response = await route.fetch().catch(() => null)
  if (!response) return route.abort().catch(() => {})
  if (!response.headers()['content-type']?.includes('json')) return route.fulfill({ response })
  const body = await response.json()
  if (!Array.isArray(body?.items)) return route.fulfill({ response })
  const json = { ...body, items: [], nextCursor: null }
  if ('total' in json) json.total = 0
  return route.fulfill({ response, json })
}
