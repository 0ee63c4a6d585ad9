import { QueryClient } from '@tanstack/react-query'
import { asProblem } from './problem.ts'
import { onSessionChange, sessionState } from './session.ts'

/** How long what was read is shown without asking whether it is still so, in milliseconds. */
export const FRESH_MS = 15_000

/** What was read, kept while it is fresh; loaders and components share it. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      gcTime: 5 * 60_000,
      networkMode: 'always',
      // What was refused stays refused; what failed on the way is tried again.
      retry: (failures, error) => failures < 2 && (asProblem(error)?.isPassing ?? false),
    },
    // Without a network an act fails and says so; waiting silently for it to come back does not.
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** Waits for what a page shows, whatever comes of it: a refusal is said on the page itself. */
export async function settled(reading: Promise<unknown>): Promise<void> {
  await reading.catch(() => undefined)
}

// What one account read is never shown to the next: it is gone before any page hears of the change.
let reader: string | null = null
onSessionChange(() => {
  const present = sessionState().account?.id ?? null
  if (reader !== null && reader !== present) queryClient.clear()
  reader = present
})
