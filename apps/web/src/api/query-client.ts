import { QueryClient } from '@tanstack/react-query'
import { asProblem } from './problem.ts'

/** What was read, kept while it is fresh; loaders and components share it. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 5 * 60_000,
      // What was refused stays refused; what failed on the way is tried again.
      retry: (failures, error) => failures < 2 && (asProblem(error)?.isPassing ?? false),
    },
    mutations: { retry: false },
  },
})
