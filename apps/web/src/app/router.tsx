import { createBrowserRouter } from 'react-router-dom'
import { queryClient } from '../api/query-client.ts'
import { onLanguageChange } from '../lib/language.ts'
import { isPublicPath } from '../lib/paths.ts'
import { ROOT } from './route-ids.ts'
import { routes } from './routes.tsx'

let deskIsThere = false

export const router = createBrowserRouter(routes, {
  // A citizen's browser does not load the list of the office's pages.
  patchRoutesOnNavigation: async ({ path, patch }) => {
    if (deskIsThere || isPublicPath(path)) return
    const { deskRoute } = await import('./desk-routes.tsx')
    if (deskIsThere) return
    deskIsThere = true
    patch(ROOT, [deskRoute])
  },
})

// What the server wrote in the other language is asked for again.
onLanguageChange(() => {
  void queryClient.invalidateQueries({ refetchType: 'active' })
  void router.revalidate()
})
