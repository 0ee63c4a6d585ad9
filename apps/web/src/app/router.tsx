import { createBrowserRouter } from 'react-router-dom'
import { queryClient } from '../api/query-client.ts'
import { onLanguageChange } from '../lib/language.ts'
import { isPublicPath } from '../lib/paths.ts'
import { ROOT } from './route-ids.ts'
import { routesWith } from './routes.tsx'

export type Router = ReturnType<typeof createBrowserRouter>

const loadDesk = async () => (await import('./desk-routes.tsx')).deskRoute

/**
 * The router for the page that is opened. A citizen's browser does not load the list of the office's
 * pages; whoever opens one of those sees its own frame from the start, not that of the public pages.
 */
export async function makeRouter(): Promise<Router> {
  // What cannot be loaded here is asked for again by the router, which says so in the page's place.
  const desk = isPublicPath(location.pathname) ? null : await loadDesk().catch(() => null)
  let deskIsThere = desk !== null
  const router = createBrowserRouter(routesWith(desk), {
    patchRoutesOnNavigation: async ({ path, patch }) => {
      if (deskIsThere || isPublicPath(path)) return
      const late = await loadDesk()
      if (deskIsThere) return
      deskIsThere = true
      patch(ROOT, [late])
    },
  })
  // What the server wrote in the other language is asked for again.
  onLanguageChange(() => {
    void queryClient.invalidateQueries({ refetchType: 'active' })
    void router.revalidate()
  })
  return router
}
