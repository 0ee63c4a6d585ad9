import { createBrowserRouter } from 'react-router-dom'
import { queryClient } from '../api/query-client.ts'
import { onLanguageChange } from '../lib/language.ts'
import { routes } from './routes.tsx'

export const router = createBrowserRouter(routes)

// What the server wrote in the other language is asked for again.
onLanguageChange(() => {
  queryClient.invalidateQueries({ refetchType: 'active' })
  router.revalidate()
})
