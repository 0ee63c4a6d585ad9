import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { RouterProvider } from 'react-router-dom'
import { queryClient } from '../api/query-client.ts'
import { giveUp } from '../api/session.ts'
import { useSession } from '../api/use-session.ts'
import { useLanguage } from '../lib/language.ts'
import { paths } from '../lib/paths.ts'
import { DESK } from './route-ids.ts'
import type { Router } from './router.tsx'

const SignInAgain = lazy(() =>
  import('../features/session/sign-in-again.tsx').then((module) => ({
    default: module.SignInAgain,
  })),
)

/** What surrounds every page. */
export function App({ router }: { router: Router }) {
  useLanguage()
  const { status, account } = useSession()
  useSignOut(router, account?.id ?? null)
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      {status === 'interrupted' && (
        <Suspense>
          <SignInAgain account={account} onLeave={giveUp} />
        </Suspense>
      )}
    </QueryClientProvider>
  )
}

/** Whoever signed out, here or in another tab, leaves the desk. */
function useSignOut(router: Router, accountId: string | null) {
  const before = useRef(accountId)
  useEffect(() => {
    if (before.current !== null && before.current !== accountId) {
      const onDesk = router.state.matches.some(({ route }) => route.id === DESK)
      if (onDesk) void router.navigate(accountId ? paths.overview() : paths.home())
    }
    before.current = accountId
  }, [router, accountId])
}
